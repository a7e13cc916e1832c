import type { Language } from "#lead/languages.ts";
import type { Words } from "./words.ts";

/** The sections of the catalogue that say where a lead is. The others speak of Lofty's rules and of setting up. */
export const sections = [
  "receipt",
  "reasons",
  "outbox",
  "duplicates",
  "today",
  "leave",
  "paper",
  "sent",
  "lead",
  "people",
] as const;

type Change = readonly [of: RegExp, to: string];

/** Names the sandbox where a text names Lofty. A later change sees the text of an earlier one. */
const changes: { readonly [language in Language]?: readonly Change[] } = {
  en: [
    [/(^|[.?] |“)Lofty/g, "$1The sandbox"],
    [/Lofty/g, "the sandbox"],
  ],
  es: [
    [/(^|[.?] |“|¿)Lofty/g, "$1El entorno de prueba"],
    [/\b([Aa])l? Lofty/g, "$1l entorno de prueba"],
    [/\b([Dd])el? Lofty/g, "$1el entorno de prueba"],
    [/Lofty/g, "el entorno de prueba"],
  ],
};

const made = new WeakMap<Words, Words>();

/** The words for sandbox mode: no text says that a lead is in Lofty, or on its way there. */
export function inSandbox(words: Words, language: Language): Words {
  const known = made.get(words);
  if (known) return known;
  const changed = { ...words };
  for (const section of sections)
    if (section in words) Object.assign(changed, { [section]: renamed(words[section], changes[language] ?? []) });
  made.set(words, changed);
  return changed;
}

/** Changes every string in a text: compiled texts (build/catalogues.ts) are arrays with texts of choices in them. */
function renamed(text: unknown, by: readonly Change[]): unknown {
  if (typeof text === "string") return by.reduce((before, [of, to]) => before.replaceAll(of, to), text);
  if (Array.isArray(text)) return text.map((part: unknown) => renamed(part, by));
  if (typeof text !== "object" || text === null) return text;
  return Object.fromEntries(Object.entries(text).map(([key, value]) => [key, renamed(value, by)]));
}
