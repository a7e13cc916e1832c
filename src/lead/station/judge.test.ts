import { describe, expect, test } from "vitest";
import { desk, kiosk, leadOf, now, wrong } from "../testing/judged.ts";
import { judge } from "./judge.ts";

describe("accepted drafts", () => {
  test.each([
    [{ birthday: "Jun 5, 2001" }],
    [{ birthday: "Feb 29, 2000" }],
    [{ birthday: "Jan 1, 1900" }],
    [{ birthday: "Nov 21, 2026" }],
    [{ preQual: "Yes", mortgage: "No" }],
    [{ inquiry: { bathroomsMin: "1", bathroomsMax: "2.5" } }],
    [{ property: { city: "Austin", bathrooms: 2.5, price: 650000 } }],
    [{ assignedUserId: "1738234566814937089" }],
    [{ ownershipScope: "TEAM" }],
    [{ ownershipScope: "OFFICE", ownershipId: "7" }],
    [{ content: "Two lines\n\tand a tab" }],
    [{ tags: ["A"], tagsAdd: ["B"] }],
    [{ leadTransaction: { transactionName: "Sale", homePrice: -1.5, closeDate: "1767225600000" } }],
  ])("%j is unchanged", (draft) => expect(leadOf(draft)).toEqual({ firstName: "Ann", ...draft }));

  test.each([
    ["a number in a draft may be text", { inquiry: { priceMin: "650000" } }, { inquiry: { priceMin: 650000 } }],
    ["with decimals", { property: { city: "X", bathrooms: "2.5" } }, { property: { city: "X", bathrooms: 2.5 } }],
    ["a small id becomes digits", { assignedUserId: 10000000514 }, { assignedUserId: "10000000514" }],
    ["texts are composed and trimmed", { lastName: "  Rene\u0301e \r\n" }, { lastName: "Renée" }],
    ["line ends are one kind", { content: "a\r\nb\rc" }, { content: "a\nb\nc" }],
    ["what is empty is left out", { emails: ["", " "], inquiry: { priceMin: null }, property: {}, stage: "" }, {}],
    [
      "empty rows leave",
      { leadFamilyMemberList: [{}, { firstName: "Cy" }] },
      { leadFamilyMemberList: [{ firstName: "Cy" }] },
    ],
  ])("%s", (_, draft, lead) => expect(leadOf(draft)).toEqual({ firstName: "Ann", ...lead }));
});

