import { describe, expect, test } from "vitest";
import { int64Kinds, ruleOf, type Field } from "./field.ts";
import { fieldAt, fields } from "./fields.ts";
import rows from "./contract.data.json" with { type: "json" };
import { isObject } from "./json.ts";
import { judge } from "./station/judge.ts";
import { put, type Draft } from "./testing/arbitraryLead.ts";
import { stationOf } from "./testing/stationOf.ts";
import { valueAt } from "./valueAt.ts";

/** One row for each request path that Lofty documents for `POST /v1.0/leads`. */
interface Row {
  readonly path: string;
  readonly type: string;
  readonly limit?: number;
  readonly enum?: readonly (string | number)[];
  readonly required?: true;
  readonly deprecated?: true;
  readonly server?: true;
  readonly example?: unknown;
}
const desk = stationOf("desk");
const all = rows as readonly Row[];
const at = ({ path }: Pick<Row, "path">) => path.replaceAll("[]", ".0");
const isBranch = ({ type }: Row) => type === "object";
const isRows = ({ type }: Row) => type === "array<object>";
const leaves = all.filter((row) => !isBranch(row) && !isRows(row));
/**
 * Documented as managed by Lofty, but present in its documented example. So integrations may send them; the form does
 * not.
 */
const forwardedAnyway = ["defaultInquiryParam", "specifiedAssignGroupId"];
const isRefused = ({ server, path }: Row) => server === true && !forwardedAnyway.includes(path);
const taken = leaves.filter((row) => !isRefused(row));

/** Values for paths that have no useful example in the documentation. */
const samples: Record<string, unknown> = {
  "inquiry.bathroomsMax": "2.5",
  "property.pictureUrl": "https://example.com/a.jpg",
  "property.siteListingUrl": "https://example.com/48-larkspur-lane",
  "leadFamilyMemberList[].birthday": "Jun 5, 2001",
  "customAttributeList[].attributeType": "text",
};
const byType: Record<string, unknown> = { string: "Sample text", integer: 123, number: 12.5, boolean: true };
const sample = (row: Row): unknown => samples[row.path] ?? row.example ?? row.enum?.[0] ?? byType[row.type];

/** The smallest valid lead that holds this value: adds the fields that Lofty or the contract requires next to it. */
function around(row: Row, value: unknown): Draft {
  const inRow = /^(.*?)\[\]\.(.*)$/.exec(row.path);
  const companions: Record<string, Draft> = {
    leadFamilyMemberList: { firstName: "Cara" },
    customAttributeList: { attributeName: "Pets", attributeType: "text", value: "Two cats" },
  };
  const [, list = "", inner = ""] = inRow ?? [];
  const placed = inRow ? put({}, list, [{ ...companions[list], [inner]: value }]) : put({}, row.path, value);
  const base: Draft = { firstName: "Ann", ...placed };
  if (base["property"]) return row.path === "property.city" ? base : put(base, "property.city", "Austin");
  if (row.path === "ownershipScope") return { ...base, ownershipId: "42" };
  if (base["leadTransaction"] && row.path !== "leadTransaction.transactionName")
    return put(base, "leadTransaction.transactionName", "Sale");
  return base;
}
const issuesOf = (draft: unknown) => {
  const verdict = judge(draft, desk);
  return "issues" in verdict ? verdict.issues : [];
};
const many = (row: Row) => row.type.startsWith("array<");
const itemAt = (row: Row) => (many(row) ? `${at(row)}.0` : at(row));
const one = (row: Row, item: unknown) => around(row, many(row) ? [item] : item);

test("the list is complete: Lofty documents 164 paths, and may add others", () => {
  expect(all.length).toBeGreaterThanOrEqual(164);
});

/** The paths of fields, as the rows write them: `inquiry.locations[].city`. */
const pathsOf = (among: readonly Field[], before = ""): readonly string[] =>
  among.flatMap(({ path, fields: inner = [] }) => [before + path, ...pathsOf(inner, `${before}${path}[].`)]);

test("every field has a row", () => {
  const known = new Set(all.map(({ path }) => path));
  const missing = pathsOf(fields).filter((path) => !known.has(path));
  expect(missing.map((path) => `add to contract.data.json and src/sandbox/facts.json: ${path}`)).toEqual([]);
});

test.each(all.map((row) => [row.path, row] as const))("%s has the expected rule, required flag and limit", (_, row) => {
  const field = fieldAt(at(row));
  if (isBranch(row)) return expect(field).toBeUndefined();
  if (!field) throw new Error("no field has this path");
  const forwarded = row.deprecated || row.path.startsWith("leadTransaction") || forwardedAnyway.includes(row.path);
  const rule = isRefused(row)
    ? "server-managed"
    : forwarded
      ? "forwarded"
      : row.path.endsWith("params")
        ? "set"
        : "asked";
  expect(ruleOf(field)).toBe(rule);
  expect(Boolean(field.required)).toBe(Boolean(row.required));
  // Two limits are ours: Lofty documents none for family names, and the note leaves room for the proxy's lines.
  const ours: Record<string, number> = {
    "leadFamilyMemberList[].firstName": 30,
    "leadFamilyMemberList[].lastName": 30,
    content: 1400,
  };
  expect(isRows(row) ? field.max : field.limit).toBe(row.limit ?? ours[row.path]);
  return undefined;
});

