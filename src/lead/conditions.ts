import { isBlank } from "./characters.ts";
import { isObject } from "./json.ts";

/** Who a question is for, judged from the answers so far. Lead type numbers are Lofty's (topics/contact.ts). */
const leadTypes = (draft: unknown): readonly number[] => {
  const types = isObject(draft) ? draft["leadTypes"] : undefined;
  return Array.isArray(types) ? types.map(Number) : [];
};
const some = (draft: unknown, types: readonly number[]) => leadTypes(draft).some((type) => types.includes(type));

/** No lead type says yet whether the person buys or sells. */
const isUndecided = (draft: unknown) => leadTypes(draft).length === 0;

export const conditions = {
  /** Buyer, renter, investor; with no type chosen people are asked as buyers. */
  buys: (draft: unknown) => isUndecided(draft) || some(draft, [2, 5, 6]),
  /** Seller, homeowner, landlord, or a buyer with a house to sell. */
  sells: (draft: unknown) => some(draft, [1, 8, 9]) || (isObject(draft) && draft["houseToSell"] === "Yes"),
  /** A scope that names one office or one agent needs its id; TEAM does not. */
  ownerNeedsId: (draft: unknown) =>
    isObject(draft) && (draft["ownershipScope"] === "OFFICE" || draft["ownershipScope"] === "PERSONAL"),
  /** Routing rules have no effect once an agent is named (API.md 3.2). */
  unassigned: (draft: unknown) => isObject(draft) && !draft["assignedUserId"],
  /** A pin pins the note; without one there is nothing to pin. */
  hasNote: (draft: unknown) => isObject(draft) && typeof draft["content"] === "string" && !isBlank(draft["content"]),
} as const;

/** Staff may answer what sellers are asked before a lead type says whether the person sells. */
export const isOpenToStaff = (when: Condition | undefined, draft: unknown) =>
  when === "sells" && isUndecided(draft) && !conditions.sells(draft);

export type Condition = keyof typeof conditions;
