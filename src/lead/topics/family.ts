import type { Field } from "../field.ts";
import { limits } from "../limits.ts";

const shown = { agent: "shown", desk: "shown", visitor: "asked" } as const;
const relationships = ["Spouse", "Partner", "Child", "Parent", "Other"] as const;
const staff = { agent: "more", desk: "shown" } as const;

/** The people who live or buy with the lead. Lofty keeps four. */
export const family = [
  {
    path: "leadFamilyMemberList",
    kind: "rows",
    max: limits.familyMembers,
    ask: { agent: "shown", desk: "shown", visitor: "offered" },
    fields: [
      { path: "firstName", kind: "text", limit: limits.familyName, required: true, ask: shown },
      { path: "lastName", kind: "text", limit: limits.familyName, ask: { agent: "shown", desk: "shown" } },
      { path: "relationship", kind: "suggested", options: relationships, ask: shown },
      { path: "phones", kind: "phone", many: true, limit: limits.phone, ask: staff },
      { path: "emails", kind: "email", many: true, ask: staff },
      { path: "birthday", kind: "date", past: true, ask: staff },
    ],
  },
] as const satisfies readonly Field[];
