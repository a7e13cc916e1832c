import * as z from "zod/mini";
import { characters } from "./characters.ts";
import { isPast, parseDate } from "./date.ts";
import { isEmail } from "./email.ts";
import type { Field, Kind } from "./field.ts";
import { limits } from "./limits.ts";
import { isPhone } from "./phone.ts";

type Rule = z.ZodMiniType<unknown, unknown>;

/** A check that is wrong in one of the interface's own words (issue.ts). */
export const check = (holds: (value: string) => boolean, code: string) =>
  z.refine<string>(holds, { error: code, params: { code } });

/** Lone surrogates would leave as U+FFFD, control characters would not survive the CRM's own pages. */
const wellFormed = check((text) => text.isWellFormed(), "format");
const holds = (kind: Kind) => check((text) => !characters(kind).refused.test(text), "format");

const typed = ({ kind }: Field, ...checks: z.core.$ZodCheck<string>[]) =>
  z.string().check(wellFormed, holds(kind), ...checks);
const text = (field: Field) => typed(field, ...upTo(field));
/** UTF-16 units, as Lofty most likely counts: zod's own maxLength lets twice as many through where two make a letter. */
const upTo = ({ limit }: Field) => (limit === undefined ? [] : [check((text) => text.length <= limit, "too-long")]);

const phone = check(isPhone, "format");
const email = check(isEmail, "format");
const url = check((text) => /^https?:\/\//i.test(text) && isUrl(text), "format");
/** Tablets of 2023 have no `URL.canParse`. */
function isUrl(text: string): boolean {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
}

/** The one text of a number: `650.000`, which is a price in one country and a mistake in the next, is none. */
const isNumberText = (text: string) => /^-?\d/.test(text) && String(Number(text)) === text;
const numberOf = (text: string) => (isNumberText(text) ? Number(text) : text);
/** A number, or the canonical text of one (a draft's number may still be text). */
const number = (rule: z.ZodMiniType<number, number>, read: (text: string) => unknown = numberOf) =>
  z.pipe(
    z.transform((value: unknown) => (typeof value === "string" ? read(value) : value)),
    rule as Rule,
  );

/** Too many digits for any number of ours are too large, whatever they would be rounded to. */
const whole = (rule: z.ZodMiniType<number, number>) =>
  number(rule, (text) => (/^[1-9]\d{15,}$/.test(text) && !isNumberText(text) ? Number.MAX_VALUE : numberOf(text)));
const int32 = whole(z.int().check(z.minimum(0), z.maximum(limits.int32)));
const decimalText = (field: Field) =>
  typed(
    field,
    check((text) => /^(0|[1-9]\d{0,3})(\.\d{1,2})?$/.test(text), "format"),
  );

const isInt64 = (digits: string) =>
  /^(0|-?[1-9]\d{0,18})$/.test(digits) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits);
const int64 = z.pipe(
  z.transform((value: unknown) => (Number.isSafeInteger(value) ? String(value) : value)),
  z.string().check(check(isInt64, "format")),
);

const date = (field: Field, now: () => Date) =>
  typed(
    field,
    check((text) => {
      const parts = parseDate(text);
      return parts !== undefined && (!field.past || isPast(parts, now()));
    }, "format"),
  );

/** The rule of each kind, for one answer. Rows are built from their own fields (schema.ts). */
export const rules: Record<Exclude<Kind, "rows" | "attributes">, (field: Field, now: () => Date) => Rule> = {
  text,
  lines: text,
  phone: (field) => typed(field, phone, ...upTo(field)),
  email: (field) => typed(field, email, ...upTo(field)),
  url: (field) => typed(field, url, ...upTo(field)),
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
};
