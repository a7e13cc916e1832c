import { questionAt } from "#lead/questions.ts";
import { choicesOf } from "../controls/choices.ts";
import { named, ranked } from "../ui/match.ts";
import { vocabularyNow } from "../vocabulary/useVocabulary.ts";

const paths = ["assignedUserId", "ownershipId", "stage"] as const;

/**
 * Where the value must come from a list and what was typed is only like some of its choices: the person picks one. What
 * is like none is another rule's to judge: the list may be old.
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
