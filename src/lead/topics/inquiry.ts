import type { Field } from "../field.ts";
import { homeKinds } from "./homeKinds.ts";

const timeFrame = {
  kind: "choice",
  options: ["1-3", "3-6", "6-12", "12+", "Just Looking", "Refinancing"],
  staffOptions: ["Refinancing"],
} as const;
const shown = { agent: "shown", desk: "shown", visitor: "asked" } as const;
const offered = { agent: "shown", desk: "shown", visitor: "offered" } as const;
const more = { agent: "more", desk: "shown", visitor: "offered" } as const;
const staff = { agent: "more", desk: "shown" } as const;
const refused = { kind: "text", rule: "server-managed" } as const;

/** What the person is looking for, and whether they sell. */
export const inquiry = [
  { path: "buyingTimeFrame", ...timeFrame, when: "buys", ask: shown },
  { path: "sellingTimeFrame", ...timeFrame, when: "sells", ask: shown },
  { path: "preQual", kind: "yesNo", when: "buys", ask: shown },
  { path: "withBuyerAgent", kind: "yesNo", when: "buys", ask: { agent: "first", desk: "shown", visitor: "asked" } },
  { path: "fthb", kind: "yesNo", when: "buys", ask: more },
  { path: "houseToSell", kind: "yesNo", when: "buys", ask: more },
  { path: "withListingAgent", kind: "yesNo", when: "sells", ask: shown },
  { path: "mortgage", kind: "yesNo", when: "sells", ask: staff },
  { path: "buyHouse", kind: "yesNo", when: "sells", ask: more },
  { path: "inquiry.priceMin", kind: "money", when: "buys", ask: offered },
  { path: "inquiry.priceMax", kind: "money", when: "buys", ask: offered },
  { path: "inquiry.propertyType", kind: "choice", many: true, options: homeKinds, when: "buys", ask: offered },
  { path: "inquiry.bedroomsMin", kind: "atLeast", upTo: 5, when: "buys", ask: offered },
  { path: "inquiry.bedroomsMax", kind: "integer", when: "buys", ask: staff },
  { path: "inquiry.bathroomsMin", kind: "atLeastText", upTo: 4, when: "buys", ask: offered },
  { path: "inquiry.bathroomsMax", kind: "decimalText", when: "buys", ask: staff },
  {
    path: "inquiry.locations",
    kind: "rows",
    when: "buys",
    ask: offered,
    fields: [
      { path: "city", kind: "text", ask: shown },
      { path: "stateCode", kind: "stateCode", ask: shown },
      { path: "zipCode", kind: "text", ask: staff },
      { path: "county", kind: "text", ask: staff },
      { path: "streetAddress", kind: "text", ask: staff },
      { path: "description", kind: "text", ask: staff },
    ],
  },
  { path: "inquiry.id", ...refused },
  { path: "inquiry.leadUserId", ...refused },
  { path: "inquiry.modifyByAgent", ...refused },
  { path: "inquiry.createTime", ...refused },
  { path: "inquiry.updateTime", ...refused },
  { path: "inquiry.defaultValue", ...refused },
] as const satisfies readonly Field[];
