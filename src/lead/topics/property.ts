import type { Field } from "../field.ts";
import { homeKinds } from "./homeKinds.ts";

const offered = { agent: "shown", desk: "shown", visitor: "offered" } as const;
const shown = { agent: "shown", desk: "shown" } as const;
const staff = { agent: "more", desk: "shown" } as const;
const advanced = { desk: "advanced" } as const;
const refused = { kind: "text", rule: "server-managed" } as const;

/** A home that the person owns or sells, or a mailing address. Never the house of the open house. */
export const property = [
  { path: "property.streetAddress", kind: "text", ask: offered },
  { path: "property.city", kind: "text", ask: offered },
  { path: "property.state", kind: "state", ask: offered },
  { path: "property.zipCode", kind: "text", ask: offered },
  { path: "property.county", kind: "text", ask: staff },
  { path: "property.mailAddress", kind: "flag", ask: offered },
  { path: "property.propertyType", kind: "choice", options: homeKinds, ask: offered },
  { path: "property.price", kind: "money", ask: shown },
  { path: "property.priceMin", kind: "money", ask: staff },
  { path: "property.priceMax", kind: "money", ask: staff },
  { path: "property.bedrooms", kind: "integer", ask: offered },
  { path: "property.bathrooms", kind: "decimal", ask: offered },
  { path: "property.squareFeet", kind: "integer", ask: staff },
  { path: "property.lotSize", kind: "decimal", ask: staff },
  { path: "property.parkingSpace", kind: "integer", ask: staff },
  { path: "property.floors", kind: "integer", ask: staff },
  { path: "property.note", kind: "lines", ask: staff },
  { path: "property.listingId", kind: "text", ask: advanced },
  { path: "property.listingStatus", kind: "text", ask: advanced },
  { path: "property.siteListingUrl", kind: "url", ask: advanced },
  { path: "property.pictureUrl", kind: "url", ask: advanced },
  { path: "property.label", kind: "text", ask: advanced },
  { path: "property.labelList", kind: "text", ask: advanced },
  { path: "property.labelType", kind: "text", ask: advanced },
  { path: "property.id", ...refused },
  { path: "property.leadUserId", ...refused },
  { path: "property.autoListingId", ...refused },
] as const satisfies readonly Field[];
