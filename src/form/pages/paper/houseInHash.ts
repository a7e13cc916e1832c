import type { House } from "./lines.ts";

const parts = ["id", "address", "date", "hours", "host"] as const;

/** Returns the house as the end of an address, which no browser sends. Undefined: nothing. */
export function hashOf(house: House | undefined): string {
  if (house === undefined) return "";
  if (house === null) return "#none";
  const known = parts.flatMap((part) => (house[part] === undefined ? [] : [[part, house[part]]]));
  return `#${new URLSearchParams(known)}`;
}

/** Returns the house of the end of an address. Undefined: it names none. */
export function houseIn(hash: string): House | undefined {
  if (hash === "#none") return null;
  const said = new URLSearchParams(hash.slice(1));
  const {
    address = "",
    date = "",
    ...more
  } = Object.fromEntries(parts.flatMap((part) => (said.get(part) ? [[part, said.get(part)]] : []))) as Partial<
    Record<(typeof parts)[number], string>
  >;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  return address !== "" && isDay ? { ...more, address, date } : undefined;
}
