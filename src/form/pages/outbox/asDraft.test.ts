import { expect, test } from "vitest";
import type { JsonObject } from "#lead/json.ts";
import { stationOf } from "#lead/testing/stationOf.ts";
import { asDraft } from "./asDraft.ts";

const station = stationOf("desk");
const row = { attributeName: "Pets", attributeType: "text", value: "Two" };

test.each<readonly [what: string, lead: JsonObject, draft: object]>([
  [
    "a text for a number stays beside the other answers of its topic",
    { inquiry: { priceMin: "about 500k", locations: [{ city: "Reno" }] } },
    { inquiry: { priceMin: "about 500k", locations: [{ city: "Reno" }] } },
  ],
  [
    "an object for a number goes, alone",
    { inquiry: { priceMin: { from: 5 }, locations: [{ city: "Reno" }] } },
    { inquiry: { locations: [{ city: "Reno" }] } },
  ],
  [
    "a number for a text becomes a text",
    { firstName: 5, phones: ["4155550134", 4155550135] },
    { firstName: "5", phones: ["4155550134", "4155550135"] },
  ],
  ["a list for a name goes", { firstName: ["Ada"], lastName: "Sample" }, { lastName: "Sample" }],
  [
    "rows that are none go, the others stay",
    { leadFamilyMemberList: ["Bob", { firstName: "Eve" }] },
    { leadFamilyMemberList: [{ firstName: "Eve" }] },
  ],
  ["two wrong phones", { phones: [{}, "4155550134", true] }, { phones: ["4155550134"] }],
  ["a text for a list goes", { phones: "4155550134", firstName: "Ada" }, { firstName: "Ada" }],
  ["a text for a flag goes", { cannotCall: "no", firstName: "Ada" }, { firstName: "Ada" }],
  [
    "an option that there is not stays",
    { leadTypes: [2, 77], buyingTimeFrame: "soon" },
    { leadTypes: [2, 77], buyingTimeFrame: "soon" },
  ],
  ["an object for an option goes", { buyingTimeFrame: {}, firstName: "Ada" }, { firstName: "Ada" }],
  [
    "answers to no question go",
    { firstName: "Ada", shoeSize: 9, inquiry: { shoeSize: 9, priceMin: 5 } },
    { firstName: "Ada", inquiry: { priceMin: 5 } },
  ],
  ["a 64-bit id becomes a text", { assignedUserId: 12 }, { assignedUserId: "12" }],
  [
    "own questions",
    { customAttributeList: [row, { ...row, attributeName: 7 }] },
    { customAttributeList: [row, { ...row, attributeName: "7" }] },
  ],
  [
    "a lead that is right stays as it is",
    { firstName: "Ada", inquiry: { priceMin: 5 } },
    { firstName: "Ada", inquiry: { priceMin: 5 } },
  ],
])("%s", (_what, lead, draft) => expect(asDraft(lead, station)).toEqual(draft));
