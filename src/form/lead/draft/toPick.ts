import { questionAt } from "#lead/questions.ts";
import { choicesOf } from "../../question/answers/choices.ts";
import { named, ranked } from "../../ui/match.ts";
import { vocabularyNow } from "../../station/useVocabulary.ts";

const paths = ["assignedUserId", "ownershipId", "stage"] as const;

/**
 * The paths where the value must come from a list and the text matches several choices, or one choice only in part. The
 * person must pick one. Text without any match is not reported here: the list may be old, so other rules validate it.
 */
export function toPick(draft: { readonly [path: string]: unknown }): readonly string[] {
  const vocabulary = vocabularyNow();
  return paths.filter((path) => {
    const kind = questionAt(path)?.kind;
    const typed = draft[path];
    if (kind === undefined || typeof typed !== "string") return false;
    const choices = choicesOf(kind, vocabulary, draft["ownershipScope"]);
    const isListed = choices.some(({ value }) => value === typed) || named(choices, typed, true).length === 1;
    return !isListed && ranked(choices, typed).length > 0;
  });
}
