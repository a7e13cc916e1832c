import { expect, test } from "vitest";
import { requestBudget, type Rank } from "./budget.ts";
import { simulatedTime } from "../testing/simulatedTime.ts";

const minuteMs = 60_000;

/** Sends as fast as the budget allows, to a CRM that accepts `limit` requests in any 60 seconds. */
async function hours(limit: number, { configured, header = false }: { configured?: number; header?: boolean } = {}) {
  const time = simulatedTime(Date.UTC(2026, 10, 23, 9));
  const budget = requestBudget({ now: time.now, after: time.after, configured });
  const start = time.real();
  const halfMs = 30 * minuteMs;
  const window: number[] = [];
  let taken = 0;
  const refused: number[] = [];
  let isOver = false;
  const work = async () => {
    while (!isOver) {
      await budget.turn("create");
      await time.sleep(300);
      if (header) budget.heard(limit);
      while ((window[0] ?? Infinity) <= time.real() - minuteMs) window.shift();
      if (window.length < limit) {
        window.push(time.real());
        if (time.real() > start + halfMs) taken += 1;
      } else {
        refused.push(time.real());
        budget.refused(minuteMs);
      }
    }
  };
  for (let lane = 0; lane < 8; lane++) void work();
  while (time.real() < start + 2 * halfMs) await time.step();
  isOver = true;
  const late = refused.filter((at) => at > start + halfMs).length;
  return { perMinute: taken / 30, refusedFirst: refused.length - late, refused: late };
}

test.each([
  ["a personal key, no header", 10, {}],
  ["an app in development, no header", 100, {}],
  ["an app in production, no header", 500, {}],
  ["a personal key that advertises", 10, { header: true }],
  ["an app in development that advertises", 100, { header: true }],
  ["an app in production that advertises", 500, { header: true }],
  ["a personal key, configured as an app", 10, { configured: 500 }],
  ["an app in production, configured", 500, { configured: 500 }],
] as const)("%s: uses %i a minute and rarely exceeds it", async (_name, limit, options) => {
  const { perMinute, refusedFirst, refused } = await hours(limit, options);
  expect(perMinute).toBeGreaterThan(limit * 0.6);
  expect(perMinute).toBeLessThanOrEqual(limit);
  // Refusals of requests in flight count one by one; each group is one wait of a minute.
  expect(refused).toBeLessThan(20);
  expect(refusedFirst).toBeLessThan(60);
});

const nonsense = [0, -1, 1e-9, 0.5, 1e9, Infinity, NaN, Number("many"), Number("")];
test.each(nonsense)(
  "an advertised limit of %d neither stops the requests nor lets them flood the CRM",
  async (limit) => {
    const time = simulatedTime(Date.UTC(2026, 10, 23, 9));
    const budget = requestBudget({ now: time.now, after: time.after });
    budget.heard(limit);
    let went = 0;
    for (let each = 0; each < 5_000; each++) void budget.turn("create").then(() => (went += 1));
    time.after(10 * minuteMs, () => undefined);
    const until = time.real() + 10 * minuteMs;
    while (time.real() < until) await time.step();
    expect(went).toBeGreaterThanOrEqual(50);
    expect(went).toBeLessThanOrEqual(5_000);
    expect(budget.perMinute()).toBeGreaterThanOrEqual(5);
    expect(budget.perMinute()).toBeLessThanOrEqual(540);
  },
);

test.each([0, -1, NaN, 1, 4e11, Infinity])("asked to wait %d ms: continues within ten minutes", async (waitMs) => {
  const time = simulatedTime(Date.UTC(2026, 10, 23, 9));
  const budget = requestBudget({ now: time.now, after: time.after });
  for (let times = 0; times < 50; times++) budget.refused(waitMs);
  let wentAt = 0;
  const start = time.real();
  void budget.turn("create").then(() => (wentAt = time.real()));
  for (const ms of [1, 11 * minuteMs]) time.after(ms, () => undefined);
  while (time.real() < start + 11 * minuteMs) await time.step();
  expect(wentAt - start).toBeLessThanOrEqual(10 * minuteMs);
  expect(wentAt).toBeGreaterThan(0);
});

test("a walk-in goes before creates; after five minutes of waiting, the oldest takes every second turn", async () => {
  const time = simulatedTime(Date.UTC(2026, 10, 23, 9));
  const budget = requestBudget({ now: time.now, after: time.after, configured: 10 });
  const went: Rank[] = [];
  const want = (rank: Rank) => void budget.turn(rank).then(() => went.push(rank));
  for (let each = 0; each < 5; each++) want("create");
  for (let each = 0; each < 60; each++) want("create");
  want("look-up");
  const pass = async (ms: number) => {
    const until = time.real() + ms;
    time.after(ms, () => undefined);
    while (time.real() < until) await time.step();
  };
  await pass(1_000);
  went.length = 0;
  want("walk-in");
  await pass(7_000);
  expect(went).toEqual(["walk-in"]);
  // Endless walk-ins do not block the others.
  for (let each = 0; each < 200; each++) want("walk-in");
  await pass(8 * minuteMs);
  expect(went.filter((rank) => rank === "create").length).toBeGreaterThan(8);
});

test("a preview never takes the burst from the leads, and never goes before one, however long it waits", async () => {
  const time = simulatedTime(Date.UTC(2026, 10, 23, 9));
  const budget = requestBudget({ now: time.now, after: time.after, configured: 100 });
  const went: Rank[] = [];
  const want = (rank: Rank) => void budget.turn(rank).then(() => went.push(rank));
  const pass = async (ms: number) => {
    const until = time.real() + ms;
    time.after(ms, () => undefined);
    while (time.real() < until) await time.step();
  };
  for (let each = 0; each < 100; each++) want("preview");
  await pass(minuteMs);
  // 90 a minute.
  expect(went.length).toBeGreaterThan(80);
  const burst = 9;
  for (let each = 0; each < burst; each++) want("import");
  await pass(1);
  expect(went.slice(-burst)).toEqual(Array(burst).fill("import"));
  for (let each = 0; each < 1_000; each++) want("import");
  went.length = 0;
  want("preview");
  await pass(10 * minuteMs);
  expect(went.filter((rank) => rank === "preview")).toEqual([]);
  await pass(3 * minuteMs);
  expect(went.at(-1)).toBe("preview");
});
