import { expect, test } from "vitest";
import { consentFlags, type Consent } from "./consent.ts";
import { permissionsOf } from "./ways.ts";

type Channels = Consent["channels"];
const given = (channels: Channels): Consent => ({
  ...{ version: "1", text: "t", language: "en", at: "2026-11-28T10:00:00Z", by: "self" },
  channels,
});
const shown = (lead: object, channels: Channels | undefined, isVisitors: boolean) => {
  const { call, text, email } = permissionsOf(lead as never, channels && given(channels), isVisitors);
  return `call ${call}, text ${text}, email ${email}`;
};

const none = "call unticked, text unticked, email unticked";
const all = "call allowed, text allowed, email allowed";
const refused = "call refused, text refused, email refused";

/** What visitors tick, and the permissions. The proxy adds the flags of the policy to the lead (stamp.ts). */
test.each<[string, Channels, string, string]>([
  ["nothing", {}, "call unticked, text refused, email unticked", refused],
  ["text", { text: true }, "call unticked, text allowed, email unticked", "call refused, text allowed, email refused"],
  ["call", { call: true }, "call allowed, text refused, email unticked", "call allowed, text refused, email refused"],
  ["email", { email: true }, "call unticked, text refused, email allowed", "call refused, text refused, email allowed"],
  ["all ways", { text: true, call: true, email: true }, all, all],
  ["no contact", { text: false, call: false, email: false }, refused, refused],
])("a visitor ticks %s: standard and strict policy", (_, channels, standard, strict) => {
  expect(shown(consentFlags(given(channels), "standard"), channels, true)).toBe(standard);
  expect(shown(consentFlags(given(channels), "strict"), channels, true)).toBe(strict);
  // Without the flags in the lead, the consent alone allows no more.
  expect(shown({}, channels, true)).not.toMatch(channels.call ? "call unticked" : "call allowed");
});

test.each<[string, object, string]>([
  ["nothing is said", {}, all],
  ["cannotCall", { cannotCall: true }, "call refused, text allowed, email allowed"],
  ["cannotText", { cannotText: true }, "call allowed, text refused, email allowed"],
  ["cannotEmail", { cannotEmail: true }, "call allowed, text allowed, email refused"],
  ["unsubscription", { unsubscription: true }, "call allowed, text allowed, email refused"],
  ["all flags", { cannotCall: true, cannotText: true, cannotEmail: true, unsubscription: true }, refused],
  ["allowed by name", { cannotCall: false, cannotText: false, cannotEmail: false, unsubscription: false }, all],
])("a lead of staff without a consent: %s", (_, lead, expected) => {
  expect(shown(lead, undefined, false)).toBe(expected);
});

test("a visitor's lead without a consent allows nothing", () => {
  expect(shown({}, undefined, true)).toBe(none);
  expect(shown({ cannotCall: false }, undefined, true)).toBe(none);
});

test("a flag forbids what was ticked, and a consent of staff or on paper allows only what is ticked", () => {
  expect(shown({ cannotCall: true }, { call: true, text: true }, false)).toBe(
    "call refused, text allowed, email unticked",
  );
});
