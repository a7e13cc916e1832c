import { expect, test } from "vitest";
import { acknowledgementSchema } from "#lead/submission/acknowledgement.ts";
import { acknowledgementOf } from "./agency.ts";

const read = { version: "1", text: "Our role as an agent.", language: "en", at: "2026-11-22T12:00:00Z" } as const;

test.each([
  ["199 letters and an emoji", `${"n".repeat(199)}\u{1f3e0}`, "n".repeat(199)],
  ["words", "Ann ".repeat(60), "Ann ".repeat(50).trim()],
  ["half an emoji", "Ann \ud83c Li", "Ann \ufffd Li"],
  ["two lines", " Ann\nLi ", "Ann Li"],
])("a typed name that the proxy would refuse is made fit: %s", (_, name, expected) => {
  const acknowledgement = acknowledgementOf({ read, name, agent: name });
  expect(acknowledgement).toEqual({ ...read, name: expected, agent: expected });
  expect(acknowledgementSchema.safeParse(acknowledgement).success).toBe(true);
});
