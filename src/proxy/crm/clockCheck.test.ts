import { expect, test } from "vitest";
import { clockCheck } from "./clockCheck.ts";

const crmNow = Date.UTC(2026, 10, 28, 12);
const dayMs = 24 * 60 * 60_000;

function checkAt(start: number, date: string | null = new Date(crmNow).toUTCString()) {
  const clock = { now: start, asked: 0 };
  const check = clockCheck({
    now: () => clock.now,
    ask: async () => {
      clock.asked += 1;
      check.heard(date);
    },
  });
  return { clock, check };
}

test.each([
  ["the same", 0, "agrees"],
  ["an hour ahead", dayMs / 24, "agrees"],
  ["23 hours behind", (-23 * dayMs) / 24, "agrees"],
  ["two days ahead", 2 * dayMs, "differs"],
  ["eight years ahead", 8 * 365 * dayMs, "differs"],
  ["in 1970", -crmNow, "differs"],
])("the clock is %s", async (_, offset, expected) => {
  expect(await checkAt(crmNow + offset).check.verify()).toBe(expected);
});

test.each([null, "", "yesterday"])("a response without a date leaves it unknown: %s", async (date) => {
  expect(await checkAt(crmNow, date).check.verify()).toBe("unknown");
});

test("a recent response is enough; an old one is not, nor one from before a clock jump", async () => {
  const { clock, check } = checkAt(crmNow);
  await check.verify();
  clock.now += 60_000;
  await check.verify();
  expect(clock.asked).toBe(1);
  clock.now += 3_000 * dayMs;
  expect(await check.verify()).toBe("differs");
  expect(clock.asked).toBe(2);
});
