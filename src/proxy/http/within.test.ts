import { expect, test } from "vitest";
import { TooLate, within } from "./within.ts";

/** A clock under the test's control; timers run `speed` times as fast as the clock. */
function clock(speed: number) {
  let at = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => at,
    after: (ms: number, run: () => void) => {
      const timer = { at: at + ms / speed, run };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    waiting: () => timers.length,
    pass: async (ms: number) => {
      for (const until = at + ms; at < until; at = Math.min(until, at + 100)) {
        const due = timers.filter((timer) => timer.at <= at);
        timers = timers.filter((timer) => !due.includes(timer));
        for (const { run } of due) run();
      }
      await new Promise(setImmediate);
    },
  };
}

test.each([1, 1000])("ends by the clock, with timers %d times as fast, and aborts the work", async (speed) => {
  const time = clock(speed);
  let notified: AbortSignal | undefined;
  const late = within(12_000, time, (signal) => {
    notified = signal;
    return new Promise(() => {});
  });
  let ended: unknown;
  void late.catch((error: unknown) => (ended = error));
  await time.pass(11_900);
  expect([ended, notified?.aborted]).toEqual([undefined, false]);
  await time.pass(300);
  expect(ended).toBeInstanceOf(TooLate);
  expect([notified?.aborted, time.waiting()]).toEqual([true, 0]);
});

test("returns the result or error of the work, and leaves no timer", async () => {
  const time = clock(1);
  expect(await within(12_000, time, async () => "done")).toBe("done");
  await expect(within(12_000, time, () => Promise.reject(new Error("full")))).rejects.toThrow("full");
  expect(time.waiting()).toBe(0);
});
