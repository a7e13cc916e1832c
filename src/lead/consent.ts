import * as z from "zod/mini";
import { exactTime, manyLines, oneLine } from "./envelope.ts";
import type { Issue } from "./issue.ts";
import type { JsonObject } from "./json.ts";
import { check } from "./kinds.ts";
import { isVisited } from "./allowed.ts";
import type { Station } from "./station.ts";

/**
 * What a person was shown and answered. A channel is true when ticked, absent when left unticked, false when refused;
 * "Please don't contact me" refuses all three. `at` is ISO 8601 UTC, `version` names the text that was shown.
 */
export const consentSchema = z.strictObject({
  version: oneLine(40),
  text: manyLines(4000),
  language: z.string().check(check((tag) => /^[a-z]{2}(-[A-Z]{2})?$/.test(tag), "format")),
  at: exactTime,
  /** The person themselves, staff who were told, or a paper that was signed. */
  by: z.enum(["self", "staff", "paper"]),
  channels: z.strictObject({
    text: z.optional(z.boolean()),
    call: z.optional(z.boolean()),
    email: z.optional(z.boolean()),
  }),
});

export type Consent = z.infer<typeof consentSchema>;

/** What a consent says that its station does not: another text than was shown there, or staff's word from a visitor. */
export function consentIssues(given: Consent, station: Pick<Station, "profile" | "consent">): readonly Issue[] {
  const { version, text } = station.consent;
  const wrong: Issue[] = [];
  if (isVisited(station) && given.by !== "self") wrong.push({ path: "consent.by", code: "not-allowed" });
  if (given.version !== version) wrong.push({ path: "consent.version", code: "not-an-option" });
  if (given.text !== text) wrong.push({ path: "consent.text", code: "not-an-option" });
  return wrong;
}

/** Lofty's flags (true forbids) as a visitor's consent sets them; `strict` treats unticked as refused. */
export function consentFlags({ channels }: Consent, policy: Station["consent"]["policy"]): JsonObject {
  const { text, call, email } = channels;
  const refused = text === false && call === false && email === false;
  const flag = (answer: boolean | undefined, unticked: boolean) =>
    answer === undefined ? (unticked ? true : undefined) : !answer;
  const strict = policy === "strict";
  const flags = {
    cannotText: flag(text, true),
    cannotCall: flag(call, strict),
    cannotEmail: flag(email, strict),
    unsubscription: refused ? true : undefined,
  };
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)) as JsonObject;
}
