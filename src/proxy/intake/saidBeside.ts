import type { JsonObject } from "#lead/json.ts";
import { languages, type Language } from "#lead/languages.ts";
import { partyLine } from "#lead/submission/stamp.ts";
import type { Submission } from "#lead/submission/submission.ts";

/**
 * Returns a lead that could not be validated with what its visitor said beside the answers: the language, and in the
 * note how many came. Staff see both, and can correct them.
 */
export function withSaid(lead: JsonObject, { language, party }: Pick<Submission, "language" | "party">): JsonObject {
  const { content } = lead;
  const note = party === undefined ? [] : [partyLine(party), ...(typeof content === "string" ? [content] : [])];
  return { ...lead, ...(note.length > 0 && { content: note.join("\n") }), ...(language && { language }) };
}

export interface Apart {
  /** The rest of the lead. */
  readonly draft: JsonObject;
  readonly party?: number;
  readonly language?: Language;
}

/** Takes the size of the party out of a lead again: the station's presets go before it. */
export function partyApart(draft: JsonObject): Apart {
  const { content, ...answers } = draft;
  const [first = "", ...others] = typeof content === "string" ? content.split("\n") : [];
  const party = Number(/^Party of (\d{1,2})$/.exec(first)?.[1] ?? 0);
  if (party < 2) return { draft };
  const note = others.join("\n");
  return { draft: note === "" ? answers : { ...answers, content: note }, party };
}

/** Takes the language out too: visitors do not answer it as a question. */
export function saidApart(lead: JsonObject): Apart {
  const { draft, ...said } = partyApart(lead);
  const { language: named, ...answers } = draft;
  const language = languages.find((one) => one === named);
  return language === undefined ? { draft, ...said } : { draft: answers, ...said, language };
}
