import { expect, test } from "vitest";
import { formatDate, parseDate } from "./date.ts";

test("every day from 1900 to 2100 is formatted like en-US and parsed back", () => {
  for (let time = Date.UTC(1900, 0, 1); time <= Date.UTC(2100, 11, 31); time += 86_400_000) {
    const date = new Date(time);
    const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    const text = date.toLocaleDateString("en-US", { month: "short", day: "numeric", year: "numeric", timeZone: "UTC" });
    if (formatDate(parts) !== text) expect(formatDate(parts)).toBe(text);
    if (JSON.stringify(parseDate(text)) !== JSON.stringify(parts)) expect(parseDate(text)).toEqual(parts);
  }
});

test.each([
  [{ year: 2001, month: 2, day: 29 }],
  [{ year: 2001, month: 13, day: 1 }],
  [{ year: 2001, month: 0, day: 1 }],
  [{ year: 1899, month: 12, day: 31 }],
  [{ year: 2001, month: 4, day: 31 }],
])("%j is not a valid day", (parts) => expect(formatDate(parts)).toBeUndefined());
