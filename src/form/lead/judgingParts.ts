/** One chunk: each `import()` of its own would cost bytes before the first key. */
export { readBoxes } from "../browser/readBoxes.ts";
export { tellTouched } from "../send/touched.ts";
export { draftAgain } from "./draftAgain.ts";
export { handOver, throwAway } from "./handOver.ts";
export { judgeStep } from "./judgeStep.ts";
export { markIssues } from "./markIssues.ts";
export { schemaResolver } from "./schemaResolver.ts";
export { settle } from "./settle.ts";
