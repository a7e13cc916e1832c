import type { AttributeType } from "./topics/attributes.ts";

export interface Named {
  /** Digits: 64 bits wide. */
  readonly id: string;
  readonly name: string;
}

/** What Lofty's account calls things: the answer of `GET /api/vocabulary`. */
export interface Vocabulary {
  readonly stages: readonly string[];
  readonly tags: readonly string[];
  /** `id` is the agent's user id, the one Lofty takes in `assignedUserId` and `ownershipId`. */
  readonly agents: readonly Named[];
  readonly offices: readonly Named[];
  readonly attributes: readonly {
    readonly name: string;
    readonly type: AttributeType;
    readonly options?: readonly string[];
  }[];
  /** ISO 8601 time at which the proxy had it from Lofty. */
  readonly fetchedAt?: string;
}
