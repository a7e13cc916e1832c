import type { AttributeType } from "./topics/attributes.ts";

export interface Named {
  /** Digits of a 64-bit number. */
  readonly id: string;
  readonly name: string;
}

/** The names that are configured in Lofty's account: the response of `GET /api/vocabulary`. */
export interface Vocabulary {
  readonly stages: readonly string[];
  readonly tags: readonly string[];
  /** `id` is the agent's user id, which Lofty accepts in `assignedUserId` and `ownershipId`. */
  readonly agents: readonly Named[];
  readonly offices: readonly Named[];
  readonly attributes: readonly {
    readonly name: string;
    readonly type: AttributeType;
    readonly options?: readonly string[];
  }[];
  /** When the proxy fetched it from Lofty (ISO 8601). */
  readonly fetchedAt?: string;
}
