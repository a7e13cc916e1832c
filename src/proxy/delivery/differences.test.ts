import { expect, test } from "vitest";
import type { JsonObject } from "#lead/json.ts";
import { differencesIn } from "./differences.ts";

/** A record as it was observed (LOFTY.md 5): other field names, tags as objects, −1 for unset numbers. */
const read = {
  leadId: 7,
  firstName: "Ana",
  lastName: "",
  emails: ["ana@example.com"],
  phones: ["4155550101"],
  assignedUserId: "1738234566814937089",
  cannotCall: false,
  tags: [{ tagId: 1, tagName: "Open House" }],
  segments: ["Relocation"],
  leadInquiry: {
    priceMin: 650000,
    priceMax: -1,
    propertyType: ["Condo", "Townhouse"],
    locations: [{ city: "Springfield", zipCode: "" }],
  },
  leadPropertyList: [
    { city: "Elsewhere", bedrooms: -1 },
    { city: "Springfield", bedrooms: 3 },
  ],
  customAttributes: [
    { attributeName: "Pets", attributeType: "number", value: "2" },
    { attributeName: "Foyer", attributeType: "text", value: "x" },
  ],
};

test.each<JsonObject>([
  { firstName: " Ana ", emails: ["Ana@Example.com"], phones: ["+1 415-555-0101"] },
  { assignedUserId: "1738234566814937089", cannotCall: false, cannotText: false },
  { tags: ["Open House"], tagsAdd: ["Open House"], segments: ["Relocation"] },
  { inquiry: { priceMin: 650000, propertyType: ["Townhouse", "Condo"], locations: [{ city: "Springfield" }] } },
  { property: { city: "Springfield", bedrooms: 3, priceMin: 5 } },
  { customAttributeList: [{ attributeName: "Pets", attributeType: "number", value: "2" }] },
  { welcomeEmail: true, content: "a note", assignGroupId: 5, leadTransaction: { transactionName: "Sale" } },
  { customAttributeList: [{ attributeName: "Pets", attributeType: "number", value: "2", params: "{}" }] },
  { groups: ["Relocation"] },
])("%j: reports no difference", (sent) => {
  expect(differencesIn(sent, read)).toEqual([]);
});

test.each<[JsonObject, readonly [path: string, sent: string, stored: string][]]>([
  [{ firstName: "Anastasia" }, [["firstName", "Anastasia", "Ana"]]],
  [{ lastName: "Sample" }, [["lastName", "Sample", ""]]],
  [{ emails: ["ana@example.com", "a@example.com"] }, [["emails.1", "a@example.com", ""]]],
  [{ phones: ["+14155550102"] }, [["phones.0", "+14155550102", ""]]],
  [{ tagsAdd: ["Open House at 12 Elm"] }, [["tagsAdd.0", "Open House at 12 Elm", "Open House"]]],
  [{ cannotCall: true }, [["cannotCall", "true", "false"]]],
  [{ inquiry: { priceMax: 900000 } }, [["inquiry.priceMax", "900000", ""]]],
  [
    { inquiry: { locations: [{ city: "Springfield", zipCode: "00501" }] } },
    [["inquiry.locations.0.zipCode", "00501", ""]],
  ],
  // A read leaves out what Lofty ignored.
  [{ birthday: "Jun 5, 2001" }, [["birthday", "Jun 5, 2001", ""]]],
  [{ neverHeardOf: "kept?" }, [["neverHeardOf", "kept?", ""]]],
  [{ leadTypes: [1, 2] }, ["leadTypes.0", "leadTypes.1"].map((path, index) => [path, `${index + 1}`, ""])],
  [{ inquiry: { schoolDistrict: "North" } }, [["inquiry.schoolDistrict", "North", ""]]],
  [{ leadFamilyMemberList: [{ firstName: "Bo" }] }, [["leadFamilyMemberList.0.firstName", "Bo", ""]]],
  [{ property: { city: "Springfield", bedrooms: 4 } }, [["property.bedrooms", "4", "3"]]],
  [
    { customAttributeList: [{ attributeName: "Pets", attributeType: "number", value: "3" }] },
    [["customAttributeList.0.value", "3", "2"]],
  ],
])("%j: reports the difference", (sent, reported) => {
  expect(differencesIn(sent, read)).toEqual(reported.map(([path, sentAs, stored]) => ({ path, sent: sentAs, stored })));
});
