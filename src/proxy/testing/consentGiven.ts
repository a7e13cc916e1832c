import type { Consent } from "#lead/submission/consent.ts";

/** The consent text of the default stations, as a literal, so that a test notices a change. */
export const shownText =
  "You may contact me about homes by the ways I ticked. This is not a condition of buying anything.";

/** A visitor's consent at a default station: no channels unless some are given. */
export const consentGiven = (at = "2026-11-25T09:00:00Z", channels: Consent["channels"] = {}): Consent => ({
  ...{ version: "1", text: shownText, language: "en", at, by: "self", channels },
});
