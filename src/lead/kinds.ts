import * as z from "zod/mini";
import { characters } from "./characters.ts";
import { isPast, parseDate } from "./date.ts";
import { isEmail } from "./email.ts";
import type { Field } from "./field.ts";
import { limits } from "./limits.ts";
import { isPhone } from "./phone.ts";

type Rule = z.ZodMiniType<unknown, unknown>;
/** What a rule needs to know of a field. Its kind is the rule's own name. */
type Limits = Pick<Field, "limit" | "options" | "past">;

/** A zod check that fails with one of our issue codes (issue.ts). */
export const check = (holds: (value: string) => boolean, code: string) =>
  z.refine<string>(holds, { error: code, params: { code } });

/** A lone surrogate would be sent as U+FFFD, and the CRM's pages cannot show control characters. */
const wellFormed = check((text) => text.isWellFormed(), "format");
const holds = (kind: Kind) => check((text) => !characters(kind).refused.test(text), "format");

const typed = (kind: Kind, ...checks: z.core.$ZodCheck<string>[]) =>
  z.string().check(wellFormed, holds(kind), ...checks);
const text = (field: Limits): Rule => typed("text", ...upTo(field));
const lines = (field: Limits): Rule => typed("lines", ...upTo(field));
/** Counts UTF-16 units, as Lofty most likely does. zod's own maxLength counts a surrogate pair as one. */
const upTo = ({ limit }: Limits) => (limit === undefined ? [] : [check((text) => text.length <= limit, "too-long")]);

const phone = (field: Limits): Rule => typed("phone", check(isPhone, "format"), ...upTo(field));
const email = (field: Limits): Rule => typed("email", check(isEmail, "format"), ...upTo(field));
const isWebUrl = (text: string) => /^https?:\/\//i.test(text) && isUrl(text);
const url = (field: Limits): Rule => typed("url", check(isWebUrl, "format"), ...upTo(field));
/** Browsers on tablets of 2023 have no `URL.canParse`. */
function isUrl(text: string): boolean {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
}

/** Whether a text is the canonical form of a number. `650.000` is not: its meaning depends on the country. */
const isNumberText = (text: string) => /^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text;
const numberOf = (text: string) => (isNumberText(text) ? Number(text) : text);
/** Accepts a number or its canonical text, because a number in a draft may still be text. */
const number = (rule: z.ZodMiniType<number, number>, read: (text: string) => unknown = numberOf) =>
  z.pipe(
    z.transform((value: unknown) => (typeof value === "string" ? read(value) : value)),
    rule as Rule,
  );

/** 16 or more digits that no `Number` holds exactly count as too large, not as rounded. */
const whole = (rule: z.ZodMiniType<number, number>) =>
  number(rule, (text) => (/^[1-9]\d{15,}$/.test(text) && !isNumberText(text) ? Number.MAX_VALUE : numberOf(text)));
const int32 = whole(z.int().check(z.minimum(0), z.maximum(limits.int32)));
const decimalText = (): Rule =>
  typed(
    "decimalText",
    check((text) => /^(0|[1-9]\d{0,3})(\.\d{1,2})?$/.test(text), "format"),
  );

const isInt64 = (digits: string) =>
  /^(0|-?[1-9]\d{0,18})$/.test(digits) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits);
const int64 = z.pipe(
  z.transform((value: unknown) => (Number.isSafeInteger(value) ? String(value) : value)),
  z.string().check(check(isInt64, "format")),
);

const date = (field: Limits, now: () => Date): Rule =>
  typed(
    "date",
    check((text) => {
      const parts = parseDate(text);
      return parts !== undefined && (!field.past || isPast(parts, now()));
    }, "format"),
  );

/** The validation rule of each kind, for one answer. Rows are built from their own fields (schema.ts). */
export const rules = {
  text,
  lines,
  phone,
  email,
  url,
  token: text,
  choice: (field) => z.literal([...(field.options ?? [])]),
  pick: (field) => z.literal([...(field.options ?? [])]),
  suggested: text,
  yesNo: () => z.literal(["Yes", "No"]),
  flag: () => z.boolean(),
  permission: () => z.boolean(),
  integer: () => int32,
  atLeast: () => int32,
  money: () => whole(z.int().check(z.minimum(0))),
  decimal: () => number(z.number().check(z.minimum(0))),
  decimalText,
  atLeastText: decimalText,
  state: text,
  stateCode: text,
  number: () => number(z.number()),
  int64: () => int64,
  listed: text,
  agent: () => int64,
  owner: () => int64,
  routing: () => int64,
  date,
} satisfies Record<string, (field: Limits, now: () => Date) => Rule>;

/**
 * The kind of an answer. It selects the validation rule and the control (src/form/question/controls).
 *
 * - lines: several lines of text
 * - token: a short word of a set, such as a tag
 * - choice: one of `options`; pick: from a closed list; suggested: an option or any text
 * - yesNo: Lofty's "Yes"/"No"
 * - flag: true/false; permission: a flag where true forbids
 * - integer, money, decimal: numbers, in a draft also as canonical text (`650000`, `2.5`)
 * - decimalText: a number that Lofty wants as a string
 * - number: any number, forwarded
 * - atLeast, atLeastText: a number and the same as a string, offered as `1+` up to `upTo`
 * - state, stateCode: a text, with the US states by name or by two letters
 * - int64: exact digits in a string
 * - date: Lofty's `MMM d, yyyy`
 * - rows: a list of `fields`; attributes: rows for the office's custom attributes
 */
export type Kind = keyof typeof rules | "rows" | "attributes";
