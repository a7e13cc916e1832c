import * as z from "zod/mini";
import { check } from "./kinds.ts";

/** Line breaks of Unicode count as such: whoever shows the text may break there. */
const hasControls = (text: string) => !text.isWellFormed() || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
const upTo = (most: number) => check((text) => text.length <= most, "too-long");

/** A text of the envelope that stands in one line: no control characters, and a limit in UTF-16 units. */
export const oneLine = (most: number) =>
  z.string().check(
    z.minLength(1),
    upTo(most),
    check((text) => text.length > most || !hasControls(text), "format"),
  );

/** The same with line breaks. */
export const manyLines = (most: number) =>
  z.string().check(
    z.minLength(1),
    upTo(most),
    check((text) => text.length > most || !hasControls(text.replaceAll(/[\n\t]|\r\n/g, "")), "format"),
  );

/** A time as `Date.toISOString` writes it, milliseconds or none: it has one length, whoever wrote it. */
export const exactTime = z.string().check(check(isExactTime, "format"));

function isExactTime(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === text.slice(0, 19);
}
