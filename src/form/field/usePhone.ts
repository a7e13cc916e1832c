import type { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { useEffect, useState } from "react";
import { phoneDigits } from "#lead/phone.ts";

export interface UnderstoodPhone {
  /** As E.164, such as `+14155550134`; an extension is not part of it. */
  readonly short: string;
  readonly extension: string | undefined;
}

/** Numbers without a country code are taken as written here. */
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

/** What a typed number means, once the plans are here; a number that is not understood is kept all the same. */
export function usePhone(typed: string): UnderstoodPhone | undefined {
  const number = useParser(typed !== "")?.(typed, home);
  return number?.isPossible() ? { short: number.number, extension: number.ext } : undefined;
}

/**
 * A number from abroad that lost its "+", as E.164: browsers that fill a box may leave it out. Undefined where the
 * number can be one of this country.
 */
export function useAbroad(typed: string): string | undefined {
  const parse = useParser(typed !== "");
  if (!parse || typed.includes("+") || /\p{L}/u.test(typed) || parse(typed, home)?.isPossible()) return undefined;
  const number = parse(`+${phoneDigits(typed).replace(/^0+/, "")}`);
  return number?.isValid() ? number.number : undefined;
}
