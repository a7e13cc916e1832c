import { isBlank } from "./characters.ts";
import { isObject } from "./json.ts";

/**
 * Conditions under which a question is asked, computed from the answers so far. Lead type numbers are Lofty's
 * (topics/contact.ts).
 */
const leadTypes = (draft: unknown): readonly number[] => {
  const types = isObject(draft) ? draft["leadTypes"] : undefined;
  return Array.isArray(types) ? types.map(Number) : [];
};
const some = (draft: unknown, types: readonly number[]) => leadTypes(draft).some((type) => types.includes(type));

/** No lead type is chosen, so it is unknown whether the person buys or sells. */
const isUndecided = (draft: unknown) => leadTypes(draft).length === 0;

export const conditions = {
  /** Buyer, renter, investor. Also true when no lead type is chosen. */
  buys: (draft: unknown) => isUndecided(draft) || some(draft, [2, 5, 6]),
  /** Seller, homeowner, landlord, or a buyer with a house to sell. */
  sells: (draft: unknown) => some(draft, [1, 8, 9]) || (isObject(draft) && draft["houseToSell"] === "Yes"),
  /** The scopes OFFICE and PERSONAL need an id; TEAM does not. */
  ownerNeedsId: (draft: unknown) =>
    isObject(draft) && (draft["ownershipScope"] === "OFFICE" || draft["ownershipScope"] === "PERSONAL"),
  /** Lofty ignores routing rules when an agent is named (LOFTY.md 3.2). */
  unassigned: (draft: unknown) => isObject(draft) && !draft["assignedUserId"],
  /** Only a note can be pinned. */
  hasNote: (draft: unknown) => isObject(draft) && typeof draft["content"] === "string" && !isBlank(draft["content"]),
} as const;

/** Staff may answer the sellers' questions before a lead type is chosen. */
export const isOpenToStaff = (when: Condition | undefined, draft: unknown) =>
  when === "sells" && isUndecided(draft) && !conditions.sells(draft);

export type Condition = keyof typeof conditions;
