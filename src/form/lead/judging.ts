import { restOfWords } from "../words/messages.ts";

/** What judges a draft, freezes a lead and makes it a draft again, with the words for what it finds. Nobody waits for it before the first key. */
export async function judging() {
  const [{ schemaResolver }, { dropEmptyRows }, { freeze }, { draftAgain }, { keepUnsent }] = await Promise.all([
    import("./schemaResolver.ts"),
    import("./dropEmptyRows.ts"),
    import("./freeze.ts"),
    import("./draftAgain.ts"),
    import("../send/keepUnsent.ts"),
    restOfWords(),
  ]);
  return { schemaResolver, dropEmptyRows, freeze, draftAgain, keepUnsent };
}
