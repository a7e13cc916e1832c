import { restOfWords } from "../words/messages.ts";

/**
 * What settles and judges a draft, hands it over and makes it a draft again, with the words for what it finds. Nobody
 * waits for it before the first key.
 */
export const judging = async () => (await Promise.all([import("./judgingParts.ts"), restOfWords()]))[0].judgingParts;
