import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "./judge.ts";
import { goodDraft } from "./testing/arbitraryLead.ts";
import { runs } from "./testing/runs.ts";
import { stationOf } from "./testing/stationOf.ts";
import { parseExact, toWire } from "./wire.ts";

test("ids leave as bare numbers, digit for digit, wherever they stand", () => {
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
])("%s is read as %j", (text, value) => expect(parseExact(`{"a":[${text}]}`)).toEqual({ a: [value] }));

test.each(["1738234566814937089", "9007199254740993", "42"])("the id %s may come as digits or bare", (id) => {
  const verdicts = [`"${id}"`, id].map((written) =>
    judge(parseExact(`{"firstName":"Ann","assignedUserId":${written}}`), stationOf("desk")),
  );
  for (const verdict of verdicts) {
    expect(verdict).toEqual({ lead: { firstName: "Ann", assignedUserId: id } });
    if ("lead" in verdict) expect(toWire(verdict.lead)).toBe(`{"firstName":"Ann","assignedUserId":${id}}`);
  }
});

test("what was let through, sent and judged again is the same lead", () => {
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
