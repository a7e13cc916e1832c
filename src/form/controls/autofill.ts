import { keyOf } from "#lead/questions.ts";
import { useStation } from "../station/useStation.ts";

/** What a browser may know of the person who uses it. */
const known: { readonly [key: string]: string | undefined } = {
  firstName: "given-name",
  lastName: "family-name",
  phones: "tel",
  emails: "email",
  birthday: "bday",
};

/** A form embedded in a page is filled in on a device of one's own: there the browser may help. Elsewhere it must not. */
export function useAutofill(path: string, part = ""): { readonly autoComplete: string; readonly name?: string } {
  const token = useStation().profile === "embed" ? known[keyOf(path)] : undefined;
  return token === undefined ? { autoComplete: "off" } : { autoComplete: token + part, name: token + part };
}
