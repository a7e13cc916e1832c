import { NumberFormatter } from "@internationalized/number";
import type { Kind } from "#lead/kinds.ts";

const canonical = /^(0|[1-9]\d*)(\.\d+)?$/;

/**
 * Units for thousands and millions, with their number of zeros. `m` counts only for prices: elsewhere it may mean
 * meters.
 */
const zeros: Readonly<Record<string, number>> = { k: 3, thousand: 3, m: 6, mio: 6, mln: 6, million: 6 };
const dollars = "(?:US ?\\$|USD|\\$)";
const price = new RegExp(`^(?:${dollars} ?)?(.*?)(?: ?(${Object.keys(zeros).join("|")})\\.?)?(?: ?${dollars})?$`, "i");
const count = /^(.*?)(?: ?(k|thousand)\.?)?$/i;
const isWhole = (kind: Kind) => kind === "money" || kind === "integer";

/** The separators of groups of digits and of decimals. */
interface Signs {
  readonly group: string;
  readonly decimal: string;
}

/**
 * Returns typed text as canonical text without a locale (`1.2m` is `1200000`). Undefined if it is no number or could
 * mean two numbers. It works on digits, so no digit is lost, however many there are. Three decimals where no decimals
 * are expected (`650.000`), or that end in 0 (`1.200k`), are thousands in one country and decimals in another. One or
 * two digits after the other country's separator (`2,5`) can only be decimals.
 */
export const parseNumber = (typed: string, locale: string, kind: Kind): string | undefined =>
  read(cleaned(typed), signsOf(locale), kind, true);

/** The numbers that an invalid text may mean. Offer them, never take one automatically. */
export function likelyNumbers(typed: string, locale: string, kind: Kind): readonly string[] {
  if (typed === "" || parseNumber(typed, locale, kind) !== undefined) return [];
  const signs = signsOf(locale);
  const decimal = signs.decimal === "." ? "," : ".";
  const text = withFractions(withLatinDigits(cleaned(typed)));
  const found = [signs, { decimal, group: decimal === "." ? "," : "." }].map((one) => read(text, one, kind, false));
  return [...new Set(found.filter((number) => number !== undefined))].filter(
    (number) => !(isWhole(kind) && number.includes(".")),
  );
}

const longest = 500;

/** Replaces full-width characters and wide spaces by ordinary ones, and removes invisible characters. */
const cleaned = (typed: string) =>
  // Nobody types a number longer than this.
  (typed.length > longest ? "" : typed)
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/\s/g, " ")
    .trim();

/** Unicode has the digits of each script in runs of ten, from zero to nine. Arabic has its own separators. */
const withLatinDigits = (text: string) =>
  text
    .replaceAll("٬", ",")
    .replaceAll("٫", ".")
    .replaceAll(/(?!\d)\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      let zero = code;
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
      return String((code - zero) % 10);
    });

const fractions: Readonly<Record<string, string>> = {
  "½": ".5",
  "1/2": ".5",
  "¼": ".25",
  "1/4": ".25",
  "¾": ".75",
  "3/4": ".75",
};
const withFractions = (text: string) =>
  text.replace(
    /^(\d+ |\d*(?=[½¼¾])|)(½|¼|¾|1\/2|1\/4|3\/4)$/,
    (_, whole: string, part: string) => `${whole.trim()}${fractions[part]}`,
  );

function read(text: string, signs: Signs, kind: Kind, surely: boolean): string | undefined {
  const [, amount = "", unit] = (kind === "money" ? price : count).exec(text) ?? [];
  const shape = new RegExp(
    `^(?:([1-9]\\d{0,2}(?:([ '’${signs.group}])\\d{3})(?:\\2\\d{3})*)|(\\d*))(?:([.,])(\\d*))?$`,
  );
  const [, grouped, groups, plain = "", point, decimals = ""] = shape.exec(amount) ?? [];
  const whole = (grouped ?? plain).replaceAll(/\D/g, "");
  if (whole + decimals === "" || (point !== undefined && point === groups)) return undefined;
  const isFraction = whole === "" || whole === "0";
  if (point !== undefined && point !== signs.decimal) {
    const isShort = decimals.length === 1 || decimals.length === 2;
    if (!(isShort || isFraction) || decimals === "" || (isWhole(kind) && unit === undefined)) return undefined;
  } else if (decimals.length >= 3 && !isFraction) {
    if ((isWhole(kind) && unit === undefined) || (surely && /^..0$/.test(decimals))) return undefined;
  }
  // `65,00` may also be a group of digits that lacks one.
  const mayLackDigits = groups === undefined && plain.length <= 3 && decimals !== "" && isWhole(kind);
  if (!surely && mayLackDigits && unit === undefined) return undefined;
  if (surely && unit !== undefined && groups !== undefined && decimals === "") return undefined;
  const shift = unit === undefined ? 0 : (zeros[unit.toLowerCase()] ?? 0);
  const before = whole + decimals.slice(0, shift).padEnd(shift, "0");
  const after = decimals.slice(shift).replace(/0+$/, "");
  return `${before.replace(/^0+(?=\d)/, "") || "0"}${after && `.${after}`}`;
}

/** Cache by locale: making a formatter takes most of the time of reading a number. */
const knownSigns = new Map<string, Signs>();

/** The separators of a locale. */
export function signsOf(locale: string): Signs {
  const known = knownSigns.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const sign = (wanted: string, usual: string) => parts.find(({ type }) => type === wanted)?.value ?? usual;
  const signs = { group: sign("group", ",").replace(/\s/, " "), decimal: sign("decimal", ".") };
  knownSigns.set(locale, signs);
  return signs;
}

/**
 * Returns canonical text with grouped digits. Returns any other text, and a number with too many digits for a
 * JavaScript number, unchanged.
 */
export function formatNumber(value: string | number | undefined, locale: string): string {
  const text = String(value ?? "");
  const isExact = canonical.test(text) && String(Number(text)) === text;
  return isExact ? new NumberFormatter(locale, { maximumFractionDigits: 20 }).format(Number(text)) : text;
}
