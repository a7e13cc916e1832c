import { describe, expect, test } from "vitest";
import { desk, kiosk, leadOf, wrong } from "../testing/judged.ts";

describe("custom attributes", () => {
  const row = (attributeType: string, value: unknown, attributeName = "Own") => ({
    customAttributeList: [{ attributeName, attributeType, value }],
  });
  test.each([
    ["text", "any, text"],
    ["number", "-3.25"],
    ["percentage", "12.5"],
    ["currency", "650000"],
    ["date", "Jun 5, 2030"],
    ["anniversary_date", "Jun 5, 2001"],
    ["single_select", "Sign"],
    ["multi_select", '["Schools","Yard"]'],
  ])("%s accepts %s", (type, value) => expect(leadOf(row(type, value))).toMatchObject(row(type, value)));

  test.each([
    ["number", "3,25"],
    ["number", "1e3"],
    ["currency", "$5"],
    ["currency", "650.000"],
    ["currency", "1.125"],
    ["number", "650.000"],
    ["date", "2001-06-05"],
    ["anniversary_date", "Feb 30, 2001"],
    ["multi_select", "Schools"],
    ["multi_select", "[]"],
    ["multi_select", '["a",1]'],
  ])("%s refuses %s", (type, value) => expect(wrong(row(type, value))).toEqual(["customAttributeList.0.value format"]));

  test("a custom attribute of the station refuses another type and other options", () => {
    const heard = "How did you hear about us?";
    expect(wrong(row("text", "Sign", heard))).toEqual(["customAttributeList.0.attributeType not-an-option"]);
    expect(wrong(row("single_select", "Radio", heard))).toEqual(["customAttributeList.0.value not-an-option"]);
    // A page from before may send an option with the spaces that it had then.
    expect(wrong(row("multi_select", '[" Yard "]', "Interested in"))).toEqual([]);
    expect(wrong(row("multi_select", '["Yard","Pool"]', "Interested in"))).toEqual([
      "customAttributeList.0.value not-an-option",
    ]);
  });
  test("refuses two answers to one question", () => {
    const [first] = row("text", "a").customAttributeList;
    expect(wrong({ customAttributeList: [first, first] })).toEqual(["customAttributeList.1.attributeName format"]);
  });
});

describe("fields that visitors may not set are refused at a kiosk", () => {
  const visitor = { phones: ["+14155550132"] };
  test.each([
    [{ cannotText: true }, "cannotText not-allowed"],
    [{ stage: "New" }, "stage not-allowed"],
    [{ content: "x" }, "content not-allowed"],
    [{ tags: ["x"] }, "tags not-allowed"],
    [{ property: { city: "Austin" } }, "property.city not-allowed"],
    [{ leadFamilyMemberList: [{ firstName: "Cy" }] }, "leadFamilyMemberList not-allowed"],
    [{ leadTransaction: { transactionName: "Sale" } }, "leadTransaction.transactionName not-allowed"],
    [
      { customAttributeList: [{ attributeName: "Loan amount", attributeType: "currency", value: "1" }] },
      "customAttributeList.0.attributeName not-allowed",
    ],
    [{ inquiry: { id: 1 } }, "inquiry.id server-managed"],
  ])("%j is refused", (draft, issue) => expect(wrong({ ...visitor, ...draft }, kiosk)).toEqual([issue]));

  test("accepts an offered question that the station switches on; `off` wins over `on`", () => {
    const on = { ...kiosk, asks: { on: ["property.city", "stage"], off: [] } };
    expect(wrong({ ...visitor, property: { city: "Austin" } }, on)).toEqual([]);
    expect(wrong({ ...visitor, stage: "New" }, on)).toEqual(["stage not-allowed"]);
    const off = { ...kiosk, asks: { on: ["property.city"], off: ["property.city", "lastName"] } };
    expect(wrong({ ...visitor, lastName: "Li" }, off)).toEqual(["lastName not-allowed"]);
  });
});

describe("required answers of a station", () => {
  test("kiosk and embed require a phone or an email, unless switched off", () => {
    expect(wrong({}, kiosk)).toEqual(["phones required"]);
    expect(wrong({ emails: ["ann@example.com"] }, kiosk)).toEqual([]);
    expect(wrong({}, { ...kiosk, needsContact: false })).toEqual([]);
    expect(wrong({}, { ...desk, needsContact: true })).toEqual(["phones required"]);
  });
  test("required fields are required only while their condition holds", () => {
    const station = { ...desk, required: ["lastName", "sellingTimeFrame"] };
    expect(wrong({}, station)).toEqual(["lastName required"]);
    expect(wrong({ leadTypes: [1] }, station)).toEqual(["lastName required", "sellingTimeFrame required"]);
  });
});
