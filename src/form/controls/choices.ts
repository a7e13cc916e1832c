import type { Kind } from "#lead/field.ts";
import type { Named, Vocabulary } from "#lead/vocabulary.ts";
import type { Choice } from "../ui/match.ts";
import { states } from "./states.ts";

const byId = (things: readonly Named[]): readonly Choice[] =>
  things.map(({ id, name }) => ({ value: id, words: name }));

/** Agents and offices go by their number. Who may own a lead depends on who may see it. */
const lists: Partial<Record<Kind, (lists: Vocabulary, scope: unknown) => readonly Choice[]>> = {
  listed: ({ stages }) => stages.map((stage) => ({ value: stage, words: stage })),
  agent: ({ agents }) => byId(agents),
  owner: ({ agents, offices }, scope) => byId(scope === "OFFICE" ? offices : agents),
  state: () => states.map(({ name, code }) => ({ value: name, words: name, also: code })),
  stateCode: () => states.map(({ name, code }) => ({ value: code, words: code, also: name })),
};

/** What the list of a kind offers. */
export const choicesOf = (kind: Kind, vocabulary: Vocabulary, scope: unknown): readonly Choice[] =>
  lists[kind]?.(vocabulary, scope) ?? [];

/** Kinds whose value has to come from the list: a unique beginning is enough, several must be picked from. */
export const closedKinds: ReadonlySet<Kind> = new Set<Kind>(["listed", "agent", "owner"]);
