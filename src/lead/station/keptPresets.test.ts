import { expect, test } from "vitest";
import { keptPresets } from "./keptPresets.ts";

const event = { address: "48 Larkspur Lane", date: "2026-11-22", host: "Sample Agent One" };

test.each([
  [
    "a custom attribute",
    { customAttributeList: [{ attributeName: "Open house", attributeType: "text", value: "{address}" }] },
  ],
  ["a property", { property: { streetAddress: "{address}", propertyType: "Condo" } }],
  ["a person", { leadFamilyMemberList: [{ firstName: "{host}", relationship: "Other" }] }],
])("without an event: %s that needs it is left out as a whole", (_, needing) => {
  const presets = { ...needing, source: "Sign" };
  expect(keptPresets(presets, undefined).presets).toEqual({ source: "Sign" });
  expect(Object.keys(keptPresets(presets, event).presets).toSorted()).toEqual(Object.keys(presets).toSorted());
});

test("a list keeps the rows that do not need the event", () => {
  const row = (attributeName: string, value: string) => ({ attributeName, attributeType: "text", value });
  const customAttributeList = [row("Host", "{host}"), row("Door", "Front"), row("House", "{address}")];
  expect(keptPresets({ customAttributeList }, undefined).presets).toEqual({
    customAttributeList: [row("Door", "Front")],
  });
});

test("numbers are numbers, also those that are texts in the station", () => {
  const presets = { inquiry: { priceMin: "500000", bedroomsMin: "2" }, property: { city: "Austin", bathrooms: "2.5" } };
  expect(keptPresets(presets, event).presets).toEqual({
    inquiry: { priceMin: 500_000, bedroomsMin: 2 },
    property: { city: "Austin", bathrooms: 2.5 },
  });
});