test.each(taken.map((row) => [row.path, row] as const))("%s accepts its documented value", (_, row) => {
  const value = sample(row);
  const verdict = judge(around(row, value), desk);
  if ("issues" in verdict) throw new Error(JSON.stringify(verdict.issues));
  // 64-bit ids are kept as digits in a string.
  expect(valueAt(verdict.lead, at(row))).toEqual(int64Kinds.has(fieldAt(at(row))?.kind) ? String(value) : value);
});

test.each(leaves.filter(isRefused).map((row) => [row.path, row] as const))(
  "%s is refused: Lofty manages it",
  (_, row) => {
    expect(issuesOf(around(row, row.example ?? 123))).toEqual([{ path: at(row), code: "server-managed" }]);
  },
);

test.each(taken.map((row) => [row.path, row] as const))("%s refuses a value of another type", (_, row) => {
  const type = row.type.replace(/^array<(.*)>$/, "$1");
  const wrong =
    type === "string" ? [7, true, { a: "b" }] : type === "boolean" ? ["true", 1] : ["seven", true, { a: 1 }];
  for (const value of wrong) {
    const code = row.enum || ["leadTypes", "inquiry.propertyType"].includes(row.path) ? "not-an-option" : "wrong-type";
    const found = issuesOf(one(row, value)).filter(({ path }) => path === itemAt(row));
    expect(found, JSON.stringify(value)).toEqual([
      { path: itemAt(row), code: expect.toSatisfy((got) => got === code || got === "format") },
    ]);
  }
  if (many(row)) expect(issuesOf(around(row, "one"))).toEqual([{ path: at(row), code: "wrong-type" }]);
});

const limited = leaves.filter((row) => fieldAt(at(row))?.limit !== undefined);
test.each(limited.map((row) => [row.path, row] as const))(
  "%s accepts a text at its limit and refuses one unit more",
  (_, row) => {
    const limit = fieldAt(at(row))?.limit ?? 0;
    const unit = row.path.endsWith("phones") ? "5" : "x";
    expect(issuesOf(one(row, unit.repeat(limit)))).toEqual([]);
    expect(issuesOf(one(row, unit.repeat(limit + 1)))).toEqual([
      { path: itemAt(row), code: "too-long", limit, length: limit + 1 },
    ]);
  },
);

describe.each(leaves.filter((row) => row.enum).map((row) => [row.path, row] as const))("%s", (_, row) => {
  test.each(row.enum ?? [])("accepts %s", (value) => {
    // A multi_select's value is a JSON list in a string. attributeValue.ts checks the format of each type.
    const values: Record<string, string> = { multi_select: '["a"]', number: "1", percentage: "1", currency: "1" };
    const dated = String(value).endsWith("date") ? "Jun 5, 2001" : "a";
    const draft = one(row, value);
    const list = draft["customAttributeList"];
    const full =
      Array.isArray(list) && isObject(list[0])
        ? { ...draft, customAttributeList: [{ ...list[0], value: values[String(value)] ?? dated }] }
        : draft;
    expect(issuesOf(full)).toEqual([]);
  });
  test("refuses any other value", () => {
    const other = typeof row.enum?.[0] === "number" ? 99 : `${row.enum?.[0]}?`;
    expect(issuesOf(one(row, other))).toEqual([{ path: itemAt(row), code: "not-an-option" }]);
  });
});

const demanded = leaves.filter((row) => row.required && row.path !== "leadTransaction.transactionName");
test.each(demanded.map((row) => [row.path, row] as const))(
  "%s is required, and a blank value counts as missing",
  (_, row) => {
    // A row without any answer is left out, so this family member has a last name.
    const blank = around(row, "  ");
    const member = { lastName: "Li", firstName: "\n" };
    const draft = row.path.startsWith("leadFamily") ? { ...blank, leadFamilyMemberList: [member] } : blank;
    expect(issuesOf(draft)).toEqual([{ path: at(row), code: "required" }]);
  },
);

test("family members: accepts four, refuses five", () => {
  const members = (count: number) => Array.from({ length: count }, (_, index) => ({ firstName: `Kid ${index}` }));
  expect(issuesOf({ firstName: "Ann", leadFamilyMemberList: members(4) })).toEqual([]);
  expect(issuesOf({ firstName: "Ann", leadFamilyMemberList: members(5) })).toEqual([
    { path: "leadFamilyMemberList", code: "too-many", limit: 4, length: 5 },
  ]);
});

test("a transaction without a name is refused", () => {
  expect(issuesOf({ firstName: "Ann", leadTransaction: { gci: 1 } })).toEqual([
    { path: "leadTransaction.transactionName", code: "required" },
  ]);
});

test("all documented examples together are one valid lead, with every value unchanged", () => {
  const shown = taken.filter((row) => row.example !== undefined && !row.path.includes("[]"));
  const lead = shown.reduce<Draft>((draft, row) => put(draft, row.path, row.example), {});
  const verdict = judge({ ...lead, ownershipScope: "OFFICE" }, desk);
  if ("issues" in verdict) throw new Error(JSON.stringify(verdict.issues));
  for (const row of shown)
    expect(valueAt(verdict.lead, row.path), row.path).toEqual(
      int64Kinds.has(fieldAt(row.path)?.kind) ? String(row.example) : row.example,
    );
});
