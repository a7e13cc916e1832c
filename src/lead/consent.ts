import * as z from "zod/mini";
import type { JsonObject } from "./json.ts";
import type { Station } from "./station.ts";

/**
 * What a person was shown and answered. A channel is true when ticked, absent when left unticked, false when refused;
 * "Please don't contact me" refuses all three. `at` is ISO 8601 UTC, `version` names the text that was shown.
 */
export const consentSchema = z.strictObject({
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  text: z.string().check(z.minLength(1), z.maxLength(4000)),
  language: z.string().check(z.minLength(2), z.maxLength(10)),
  at: z.iso.datetime(),
  by: z.enum(["self", "staff"]),
  channels: z.strictObject({
    text: z.optional(z.boolean()),
    call: z.optional(z.boolean()),
    email: z.optional(z.boolean()),
  }),
});

export type Consent = z.infer<typeof consentSchema>;

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
