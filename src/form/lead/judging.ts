import { restOfWords } from "../words/messages.ts";

/**
 * What settles and judges a draft, hands it over and makes it a draft again, with the words for what it finds. Nobody
 * waits for it before the first key.
 */
export async function judging() {
  const [{ schemaResolver }, { settle }, { handOver }, { draftAgain }, { markIssues }] = await Promise.all([
    import("./schemaResolver.ts"),
    import("./settle.ts"),
    import("./handOver.ts"),
    import("./draftAgain.ts"),
    import("./markIssues.ts"),
    restOfWords(),
  ]);
  return { schemaResolver, settle, handOver, draftAgain, markIssues };
}
