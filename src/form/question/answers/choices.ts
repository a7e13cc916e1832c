import type { Kind } from "#lead/kinds.ts";
import type { Named, Vocabulary } from "#lead/vocabulary.ts";
import type { Choice } from "../../ui/match.ts";
import { states } from "./usStates.ts";

const byId = (things: readonly Named[]): readonly Choice[] =>
  things.map(({ id, name }) => ({ value: id, words: name }));

/**
 * The choices of each kind with a list. The value of an agent or office is its id. Who can own a lead depends on its
 * scope (who can see it).
 */
const lists: Partial<Record<Kind, (lists: Vocabulary, scope: unknown) => readonly Choice[]>> = {
  listed: ({ stages }) => stages.map((stage) => ({ value: stage, words: stage })),
  agent: ({ agents }) => byId(agents),
  owner: ({ agents, offices }, scope) => byId(scope === "OFFICE" ? offices : agents),
  state: () => states.map(({ name, code }) => ({ value: name, words: name, also: code })),
  stateCode: () => states.map(({ name, code }) => ({ value: code, words: code, also: name })),
};

/** Returns the choices of a kind. Empty for kinds without a list. */
export const choicesOf = (kind: Kind, vocabulary: Vocabulary, scope: unknown): readonly Choice[] =>
  lists[kind]?.(vocabulary, scope) ?? [];

/**
 * Kinds whose value must come from the list. A beginning that only one choice has is enough; with several matches the
 * person must pick.
 */
export const closedKinds: ReadonlySet<Kind> = new Set<Kind>(["listed", "agent", "owner"]);
