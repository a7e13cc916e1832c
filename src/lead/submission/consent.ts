import * as z from "zod/mini";
import { exactTime, languageTag, manyLines, oneLine } from "./envelope.ts";
import type { Issue } from "../issue.ts";
import type { JsonObject } from "../json.ts";
import { isVisited } from "../station/allowed.ts";
import type { Station } from "../station/station.ts";
import { wordingIssues } from "../station/wording.ts";

/**
 * The text that a person was shown, and the answer. A channel is true when ticked, absent when not ticked, false when
 * refused. "Please don't contact me" refuses all three. `at` is ISO 8601 UTC; `version` names the text.
 */
export const consentSchema = z.strictObject({
  version: oneLine(40),
  text: manyLines(4000),
  language: languageTag,
  at: exactTime,
  /** The person, staff on the person's behalf, or a signed paper. */
  by: z.enum(["self", "staff", "paper"]),
  channels: z.strictObject({
    text: z.optional(z.boolean()),
    call: z.optional(z.boolean()),
    email: z.optional(z.boolean()),
  }),
});

export type Consent = z.infer<typeof consentSchema>;

/**
 * Issues of a consent that does not fit its station: another text or version, or a visitor's consent not given by
 * "self".
 */
export function consentIssues(given: Consent, station: Pick<Station, "profile" | "consent">): readonly Issue[] {
  const notSelf: readonly Issue[] =
    isVisited(station) && given.by !== "self" ? [{ path: "consent.by", code: "not-allowed" }] : [];
  return [...notSelf, ...wordingIssues(given, station.consent, "consent")];
}

/** Returns Lofty's flags (true forbids) for a visitor's consent. `strict` treats an unticked channel as refused. */
export function consentFlags(
  { channels }: Pick<Consent, "channels">,
  policy: Station["consent"]["policy"],
): JsonObject {
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
