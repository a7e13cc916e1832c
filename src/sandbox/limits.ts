import type { Settings } from "./switches.ts";

export interface Limit {
  readonly max: number;
  /** What becomes of more: cut where documented, a switch where not (API.md 4). */
  readonly fate: (settings: Settings) => "refuse" | "cut" | "store";
}

const cut = () => "cut" as const;
const phone: Limit = { max: 20, fate: ({ longPhone }) => longPhone };

/** By path, an index written `*`. */
export const limits: Readonly<Record<string, Limit>> = {
  firstName: { max: 30, fate: cut },
  lastName: { max: 30, fate: cut },
  "groups.*": { max: 30, fate: cut },
  "segments.*": { max: 30, fate: cut },
  "tags.*": { max: 64, fate: cut },
  "tagsAdd.*": { max: 64, fate: cut },
  "phones.*": phone,
  "leadFamilyMemberList.*.phones.*": phone,
  stage: { max: 19, fate: ({ longStage }) => longStage },
  source: { max: 100, fate: ({ longSource }) => longSource },
  // A note's limit; for content itself none is stated (API.md 4).
  content: { max: 2000, fate: cut },
};
