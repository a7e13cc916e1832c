import type { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { useEffect, useState } from "react";
import { normalise } from "#lead/normalise.ts";
import { phoneDigits } from "#lead/phone.ts";
import { useRead } from "../answers/live.ts";

export interface UnderstoodPhone {
  /** E.164, for example `+14155550134`, without the extension. */
  readonly short: string;
  readonly extension: string | undefined;
}

/** The country of numbers without a country code. */
const home = "US";
type Parse = typeof parsePhoneNumberFromString;
let parser: Promise<Parse> | undefined;

/** Loads the numbering plans (35 kB) once, when a phone field is first used. */
const loadParser = () => (parser ??= import("libphonenumber-js/min").then((plans) => plans.parsePhoneNumberFromString));

function useParser(isUsed: boolean): Parse | undefined {
  const [parser, setParser] = useState<{ readonly parse: Parse }>();
  useEffect(() => {
    if (isUsed)
      void loadParser().then(
        (parse) => setParser({ parse }),
        () => undefined,
      );
  }, [isUsed]);
  return isUsed ? parser?.parse : undefined;
}

/** The parsed number, once the numbering plans are loaded. Undefined if the text is not recognized. */
export function usePhone(typed: string): UnderstoodPhone | undefined {
  return understood(useParser(typed !== ""), typed);
}

function understood(parse: Parse | undefined, typed: string): UnderstoodPhone | undefined {
  const number = parse?.(typed, home);
  return number?.isPossible() ? { short: number.number, extension: number.ext } : undefined;
}

/** Whether the number at a path is recognized. */
export function useIsPhone(path: string): boolean {
  const parse = useParser(useRead(path, (typed) => typed !== ""));
  return useRead(path, (typed) => understood(parse, normalise(typed, "phone")) !== undefined);
}

/**
 * Returns a number from abroad without its "+" as E.164: browsers that fill a box may leave the "+" out. Undefined if
 * it can be a US number.
 */
export function useAbroad(path: string): string | undefined {
  const parse = useParser(useRead(path, (typed) => typed !== ""));
  return useRead(path, (typed) => abroad(parse, typed));
}

function abroad(parse: Parse | undefined, typed: string): string | undefined {
  if (!parse || typed.includes("+") || /\p{L}/u.test(typed) || parse(typed, home)?.isPossible()) return undefined;
  const digits = phoneDigits(typed);
  // One 0 is no part of a number from abroad: it comes before an area code.
  const number = /^0(?!0)/.test(digits) ? undefined : parse(`+${digits.replace(/^00/, "")}`);
  return number?.isValid() ? number.number : undefined;
}
