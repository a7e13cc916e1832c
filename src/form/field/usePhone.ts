import { useEffect, useState } from "react";

export interface UnderstoodPhone {
  /** As E.164, such as `+14155550134`; an extension is not part of it. */
  readonly short: string;
  readonly extension: string | undefined;
}

/** Numbers without a country code are taken as written here. */
const home = "US";
type Parse = (typed: string) => UnderstoodPhone | undefined;
let parser: Promise<Parse> | undefined;

/** Loads the numbering plans (35 kB) once, when a phone field is first used. */
const loadParser = () =>
  (parser ??= import("libphonenumber-js/min").then(({ parsePhoneNumberFromString }) => (typed) => {
    const number = parsePhoneNumberFromString(typed, home);
    return number?.isPossible() ? { short: number.number, extension: number.ext } : undefined;
  }));

/** What a typed number means, once the plans are here; a number that is not understood is kept all the same. */
export function usePhone(typed: string): UnderstoodPhone | undefined {
  const [parse, setParse] = useState<{ readonly run: Parse }>();
  const used = typed !== "";
  useEffect(() => {
    if (used)
      void loadParser().then(
        (run) => setParse({ run }),
        () => undefined,
      );
  }, [used]);
  return used ? parse?.run(typed) : undefined;
}
