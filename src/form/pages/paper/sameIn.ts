import { phoneDigits } from "#lead/phone.ts";
import { isEmpty, texts, type Line } from "./lines.ts";

/** The earlier line that a line repeats, and what they have in common. */
export interface Same {
  readonly what: "line" | "email" | "phone";
  readonly line: Line;
  readonly index: number;
}

/** Returns the lines that repeat an earlier one, by id: all of it, or its email or phone. */
export function sameIn(
  lines: readonly Line[],
  by: readonly Same["what"][] = ["line", "email", "phone"],
): ReadonlyMap<string, Same> {
  const first = new Map<string, Same>();
  const found = new Map<string, Same>();
  for (const [index, line] of lines.entries()) {
    if (isEmpty(line)) continue;
    for (const [what, text] of keysOf(line)) {
      if (!by.includes(what)) continue;
      const key = `${what} ${text}`;
      const earlier = first.get(key);
      if (!earlier) first.set(key, { what, line, index });
      else if (!found.has(line.id)) found.set(line.id, earlier);
    }
  }
  return found;
}

/** Returns the lines of `found` that repeat, in all they say, neither one of `open` nor an earlier one of `found`. */
export function newIn(found: readonly Line[], open: readonly Line[]): readonly Line[] {
  const same = sameIn([...open, ...found], ["line"]);
  return found.filter(({ id }) => !same.has(id));
}

function keysOf(line: Line): readonly (readonly [Same["what"], string])[] {
  const email = line.email.trim().toLowerCase();
  // With and without the country code of the United States.
  const phone = phoneDigits(line.phone).replace(/^1(?=\d{10}$)/, "");
  return [
    ["line", texts.map((name) => line[name].trim().toLowerCase()).join("\n")],
    ...(email === "" ? [] : [["email", email] as const]),
    ...(phone === "" ? [] : [["phone", phone] as const]),
  ];
}
