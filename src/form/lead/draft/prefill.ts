import { isAsked } from "#lead/station/allowed.ts";
import type { Kind } from "#lead/kinds.ts";
import { questionAt } from "#lead/questions.ts";
import type { FormStation } from "../../station/useStation.ts";

const typedKinds: ReadonlySet<Kind | undefined> = new Set<Kind>(["text", "phone", "email"]);
const lists: ReadonlySet<string> = new Set(["phones", "emails"]);

/**
 * Reads answers for visitors from the address's fragment, such as `#firstName=Ada&emails=ada@example.com`. Browsers
 * never send a fragment. Only texts that this station asks visitors are taken, whole: they are validated like typed text.
 */
export function prefillOf(fragment: string, station: FormStation): Readonly<Record<string, unknown>> | undefined {
  const found = new Map<string, string | readonly string[]>();
  const pairs = fragment.replace(/^#/, "").split("&").map(withPlus);
  for (const [name, value] of new URLSearchParams(pairs.join("&"))) {
    const path = name.replace(/\.0$/, "");
    const field = questionAt(path);
    if (!field || path.includes(".") || !typedKinds.has(field.kind) || !isAsked(field, path, station)) continue;
    // A text box drops line breaks too.
    const text = value.replaceAll(/[\r\n]/g, "");
    if (text !== "" && !found.has(path)) found.set(path, lists.has(path) ? [text] : text);
  }
  return found.size > 0 ? Object.fromEntries(found) : undefined;
}

/**
 * A plus is a space in encoded texts (`Neil+Jr`). A mail merge writes `ada+home@example.com` and `+442079460958` as they
 * are: beside an @ that is not encoded, and at the beginning, it is a plus.
 */
const withPlus = (pair: string) => (/@/.test(pair) ? pair.replaceAll("+", "%2B") : pair.replace("=+", "=%2B"));
