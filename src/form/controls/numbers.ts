import { NumberFormatter, NumberParser } from "@internationalized/number";

const canonical = /^(0|[1-9]\d*)(\.\d+)?$/;
const shorthand = { k: 1_000, m: 1_000_000 } as const;

/** Typed text as canonical, locale-free text (`1.2m` is `1200000`), or undefined when it is no number. */
export function parseNumber(typed: string, locale: string): string | undefined {
  const text = typed.trim().replace(/^[$€£¥]\s*/, "");
  const [, amount = text, unit] = /^(.*\d)\s*([km])$/i.exec(text) ?? [];
  const factor = unit === undefined ? 1 : shorthand[unit.toLowerCase() as keyof typeof shorthand];
  const parsed = new NumberParser(locale, { maximumFractionDigits: 20 }).parse(amount);
  const plain = Number.isNaN(parsed) ? undefined : String(Number((parsed * factor).toPrecision(15)));
  return plain !== undefined && canonical.test(plain) ? plain : undefined;
}

/** Canonical text grouped for reading; anything else as it was typed. */
export function formatNumber(value: string | number | undefined, locale: string): string {
  const text = String(value ?? "");
  return canonical.test(text) ? new NumberFormatter(locale, { maximumFractionDigits: 20 }).format(Number(text)) : text;
}
