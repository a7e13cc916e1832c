import { describe, expect, test } from "vitest";
import { judge } from "./judge.ts";
import { parseStation } from "./parseStation.ts";
import { storedStation } from "./storedStation.ts";
import { visitorsForm } from "./visitorsForm.ts";

const base = { id: "door", name: "Door" };
const issuesOf = (settings: object) => {
  const parsed = parseStation({ ...base, ...settings });
  return "issues" in parsed ? parsed.issues.map(({ path, code }) => `${path} ${code}`) : [];
};
const address = ["streetAddress", "city", "state", "zipCode"].map((part) => `property.${part}`);

describe("questions about a property need one about its address", () => {
  test.each(["kiosk", "embed"])("%s: they are refused, and left out of a stored station", (profile) => {
    const asks = { on: ["property.bedrooms", "birthday", "property.price"], off: [] };
    expect(issuesOf({ profile, asks })).toEqual(["asks.on.0 not-allowed"]);
    const stored = storedStation({ ...base, profile, asks });
    expect(stored?.station.asks.on).toEqual(["birthday", "property.price"]);
    expect(stored?.leftOut).toEqual(["asks.on: property.bedrooms"]);
    expect(issuesOf({ profile, asks: { ...asks, on: [...asks.on, "property.zipCode"] } })).toEqual([]);
  });

  test("desk: the address is refused to be off, and asked at a stored station", () => {
    const asks = { on: [], off: ["birthday", ...address] };
    expect(issuesOf({ profile: "desk", asks })).toEqual([1, 2, 3, 4].map((at) => `asks.off.${at} required`));
    expect(storedStation({ ...base, profile: "desk", asks })?.station.asks.off).toEqual(["birthday"]);
    expect(issuesOf({ profile: "desk", asks: { on: [], off: address.slice(1) } })).toEqual([]);
  });

  test("the form link of a desk leaves them out", () => {
    const parsed = parseStation({ ...base, profile: "desk", asks: { on: ["property.bedrooms"], off: [] } });
    if ("issues" in parsed) throw new Error("not a station");
    expect(visitorsForm(parsed.station).asks.on).toEqual([]);
  });
});

test("a form link asks for a contact also where the desk asks for none", () => {
  const parsed = parseStation({ ...base, profile: "desk", asks: { on: [], off: ["phones", "emails"] } });
  if ("issues" in parsed) throw new Error("not a station");
  expect(judge({ firstName: "Ann", emails: ["ann@example.com"] }, visitorsForm(parsed.station))).toHaveProperty("lead");
});

test.each(["agent", "desk"])("%s: the scope of a lead needs the question of whose it is", (profile) => {
  const off = ["ownershipId"];
  expect(issuesOf({ profile, asks: { on: [], off } })).toEqual(["asks.off.0 required"]);
  expect(storedStation({ ...base, profile, asks: { on: [], off } })?.leftOut).toEqual(["asks.off: ownershipId"]);
  expect(issuesOf({ profile, asks: { on: [], off: [...off, "ownershipScope"] } })).toEqual([]);
});

test.each([
  [
    { on: ["property.state", "property.bedrooms"], off: [] },
    { phones: ["+14155550132"], property: { bedrooms: 3 } },
    "property.state",
  ],
  [{ on: [], off: ["phones"] }, {}, "emails"],
])("asking %j: the issue of a missing answer is at a question that is asked", (asks, draft, path) => {
  const parsed = parseStation({ ...base, profile: "embed", asks });
  if ("issues" in parsed) throw new Error("not a station");
  expect(judge({ firstName: "Ann", ...draft }, parsed.station)).toEqual({ issues: [{ path, code: "required" }] });
});

test("a second question of the same name is refused, and left out of a stored station", () => {
  const attributes = [
    { name: "Budget", type: "text", visitors: true },
    { name: " Budget", type: "number", visitors: true },
  ];
  expect(issuesOf({ profile: "embed", attributes })).toEqual(["attributes.1.name format"]);
  expect(storedStation({ ...base, profile: "embed", attributes })?.station.attributes).toEqual([attributes[0]]);
});

test("a question with the name of the attribute for our reference cannot be saved; a stored one takes answers", () => {
  const attributes = [{ name: "Budget", type: "text", visitors: true }];
  const settings = { profile: "desk", referenceAttribute: "Budget" };
  expect(issuesOf({ ...settings, attributes })).toEqual(["attributes.0.name format"]);
  const row = { attributeName: "Budget", attributeType: "text", value: "650k" };
  const lead = { firstName: "Ann", customAttributeList: [row] };
  const stored = storedStation({ ...base, ...settings, attributes });
  expect(stored?.leftOut).toEqual([]);
  expect(stored && judge(lead, stored.station)).toEqual({ lead });
  const parsed = parseStation({ ...base, ...settings });
  if ("issues" in parsed) throw new Error("not a station");
  expect(judge(lead, parsed.station)).toEqual({
    issues: [{ path: "customAttributeList.0.attributeName", code: "not-allowed" }],
  });
});

describe("only whole questions that the form shows can be required or switched", () => {
  test.each(["leadFamilyMemberList.0.lastName", "customAttributeList.0.value", "phones.0"])("%s cannot", (path) => {
    const settings = { profile: "desk", required: [path], asks: { on: [path], off: [path] } };
    const parts = ["asks.on.0", "asks.off.0", "required.0"];
    expect(issuesOf(settings)).toEqual(parts.map((part) => `${part} unknown`));
    expect(storedStation({ ...base, ...settings })?.station).toMatchObject({ required: [], asks: { on: [], off: [] } });
  });

  test("visitors must have an own question before one is required", () => {
    const required = ["customAttributeList"];
    const question = { name: "Budget", type: "text" };
    const asking = (visitors: boolean) => ({ profile: "embed", required, attributes: [{ ...question, visitors }] });
    expect(issuesOf(asking(false))).toEqual(["required.0 not-allowed"]);
    expect(storedStation({ ...base, ...asking(false) })?.station.required).toEqual([]);
    expect(issuesOf(asking(true))).toEqual([]);
    expect(issuesOf({ ...asking(false), profile: "desk" })).toEqual([]);
  });
});
