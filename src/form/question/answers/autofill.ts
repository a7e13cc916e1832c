import { keyOf } from "#lead/questions.ts";
import { useStation } from "../../station/useStation.ts";

/** The fields that a browser can fill with data about its owner. */
const known: { readonly [key: string]: string | undefined } = {
  firstName: "given-name",
  lastName: "family-name",
  phones: "tel",
  emails: "email",
  birthday: "bday",
};

/**
 * The autofill attributes of a box. Only on in a form embedded in a page, because there visitors use their own device.
 */
export function useAutofill(path: string, part = ""): { readonly autoComplete: string; readonly name?: string } {
  const token = useStation().profile === "embed" ? known[keyOf(path)] : undefined;
  return token === undefined ? { autoComplete: "off" } : { autoComplete: token + part, name: token + part };
}
