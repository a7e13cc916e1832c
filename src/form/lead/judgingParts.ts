import { readBoxes } from "../browser/readBoxes.ts";
import { tellTouched } from "../send/touched.ts";
import { draftAgain } from "./draftAgain.ts";
import { handOver, throwAway } from "./handOver.ts";
import { judgeStep } from "./judgeStep.ts";
import { markIssues } from "./markIssues.ts";
import { schemaResolver } from "./schemaResolver.ts";
import { settle } from "./settle.ts";

/** One chunk: each `import()` of its own would cost bytes before the first key. */
export const judgingParts = {
  readBoxes,
  tellTouched,
  draftAgain,
  handOver,
  throwAway,
  judgeStep,
  markIssues,
  schemaResolver,
  settle,
};
