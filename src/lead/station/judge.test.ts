import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeOf } from "../issue.ts";
import { judge } from "./judge.ts";
import { fieldAt } from "../fields.ts";
import { isObject } from "../json.ts";
import { normalise } from "../normalise.ts";
import { readyStations } from "./readyStations.ts";
import { leadSchema } from "./schema.ts";
import { anyDraft, goodDraft } from "../testing/arbitraryLead.ts";
import { runs } from "../testing/runs.ts";
import { stationOf } from "../testing/stationOf.ts";

const now = () => new Date("2026-11-22T12:00:00Z");
const desk = stationOf("desk");
const kiosk = stationOf("kiosk");
const at = (draft: object, station = desk) => judge({ firstName: "Ann", ...draft }, station, now);
const leadOf = (draft: object, station = desk) => {
  const verdict = at(draft, station);
  if ("issues" in verdict) throw new Error(JSON.stringify(verdict.issues));
  return verdict.lead;
};
const wrong = (draft: object, station = desk) => {
  const verdict = at(draft, station);
  return "issues" in verdict ? verdict.issues.map(({ path, code }) => `${path} ${code}`) : [];
};

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
    const verdict = at({ emails: [...emails, " "], phones }, kiosk);
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

describe("invisible characters", () => {
  const marks = [
    "\u200b",
    "\u00ad",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202c",
    "\u2066",
    "\ufe0f",
    "\u2060",
    "\ufeff",
    "\u{e0061}",
  ];
  const inside = (text: string, mark: string) => [
    `${mark}${text}`,
    `${text}${mark}`,
    `${text.slice(0, 3)}${mark}${text.slice(3)}`,
  ];
  test.each(marks.map((mark) => [`U+${mark.codePointAt(0)?.toString(16)}`, mark]))(
    "%s: removed from emails, phones, URLs, ids and dates",
    (_, mark) => {
      const same = (put: (text: string) => object, text: string) => {
        for (const typed of inside(text, mark))
          expect(leadOf(put(typed)), typed).toEqual({ firstName: "Ann", ...put(text) });
      };
      same((email) => ({ emails: [email] }), "ann@example.com");
      same((phone) => ({ phones: [phone] }), "(415) 555-0134");
      same((email) => ({ leadFamilyMemberList: [{ firstName: "Cy", emails: [email] }] }), "cy@example.com");
      same((siteListingUrl) => ({ property: { city: "X", siteListingUrl } }), "https://example.com/a");
      same((assignedUserId) => ({ assignedUserId }), "1738234566814937089");
      same((birthday) => ({ birthday }), "Jun 5, 2001");
    },
  );

  test.each([
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\u0928\u094d\u200d",
    "👩‍👩‍👧",
    "a\u202eb\u202c",
    "a\u200bb",
    "❤️",
  ])("a name, a tag and a note keep %j as typed", (text) => {
    const draft = { firstName: text, lastName: text, tagsAdd: [text], content: text };
    expect(leadOf(draft)).toEqual(draft);
  });

  test.each(["\u200b", "\u200d \u200c", "\u3164", "\u2800", "\u00ad\u202e", "\ufe0f\n"])(
    "%j: a required name is missing, and optional answers are left out",
    (text) => {
      expect(wrong({ firstName: text })).toEqual(["firstName required"]);
      const optional = { lastName: text, tagsAdd: [text], content: text, emails: [text], phones: [text] };
      expect(leadOf(optional)).toEqual({ firstName: "Ann" });
      expect(wrong({ emails: [text], phones: [text] }, kiosk)).toEqual(["phones required"]);
    },
  );

  test("a phone's limit counts the normalized text", () => {
    const typed = "\u202a+12345678901234567890\u202c".slice(0, 22);
    expect(leadOf({ phones: [`\u202a+1234567890123456789\u202c`] })).toMatchObject({
      phones: ["+1234567890123456789"],
    });
    expect(wrong({ phones: [`${typed}1`] })).toEqual(["phones.0 too-long"]);
  });
});

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

describe.each(readyStations.map((station) => [station.id, station] as const))(
  "at %s, with generated drafts",
  (_, station) => {
    const some = { numRuns: Math.ceil(runs.numRuns / readyStations.length) };
    test("accepts a valid draft", () => {
      fc.assert(
        fc.property(goodDraft(station), (draft) => "lead" in judge(draft, station)),
        some,
      );
    });

    test("judging an accepted lead again changes nothing, and no text is over its limit", () => {
      const property = fc.property(fc.oneof(goodDraft(station), anyDraft(station)), (draft) => {
        const first = judge(draft, station);
        if ("issues" in first) return;
        expect(judge(first.lead, station)).toEqual({ lead: first.lead });
        for (const [path, value] of leavesOf(first.lead, "")) {
          const field = fieldAt(path);
          expect(field, path).toBeDefined();
          if (typeof value !== "string") continue;
          expect(value.length).toBeLessThanOrEqual(field?.limit ?? Infinity);
          expect(value).toBe(normalise(value, field?.kind));
          expect(value.isWellFormed()).toBe(true);
        }
      });
      fc.assert(property, some);
    });

    test("form and proxy give the same verdict and the same issues", () => {
      const resolve = leadSchema(station);
      const property = fc.property(anyDraft(station), (draft) => {
        const form = resolve.safeParse(draft, { error: codeOf });
        const proxy = judge(draft, station);
        expect("lead" in proxy).toBe(form.success);
        if (form.success) {
          expect(proxy).toEqual({ lead: form.data });
          return;
        }
        const said = form.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
        const issues = "issues" in proxy ? proxy.issues : [];
        const known = issues.filter(({ code }) => code !== "unknown").map(({ path, code }) => `${path} ${code}`);
        expect(known).toEqual(said.filter((line) => !line.endsWith(" unknown")));
      });
      fc.assert(property, some);
    });
  },
);

function leavesOf(value: unknown, path: string): [string, unknown][] {
  const inner = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, inner(String(index))));
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => leavesOf(item, inner(key)));
  return [[path, value]];
}
