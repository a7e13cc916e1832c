import type { JsonObject } from "./exactJson.ts";
import { tagNames } from "./sampleVocabulary.ts";
import { textsIn } from "./store.ts";

export interface Tag {
  readonly tagId: number;
  readonly tagName: string;
  readonly visibleType: number;
}

/** Returns the unique tags of a record. Two tags that were cut to the same text are one (LOFTY.md 4). */
export function tagsOf(record: JsonObject): Tag[] {
  const names = [...textsIn(record, "tags"), ...textsIn(record, "tagsAdd")];
  const unique = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...unique.values()].map((tagName) => ({ tagId: tagIdOf(tagName), tagName, visibleType: 1 }));
}

function tagIdOf(name: string): number {
  const defined = tagNames.indexOf(name);
  return defined >= 0
    ? 700_101 + defined
    : 710_000 + ([...name].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 90_000);
}
