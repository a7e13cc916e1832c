import { restOfWords } from "../words/messages.ts";

/** What judges a draft and freezes a lead, with the words for what it finds. Nobody waits for it before the first key. */
export async function judging() {
  const [{ schemaResolver }, { dropEmptyRows }, { freeze }] = await Promise.all([
    import("./schemaResolver.ts"),
    import("./dropEmptyRows.ts"),
    import("./freeze.ts"),
    restOfWords(),
  ]);
  return { schemaResolver, dropEmptyRows, freeze };
}
