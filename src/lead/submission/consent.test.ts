import { expect, test } from "vitest";
import { consentFlags, consentSchema, type Consent } from "./consent.ts";

const consent = (channels: Consent["channels"]): Consent => ({
  version: "1",
  text: "You may contact me.",
  language: "en",
  at: "2026-11-22T12:00:00Z",
  by: "self",
  channels,
});
const silent = { cannotText: true };
const all = { cannotText: true, cannotCall: true, cannotEmail: true };

test.each([
  ["standard", {}, silent],
  ["standard", { text: true }, { cannotText: false }],
  ["standard", { text: true, call: true, email: true }, { cannotText: false, cannotCall: false, cannotEmail: false }],
  ["standard", { call: true }, { cannotText: true, cannotCall: false }],
  ["standard", { email: true }, { cannotText: true, cannotEmail: false }],
  ["standard", { text: false, call: false, email: false }, { ...all, unsubscription: true }],
  ["standard", { call: false }, { cannotText: true, cannotCall: true }],
  ["strict", {}, all],
  ["strict", { text: true }, { cannotText: false, cannotCall: true, cannotEmail: true }],
  ["strict", { text: true, call: true, email: true }, { cannotText: false, cannotCall: false, cannotEmail: false }],
  ["strict", { text: false, call: false, email: false }, { ...all, unsubscription: true }],
] as const)("policy %s, channels %j: sets Lofty's flags", (policy, channels, flags) =>
  expect(consentFlags(consent(channels), policy)).toEqual(flags),
);

test.each([
  [{ at: "2026-11-22 12:00" }],
  [{ at: "2026-11-22T12:00:00+01:00" }],
  [{ by: "agent" }],
  [{ version: "" }],
  [{ channels: { fax: true } }],
  [{ channels: { text: "yes" } }],
  [{ ip: "192.0.2.1" }],
])("%j is not a valid consent", (changes) => {
  expect(consentSchema.safeParse(consent({})).success).toBe(true);
  expect(consentSchema.safeParse({ ...consent({}), ...changes }).success).toBe(false);
});
