import type { Settings } from "./switches.ts";

export interface Limit {
  readonly max: number;
  /** What happens to longer values. Documented: cut. Otherwise a switch decides (LOFTY.md 4). */
  readonly fate: (settings: Settings) => "refuse" | "cut" | "store";
}

const cut = () => "cut" as const;
const phone: Limit = { max: 20, fate: ({ longPhone }) => longPhone };

/** By path, with `*` for an index. */
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
  // This is the limit of a note. Lofty documents none for `content` (LOFTY.md 4).
  content: { max: 2000, fate: cut },
};
