import { NumberFormatter } from "@internationalized/number";

const canonical = /^(0|[1-9]\d*)(\.\d+)?$/;

/** How many zeros people write as a letter or a word. */
const zeros = { k: 3, thousand: 3, m: 6, mio: 6, mln: 6, million: 6 } as const;
const written = new RegExp(`^[$€£¥]?\\s*(.*?)(?:\\s*(${Object.keys(zeros).join("|")})\\.?)?$`, "i");

/**
 * Typed text as canonical, locale-free text (`1.2m` is `1200000`), or undefined when it is no number. It is read digit
 * by digit: no digit is lost, however many there are. Three decimals where none can be meant (`650.000`) are a price in
 * one country and a mistake in the next: no number either.
 */
export function parseNumber(typed: string, locale: string, isWhole: boolean): string | undefined {
  const [, amount = "", unit] = written.exec(typed.normalize("NFKC").trim()) ?? [];
  const [, whole = "", decimals = ""] = amountIn(locale).exec(amount) ?? [];
  const isAmbiguous = decimals.length === 3 && (isWhole || decimals.endsWith("0"));
  if (whole + decimals === "" || (isAmbiguous && unit === undefined)) return undefined;
  const shift = unit === undefined ? 0 : zeros[unit.toLowerCase() as keyof typeof zeros];
  const before = whole.replaceAll(/\D/g, "") + decimals.slice(0, shift).padEnd(shift, "0");
  const after = decimals.slice(shift).replace(/0+$/, "");
  return `${before.replace(/^0+(?=\d)/, "") || "0"}${after && `.${after}`}`;
}

/** An amount as a locale writes it: in groups of three or none, parted as there or by spaces; then its decimals. */
function amountIn(locale: string): RegExp {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const symbol = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? "";
  return new RegExp(`^(\\d{1,3}(?:[\\s'’${symbol("group")}]\\d{3})+|\\d*)(?:[${symbol("decimal")}](\\d*))?$`);
}

/** Canonical text grouped for reading; anything else, and what has more digits than a number holds, as it was typed. */
export function formatNumber(value: string | number | undefined, locale: string): string {
  const text = String(value ?? "");
  const isExact = canonical.test(text) && String(Number(text)) === text;
  return isExact ? new NumberFormatter(locale, { maximumFractionDigits: 20 }).format(Number(text)) : text;
}
