import fc from "fast-check";
import { isAllowed } from "../station/allowed.ts";
import { formatDate } from "../date.ts";
import type { Field } from "../field.ts";
import type { Kind } from "../kinds.ts";
import { fields } from "../fields.ts";
import { isObject } from "../json.ts";
import type { Station } from "../station/station.ts";
import { attributeTypes, type AttributeType } from "../topics/attributes.ts";
import { anyText, fittingText } from "./arbitraryText.ts";

type Value = fc.Arbitrary<unknown>;
export interface Draft {
  [key: string]: unknown;
}

const whole = fc.oneof(fc.nat(), fc.constantFrom(0, Number.MAX_SAFE_INTEGER));
const orText = (number: fc.Arbitrary<number>) => fc.oneof(number, fc.nat().map(String));
const int32 = orText(fc.nat({ max: 2 ** 31 - 1 }));
const fraction = fc.double({ min: 0, max: 1e12, noNaN: true });
const int64 = fc.oneof(
  fc.maxSafeInteger(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  fc.constantFrom("9007199254740993", "1738234566814937089", "9223372036854775807", "-9223372036854775808"),
);
const date = fc
  .tuple(fc.integer({ min: 1900, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => formatDate({ year, month, day }));
const decimalText = fc.constantFrom("0", "1", "2.5", "10.25", "9999.99");
/** Invisible characters that an email drops (characters.ts). */
const unseen = fc.constantFrom("", "", "\u200b", "\u00ad", "\u200e", "\u202c", "\ufe0f", "\ufeff");
const fittingOf = ({ limit = 300 }: Field) => fittingText(limit);
const yesNo = fc.constantFrom("Yes", "No");

/** For each kind, answers that the contract accepts. */
const answers: Record<Exclude<Kind, "rows" | "attributes">, (field: Field) => Value> = {
  text: fittingOf,
  token: fittingOf,
  lines: ({ limit = 300 }) => fittingText(limit, true),
  phone: () =>
    fc.constantFrom(
      "+14155550132",
      "(650) 555-0199",
      "1-800-FLOWERS 22",
      "٠١٢٣٤٥٦٧٨٩",
      "+81 90 1234 5678 90",
      "\u202a+1 415\u00ad555 0132\u202c",
    ),
  email: () =>
    fc.tuple(fc.nat(), unseen).map(([number, mark]) => `${mark}visitor.${number}+üm${mark}laut@example.com${mark}`),
  url: () => fc.webUrl(),
  choice: ({ options = [] }) => fc.constantFrom(...options),
  pick: ({ options = [] }) => fc.constantFrom(...options),
  suggested: fittingOf,
  yesNo: () => yesNo,
  flag: () => fc.boolean(),
  permission: () => fc.boolean(),
  integer: () => int32,
  atLeast: () => int32,
  money: () => orText(whole),
  decimal: () => orText(fraction),
  number: () => orText(fc.double({ noNaN: true, noDefaultInfinity: true })),
  decimalText: () => decimalText,
  atLeastText: () => decimalText,
  state: fittingOf,
  stateCode: fittingOf,
  int64: () => int64,
  listed: fittingOf,
  agent: () => int64,
  owner: () => int64,
  routing: () => int64,
  date: () => date,
};

const attributeValues: Record<AttributeType, fc.Arbitrary<string>> = {
  text: fittingText(200, true),
  number: fc.maxSafeInteger().map(String),
  percentage: decimalText,
  currency: decimalText,
  date: date.map(String),
  anniversary_date: date.map(String),
  single_select: fittingText(60),
  multi_select: fc.array(fittingText(30), { minLength: 1, maxLength: 3 }).map((picked) => JSON.stringify(picked)),
};

/** Answers to the station's custom attributes, from their options. At a staff station also other attributes. */
function attributeRows({ attributes, profile }: Station): Value {
  const visited = profile === "kiosk" || profile === "embed";
  const known = attributes
    .filter(({ visitors }) => visitors || !visited)
    .map(({ name, type, options }) => {
      const picked = options && fc.subarray([...options], { minLength: 1 });
      const value = picked?.map((some) => (type === "multi_select" ? JSON.stringify(some) : some[0]));
      return fc.record({
        attributeName: fc.constant(name),
        attributeType: fc.constant(type),
        value: value ?? attributeValues[type],
      });
    });
  const foreign = fc.constantFrom(...attributeTypes).chain((type) =>
    fc.record({
      attributeName: fittingText(40).map((name) => `own ${name}`),
      attributeType: fc.constant(type),
      value: attributeValues[type],
    }),
  );
  const row: fc.Arbitrary<{ attributeName: string }> = visited ? fc.oneof(...known) : fc.oneof(foreign, ...known);
  return fc.uniqueArray(row, { maxLength: 4, selector: ({ attributeName }) => attributeName.normalize("NFC").trim() });
}

function answer(field: Field, station: Station): Value {
  const { kind, max = 3, many } = field;
  if (kind === "attributes") return attributeRows(station);
  if (kind === "rows") return fc.array(record(field.fields ?? [], station), { maxLength: max });
  return many ? fc.array(answers[kind](field), { maxLength: max }) : answers[kind](field);
}

/** A subset of these fields that includes the required ones. */
function record(among: readonly Field[], station: Station): fc.Arbitrary<Draft> {
  const values = Object.fromEntries(among.map((field) => [field.path, answer(field, station)]));
  return fc
    .record(values, { requiredKeys: among.filter((field) => field.required).map((field) => field.path) })
    .map((flat) => Object.entries(flat).reduce<Draft>((draft, [path, value]) => put(draft, path, value), {}));
}

/** Writes a value at a dotted path, as a form would. Returns a new draft. */
export function put(draft: Draft, path: string, value: unknown): Draft {
  const [head = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...draft, [head]: value };
  const inner = draft[head];
  return { ...draft, [head]: put(isObject(inner) ? inner : {}, rest.join("."), value) };
}

/** Valid drafts for the station: all kinds of answers, and all rules that span fields are met. */
export function goodDraft(station: Station): fc.Arbitrary<Draft> {
  const allowed = fields.filter((field) => isAllowed(field, field.path, station));
  return record(allowed, station).map((draft) => {
    let good = draft;
    // The rules that span fields (crossChecks.ts).
    if (isObject(good["property"])) good = put(good, "property.city", "Sample Town");
    if (allowed.some(({ path }) => path === "ownershipId")) good = put(good, "ownershipId", "42");
    if (good["leadTransaction"]) good = put(good, "leadTransaction.transactionName", "Sale of 48 Larkspur Lane");
    return put(good, "phones", ["+14155550132"]);
  });
}

const junk: Value = fc.oneof(
  anyText,
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    null,
    "",
    " ",
    [],
    {},
    -1,
    1.5,
    Number.NaN,
    true,
    "650,000",
    "Feb 30, 2001",
    "jun 5, 2001",
    undefined,
  ),
  fc.array(anyText, { maxLength: 6 }),
);

/** Any request: valid drafts with some answers replaced by junk, unknown keys and unmet rules. */
export function anyDraft(station: Station): fc.Arbitrary<unknown> {
  const paths = [...fields.map((field) => field.path), "unknown", "inquiry.unknown", "leadFamilyMemberList.0.unknown"];
  const damage = fc.array(fc.tuple(fc.constantFrom(...paths), junk), { maxLength: 3 });
  const damaged = fc
    .tuple(goodDraft(station), damage)
    .map(([draft, wrong]) => wrong.reduce((broken, [path, value]) => put(broken, path, value), draft));
  return fc.oneof({ weight: 9, arbitrary: damaged }, { weight: 1, arbitrary: junk });
}
