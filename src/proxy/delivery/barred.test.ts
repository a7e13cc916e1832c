import { expect, test } from "vitest";
import type { JsonObject } from "#lead/json.ts";
import { consentFlags, type Consent } from "#lead/submission/consent.ts";
import type { Way } from "#lead/submission/ways.ts";
import { clockOf } from "../platform/clock.ts";
import { entryWith, now } from "../testing/entryWith.ts";
import { barred, isUndoable } from "./barred.ts";
import { forbidsContact } from "./knownPerson.ts";

type Channels = Consent["channels"];
const no: Channels = { text: false, call: false, email: false };

const sent = (values: Parameters<typeof entryWith>[0], optedOut: readonly Way[]) =>
  JSON.parse(barred(entryWith(values), optedOut).lead) as JsonObject;

test.each<[string, Channels, "standard" | "strict", readonly Way[], boolean]>([
  ["ticks nothing", {}, "standard", ["call", "email"], false],
  ["ticks nothing", {}, "strict", ["call"], false],
  ["ticks text", { text: true }, "standard", ["call", "email"], false],
  ["ticks nothing", {}, "standard", ["call", "text", "email"], true],
  ["refuses all", no, "standard", ["call"], true],
])("a visitor %s (%j, %s) after an opt-out of %j: all contact is refused: %j", (_, channels, policy, optedOut, all) => {
  const lead = sent(
    { lead: JSON.stringify(consentFlags({ channels }, policy)), consent: JSON.stringify({ channels, policy }) },
    optedOut,
  );
  expect(forbidsContact(lead)).toBe(all);
  for (const way of optedOut) expect(lead).toHaveProperty(`cannot${way[0]?.toUpperCase()}${way.slice(1)}`, true);
});

test("a visitor without a usable consent refuses no further way; what staff forbid counts", () => {
  const lead = JSON.stringify({ cannotText: true });
  expect(forbidsContact(sent({ lead, walkIn: 0 }, ["call", "email"]))).toBe(false);
  expect(forbidsContact(sent({ lead, walkIn: 1 }, ["call", "email"]))).toBe(true);
});

test.each([
  ["20 s ago", -20_000, false],
  ["just now", 0, true],
  ["by a proxy whose clock is 2 s ahead", 2_000, true],
  ["an hour ahead, before the clock was put back", 3_600_000, false],
])("a withdrawal recorded %s (%i ms) can be undone: %j", (_, ms, can) => {
  expect(
    isUndoable(
      now + ms,
      clockOf(() => now, 1),
    ),
  ).toBe(can);
});
