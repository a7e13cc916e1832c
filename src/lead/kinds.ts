import * as z from "zod/mini";
import { isPast, parseDate } from "./date.ts";
import type { Field, Kind } from "./field.ts";
import { limits } from "./limits.ts";

type Rule = z.ZodMiniType<unknown, unknown>;

/** A check that is wrong in one of the interface's own words (issue.ts). */
export const check = (holds: (value: string) => boolean, code: string) =>
  z.refine<string>(holds, { error: code, params: { code } });

/** Lone surrogates would leave as U+FFFD, control characters would not survive the CRM's own pages. */
const wellFormed = check((text) => text.isWellFormed(), "format");
const oneLine = check((text) => !/\p{Cc}/u.test(text), "format");
const manyLines = check((text) => !/(?![\n\t])\p{Cc}/u.test(text), "format");

const text = (...checks: z.core.$ZodCheck<string>[]) => z.string().check(wellFormed, oneLine, ...checks);
/** UTF-16 units, as Lofty most likely counts: zod's own maxLength lets twice as many through where two make a letter. */
const upTo = ({ limit }: Field) => (limit === undefined ? [] : [check((typed) => typed.length <= limit, "too-long")]);

/** Seven digits or letters at least: people write extensions, spaces and vanity numbers, and all are kept as typed. */
const phone = check((typed) => (typed.match(/[\p{Nd}A-Za-z]/gu)?.length ?? 0) >= 7 && /\p{Nd}/u.test(typed), "format");
/** An at sign between two words and a dot in the domain; only the mail server knows more. */
const email = check(
  (typed) => typed.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(typed),
  "format",
);
const url = check((typed) => /^https?:\/\//i.test(typed) && isUrl(typed), "format");
/** Tablets of 2023 have no `URL.canParse`. */
function isUrl(typed: string): boolean {
  try {
    return Boolean(new URL(typed));
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
const decimalText = text(check((typed) => /^(0|[1-9]\d{0,3})(\.\d{1,2})?$/.test(typed), "format"));

const isInt64 = (digits: string) =>
  /^(0|-?[1-9]\d{0,18})$/.test(digits) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits);
const int64 = z.pipe(
  z.transform((value: unknown) => (Number.isSafeInteger(value) ? String(value) : value)),
  z.string().check(check(isInt64, "format")),
);

const date = (field: Field, now: () => Date) =>
  text(
    check((typed) => {
      const parts = parseDate(typed);
      return parts !== undefined && (!field.past || isPast(parts, now()));
    }, "format"),
  );

/** The rule of each kind, for one answer. Rows are built from their own fields (schema.ts). */
export const rules: Record<Exclude<Kind, "rows" | "attributes">, (field: Field, now: () => Date) => Rule> = {
  text: (field) => text(...upTo(field)),
  lines: (field) => z.string().check(wellFormed, manyLines, ...upTo(field)),
  phone: (field) => text(phone, ...upTo(field)),
  email: (field) => text(email, ...upTo(field)),
  url: (field) => text(url, ...upTo(field)),
  token: (field) => text(...upTo(field)),
  choice: (field) => z.literal([...(field.options ?? [])]),
  pick: (field) => z.literal([...(field.options ?? [])]),
  suggested: (field) => text(...upTo(field)),
  yesNo: () => z.literal(["Yes", "No"]),
  flag: () => z.boolean(),
  permission: () => z.boolean(),
  integer: () => int32,
  atLeast: () => int32,
  money: () => whole(z.int().check(z.minimum(0))),
  decimal: () => number(z.number().check(z.minimum(0))),
  decimalText: () => decimalText,
  atLeastText: () => decimalText,
  state: (field) => text(...upTo(field)),
  stateCode: (field) => text(...upTo(field)),
  number: () => number(z.number()),
  int64: () => int64,
  listed: (field) => text(...upTo(field)),
  agent: () => int64,
  owner: () => int64,
  routing: () => int64,
  date,
};
