import { expect, test, vi } from "vitest";
import { clockOf } from "../platform/clock.ts";
import { runLoop } from "./runLoop.ts";

/** A loop whose turns and looks at what is due end when the test says so. */
function loop() {
  let turns = 0;
  const looks: (() => void)[] = [];
  const slept: number[] = [];
  const runs = runLoop({
    turn: async () => void (turns += 1),
    nextDue: () => new Promise((resolve) => looks.push(() => resolve(undefined))),
    longestMs: 60_000,
    gate: { closed: () => undefined },
    clock: clockOf(() => 0, 1),
    after: (ms) => {
      slept.push(ms);
      return () => undefined;
    },
    onError: (error) => expect.unreachable(String(error)),
  });
  return { runs, looks, slept, turns: () => turns };
}

test("a wake-up while the loop looks for what is due next takes another turn", async () => {
  const { runs, looks, slept, turns } = loop();
  runs.wake();
  await vi.waitFor(() => expect(looks).toHaveLength(1));
  runs.wake();
  looks[0]?.();
  await vi.waitFor(() => expect(looks).toHaveLength(2));
  expect([turns(), slept]).toEqual([2, []]);
  looks[1]?.();
  await vi.waitFor(() => expect(slept).toEqual([60_000]));
});

test.each([0, 1, 2, 3, 4, 5, 6, 7])("a wake-up %i steps after the last look takes another turn", async (steps) => {
  const { runs, looks, turns } = loop();
  runs.wake();
  await vi.waitFor(() => expect(looks).toHaveLength(1));
  looks[0]?.();
  for (let step = 0; step < steps; step++) await Promise.resolve();
  runs.wake();
  await vi.waitFor(() => expect(turns()).toBe(2));
});
