import { expect, test } from "vitest";
import type { OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { partsOf } from "./partsOf.ts";

const at = "2026-11-28T10:00:00Z";
const entry = (id: string, reason: string): OutboxEntry => ({
  ...{ id, reason, status: "parked", station: "s", acceptedAt: at, changedAt: at, name: id },
});
const cause = (reason: string, count: number) => ({ reason, count, canSend: true });

test("leads of one cause stand together, the largest cause first, then the others", () => {
  const entries = [entry("a1", "a"), entry("x", "x"), entry("b1", "b"), entry("a2", "a"), entry("b2", "b")];
  const parts = partsOf(entries, [cause("a", 2), cause("b", 9)]);
  expect(parts.map((part) => [part.cause?.reason, part.entries.map(({ id }) => id)])).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1", "a2"]],
    [undefined, ["x"]],
  ]);
});

test("a list without causes is one part", () => {
  expect(partsOf([entry("x", "x")], [])).toEqual([{ entries: [entry("x", "x")] }]);
  expect(partsOf([entry("a", "a")], [cause("a", 2)])).toHaveLength(1);
});
