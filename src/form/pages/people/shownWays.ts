import type { DayPerson } from "#lead/submission/staffAnswers.ts";
import { ways, type Way } from "#lead/submission/ways.ts";

/** A button for a way that the person allowed, or the words in its place. */
export type ShownWay =
  | { readonly way: Way; readonly href: string }
  | {
      readonly words:
        "noCalls" | "noTexts" | "noEmails" | "emailOnly" | "noContact" | "noneAllowed" | "noAddress" | "noNumber";
    };

/** The number without its extension, in the form of a link. */
const numberIn = (phone: string) => {
  const [number = ""] = /^[^\p{L}#;,]*/u.exec(phone) ?? [];
  return `${number.trim().startsWith("+") ? "+" : ""}${number.replaceAll(/\D/g, "")}`;
};

/** Returns what stands in a person's row: only ways that the person allowed have a button. */
export function shownWays({ phone, email, may }: Pick<DayPerson, "phone" | "email" | "may">): readonly ShownWay[] {
  if (ways.every((way) => may[way] === "refused")) return [{ words: "noContact" }];
  if (ways.every((way) => may[way] !== "allowed")) return [{ words: "noneAllowed" }];
  const number = numberIn(phone ?? "");
  const call = number !== "" && may.call === "allowed";
  const text = number !== "" && may.text === "allowed";
  if (call || text)
    return [
      call ? { way: "call", href: `tel:${number}` } : { words: "noCalls" },
      text ? { way: "text", href: `sms:${number}` } : { words: "noTexts" },
    ];
  if (email === undefined || may.email !== "allowed") {
    if (number !== "") return [{ words: "noCalls" }, { words: "noTexts" }];
    if (email !== undefined) return [{ words: "noEmails" }];
    return [{ words: phone === undefined ? "noAddress" : "noNumber" }];
  }
  return [{ words: "emailOnly" }, { way: "email", href: `mailto:${encodeURIComponent(email).replace("%40", "@")}` }];
}

/** Whether a person can be contacted: in a way that the person allowed, with a number or an address that we have. */
export const isReachable = (person: Pick<DayPerson, "phone" | "email" | "may">): boolean =>
  shownWays(person).some((one) => "href" in one);
