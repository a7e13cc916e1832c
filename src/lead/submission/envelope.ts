import * as z from "zod/mini";
import { check } from "../kinds.ts";

/** Unicode line and paragraph separators count as control characters, because some viewers break lines there. */
const hasControls = (text: string) => !text.isWellFormed() || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
const upTo = (most: number) => check((text) => text.length <= most, "too-long");

/** A one-line text outside the lead: not empty, no control characters, at most `most` UTF-16 units. */
export const oneLine = (most: number) =>
  z.string().check(
    z.minLength(1),
    upTo(most),
    check((text) => text.length > most || !hasControls(text), "format"),
  );

/** Same, but line breaks and tabs are allowed. */
export const manyLines = (most: number) =>
  z.string().check(
    z.minLength(1),
    upTo(most),
    check((text) => text.length > most || !hasControls(text.replaceAll(/[\n\t]|\r\n/g, "")), "format"),
  );

/** A time in the format of `Date.toISOString`, with or without milliseconds. */
export const exactTime = z.string().check(check(isExactTime, "format"));

function isExactTime(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === text.slice(0, 19);
}

/** The tag of a language, like `de` or `zh-CN`. */
export const languageTag = z.string().check(check((tag) => /^[a-z]{2}(-[A-Z]{2})?$/.test(tag), "format"));
