import type { Field } from "../field.ts";
import { limits } from "../limits.ts";

const scopes = ["PERSONAL", "OFFICE", "TEAM"] as const;
const first = { agent: "first", desk: "shown" } as const;
const staff = { agent: "more", desk: "shown" } as const;
const desk = { desk: "shown" } as const;

/** How the office handles the lead. Visitors never see these. */
export const handling = [
  { path: "assignedUserId", kind: "agent", ask: staff },
  { path: "assignGroupId", kind: "routing", when: "unassigned", ask: desk },
  { path: "ownershipScope", kind: "choice", options: scopes, ask: staff },
  { path: "ownershipId", kind: "owner", when: "ownerNeedsId", ask: staff },
  { path: "stage", kind: "listed", limit: limits.stage, ask: staff },
  { path: "tagsAdd", kind: "token", many: true, limit: limits.tag, ask: first },
  { path: "segments", kind: "token", many: true, limit: limits.segment, ask: staff },
  { path: "source", kind: "text", limit: limits.source, ask: staff },
  { path: "content", kind: "lines", limit: limits.note, ask: first },
  { path: "isPin", kind: "flag", when: "hasNote", ask: staff },
  { path: "welcomeEmail", kind: "flag", ask: staff },
  { path: "leadAlert", kind: "flag", ask: staff },
  { path: "tags", kind: "token", many: true, limit: limits.tag, ask: { desk: "advanced" } },
] as const satisfies readonly Field[];
