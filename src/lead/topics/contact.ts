import type { Field } from "../field.ts";
import { languages } from "../languages.ts";
import { limits } from "../limits.ts";

/** Lofty's lead types: Buyer 2, Seller 1, Renter 5, Investor 6, Homeowner 8, Landlord 9, Agent 7, Other -1. */
const leadTypes = [2, 1, 5, 6, 8, 9, 7, -1] as const;
const staff = { agent: "more", desk: "shown" } as const;

/** Who the person is and how to contact them. */
export const contact = [
  {
    path: "firstName",
    kind: "text",
    limit: limits.name,
    required: true,
    ask: { agent: "first", desk: "shown", visitor: "asked" },
  },
  { path: "lastName", kind: "text", limit: limits.name, ask: { agent: "first", desk: "shown", visitor: "asked" } },
  { path: "language", kind: "pick", options: languages, ask: staff },
  {
    path: "phones",
    kind: "phone",
    many: true,
    limit: limits.phone,
    visitorMax: limits.visitorContacts,
    ask: { agent: "first", desk: "shown", visitor: "asked" },
  },
  {
    path: "emails",
    kind: "email",
    many: true,
    visitorMax: limits.visitorContacts,
    ask: { agent: "first", desk: "shown", visitor: "asked" },
  },
  {
    path: "leadTypes",
    kind: "choice",
    many: true,
    options: leadTypes,
    ask: { agent: "first", desk: "shown", visitor: "asked" },
  },
  { path: "birthday", kind: "date", past: true, ask: { ...staff, visitor: "offered" } },
  { path: "referredBy", kind: "text", ask: { ...staff, visitor: "offered" } },
  { path: "cannotText", kind: "permission", ask: staff },
  { path: "cannotCall", kind: "permission", ask: staff },
  { path: "cannotEmail", kind: "permission", ask: staff },
  { path: "unsubscription", kind: "flag", ask: staff },
] as const satisfies readonly Field[];
