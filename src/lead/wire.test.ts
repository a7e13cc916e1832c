import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "./station/judge.ts";
import { goodDraft } from "./testing/arbitraryLead.ts";
import { runs } from "./testing/runs.ts";
import { stationOf } from "./testing/stationOf.ts";
import { parseExact, toWire } from "./wire.ts";

test("ids are sent as bare numbers with all digits, at any depth", () => {
  const split = { id: "9007199254740993", value: "-9223372036854775808" };
  const lead = {
    assignedUserId: "1738234566814937089",
    leadTransaction: {
      transactionName: "Sale",
      commissions: { split: [split] },
      customFields: [{ id: "1", value: "2" }],
    },
  };
  expect(toWire(lead)).toBe(
    '{"assignedUserId":1738234566814937089,"leadTransaction":{"transactionName":"Sale","commissions":{"split":' +
      '[{"id":9007199254740993,"value":-9223372036854775808}]},"customFields":[{"id":1,"value":"2"}]}}',
  );
});

test.each(["007", "-0123", "00"])("%s is no JSON number, and stays a text", (assignedUserId) => {
  expect(JSON.parse(toWire({ assignedUserId }))).toEqual({ assignedUserId });
});

test("numbers stay numbers and texts stay texts", () => {
  const lead = {
    inquiry: { priceMin: 1, bathroomsMin: "1" },
    property: { bathrooms: 2.5, zipCode: "02134" },
    preQual: "No",
  };
  expect(toWire(lead)).toBe(
    '{"inquiry":{"priceMin":1,"bathroomsMin":"1"},"property":{"bathrooms":2.5,"zipCode":"02134"},"preQual":"No"}',
  );
});

test.each([
  ["1738234566814937089", "1738234566814937089"],
  ["-9007199254740993", "-9007199254740993"],
  ["9007199254740991", 9007199254740991],
  ["7", 7],
  ["2.5", 2.5],
  ["1e3", 1000],
  ['"1738234566814937089"', "1738234566814937089"],
])("%s is parsed as %j", (text, value) => expect(parseExact(`{"a":[${text}]}`)).toEqual({ a: [value] }));

test.each(["1738234566814937089", "9007199254740993", "42"])(
  "the id %s is accepted as a string and as a number",
  (id) => {
    const verdicts = [`"${id}"`, id].map((written) =>
      judge(parseExact(`{"firstName":"Ann","assignedUserId":${written}}`), stationOf("desk")),
    );
    for (const verdict of verdicts) {
      expect(verdict).toEqual({ lead: { firstName: "Ann", assignedUserId: id } });
      if ("lead" in verdict) expect(toWire(verdict.lead)).toBe(`{"firstName":"Ann","assignedUserId":${id}}`);
    }
  },
);

test("an accepted lead, sent and judged again, stays the same", () => {
  const desk = stationOf("desk");
  fc.assert(
    fc.property(goodDraft(desk), (draft) => {
      const verdict = judge(draft, desk);
      if ("issues" in verdict) throw new Error(JSON.stringify(verdict.issues));
      const wire = toWire(verdict.lead);
      const again = judge(parseExact(wire), desk);
      expect("lead" in again && toWire(again.lead)).toBe(wire);
    }),
    runs,
  );
});
