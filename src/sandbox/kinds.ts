/** The purpose of a request. Faults and delays are selected by it. */
export const kinds = ["create", "lookup", "read", "update", "note", "vocabulary", "token", "other"] as const;
export type Kind = (typeof kinds)[number];

/** The requests that a fault or delay applies to. The first is the default. */
export const aims = ["create", "lookup", "all", "read", "update", "note", "vocabulary", "token"] as const;
export type Aim = (typeof aims)[number];
