import { expect, test } from "vitest";
import { culpritsOf } from "./culprits.ts";

const lists = {
  stages: ["New lead", "Hot"],
  tags: ["Sample tag"],
  agents: [{ id: "1738234566814937081", name: "Sample Agent One" }],
  offices: [],
  attributes: [{ name: "Loan amount", type: "currency" as const }],
};
const none = { stages: [], tags: [], agents: [], offices: [], attributes: [] };
const row = (attributeName: string) => ({ attributeName, attributeType: "text", value: "1" });

test.each([
  [{ stage: "No such stage" }, "crm-20012", [{ path: "stage", value: "No such stage" }]],
  [{ stage: "Hot" }, "crm-20012", []],
  [{ tagsAdd: ["A new tag"] }, "crm-20012", []],
  [{ assignedUserId: "17" }, "http-400", [{ path: "assignedUserId", value: "17" }]],
  [{ assignedUserId: "1738234566814937081" }, "http-400", []],
  [
    { customAttributeList: [row("Loan amount"), row("Pool")] },
    "crm-20012",
    [{ path: "customAttributeList", value: "Pool" }],
  ],
  [
    { stage: "Cold", property: { bedrooms: 2 } },
    "crm-200057",
    [{ path: "property.streetAddress" }, { path: "stage", value: "Cold" }],
  ],
])("%j, refused with %s", (lead, reason, expected) => {
  expect(culpritsOf(lead, reason, lists)).toEqual(expected);
});

test("without Lofty's lists: returns nothing", () => {
  const lead = { stage: "No such stage", assignedUserId: "17", customAttributeList: [row("Pool")] };
  expect(culpritsOf(lead, "crm-20012", none)).toEqual([]);
});
