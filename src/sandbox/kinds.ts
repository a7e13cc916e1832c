/** What a request is for; faults and delays are aimed by it. */
export const kinds = ["create", "lookup", "read", "update", "note", "vocabulary", "token", "other"] as const;
export type Kind = (typeof kinds)[number];

/** What a fault or a delay may be for. The first is the default. */
export const aims = ["create", "lookup", "all", "read", "update", "note", "vocabulary", "token"] as const;
export type Aim = (typeof aims)[number];