describe("refused drafts and their paths", () => {
  test.each([
    ...["Feb 30, 2001", "Feb 29, 2001", "jun 5, 2001", "Jun 05, 2001", "June 5, 2001", "2001-06-05", "Juin 5, 2001"],
    ...["Dec 31, 1899", "Nov 23, 2026", "Jun 5 2001", "Sept 5, 2001"],
  ])("birthday %s has a wrong format", (birthday) => expect(wrong({ birthday })).toEqual(["birthday format"]));

  test.each([
    [{ preQual: "yes" }, "preQual not-an-option"],
    [{ preQual: true }, "preQual not-an-option"],
    [{ inquiry: { bathroomsMin: 1 } }, "inquiry.bathroomsMin wrong-type"],
    [{ inquiry: { bathroomsMin: "two" } }, "inquiry.bathroomsMin format"],
    [{ inquiry: { priceMin: "650,000" } }, "inquiry.priceMin wrong-type"],
    [{ inquiry: { priceMin: 1.5 } }, "inquiry.priceMin wrong-type"],
    [{ inquiry: { priceMin: -1 } }, "inquiry.priceMin format"],
    [{ inquiry: { priceMin: "999999999999999999" } }, "inquiry.priceMin format"],
    [{ property: { city: "X", lotSize: "1e-7" } }, "property.lotSize wrong-type"],
    [{ property: { city: "X", lotSize: "1e+21" } }, "property.lotSize wrong-type"],
    [{ inquiry: { bedroomsMax: "9999999999" } }, "inquiry.bedroomsMax format"],
    [{ assignedUserId: 2 ** 53 }, "assignedUserId wrong-type"],
    [{ assignedUserId: "9223372036854775808" }, "assignedUserId format"],
    [{ assignedUserId: "007" }, "assignedUserId format"],
    [{ ownershipScope: "OFFICE" }, "ownershipId required"],
    [{ ownershipScope: "PERSONAL" }, "ownershipId required"],
    [{ ownershipScope: "COMPANY" }, "ownershipScope not-an-option"],
    [{ property: { price: 1 } }, "property.streetAddress required"],
    [{ property: { mailAddress: false } }, "property.streetAddress required"],
    [{ leadTransaction: { transactionName: "a<b" } }, "leadTransaction.transactionName format"],
    [{ leadTypes: [3] }, "leadTypes.0 not-an-option"],
    [{ emails: ["ann@example.com", "ann@example"] }, "emails.1 format"],
    [{ phones: ["12345"] }, "phones.0 format"],
    [{ lastName: "a\u0000b" }, "lastName format"],
    [{ lastName: "two\nlines" }, "lastName format"],
    [{ content: "bell \u0007" }, "content format"],
    [{ lastName: "half \ud83d" }, "lastName format"],
    [{ property: { city: "X", siteListingUrl: "javascript:alert(1)" } }, "property.siteListingUrl format"],
    [{ lead_type: 1 }, "lead_type unknown"],
    [{ inquiry: { price: 1 } }, "inquiry.price unknown"],
    [{ leadFamilyMemberList: [{ firstName: "Cy", age: 3 }] }, "leadFamilyMemberList.0.age unknown"],
    [
      { leadTransaction: { transactionName: "Sale", commissions: { split: [{ x: 1 }] } } },
      "leadTransaction.commissions.split.0.x unknown",
    ],
    [{ constructor: "x" }, "constructor unknown"],
  ])("%j: %s", (draft, issue) => expect(wrong(draft)).toEqual([issue]));

  test("visitors name five phones and emails at most; staff name more", () => {
    const emails = Array.from({ length: 6 }, (_, index) => `ann${index}@example.com`);
    const phones = Array.from({ length: 6 }, (_, index) => `415 555 013${index}`);
    expect(wrong({ emails, phones })).toEqual([]);
    const verdict = judge({ firstName: "Ann", emails: [...emails, " "], phones }, kiosk, now);
    expect("issues" in verdict && verdict.issues).toEqual(
      ["phones", "emails"].map((path) => ({ path, code: "too-many", limit: 5, length: 6 })),
    );
    expect(wrong({ emails: emails.slice(1), phones: phones.slice(1) }, kiosk)).toEqual([]);
  });

  test("reports every unknown key", () => {
    expect(wrong({ a: 1, inquiry: { b: 2, c: 3 } }).toSorted()).toEqual([
      "a unknown",
      "inquiry.b unknown",
      "inquiry.c unknown",
    ]);
  });

  test("__proto__ is refused as an unknown key at any depth, and changes no prototype", () => {
    const hostile = '{"firstName":"Ann","__proto__":{"stage":"New"},"inquiry":{"__proto__":{"priceMin":1}}}';
    const verdict = judge(JSON.parse(hostile), desk, now);
    const paths = "issues" in verdict ? verdict.issues.map(({ path, code }) => `${path} ${code}`) : [];
    expect(paths.toSorted()).toEqual(["__proto__ unknown", "inquiry.__proto__ unknown"]);
    expect(({} as Record<string, unknown>)["stage"]).toBeUndefined();
  });

  test.each([[null], [undefined], ["text"], [7], [[]], [[{ firstName: "Ann" }]], [true]])(
    "a lead that is %j is refused",
    (draft) => {
      expect("issues" in judge(draft, desk, now)).toBe(true);
    },
  );
});
