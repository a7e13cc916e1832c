import { expect, test } from "vitest";
import type { Agreement } from "../platform/clock.ts";
import { clockOf } from "../platform/clock.ts";
import { keepHouse, quietWatch } from "./housekeeping.ts";
import { migrate } from "./migrations/migrate.ts";
import { outboxIn } from "./outbox.ts";
import { retentionIn } from "./retention.ts";
import { openDatabase } from "./database/database.ts";

const dayMs = 24 * 60 * 60_000;
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A store with one lead in the CRM and one parked lead, and a clock under the test's control. */
async function house({
  isOurs = true,
  agreement = (): Agreement => "agrees",
  isQuiet = (): boolean => true,
  isUpgraded = false,
} = {}) {
  const driver = openDatabase(":memory:");
  await migrate(driver);
  if (isUpgraded) await driver.query("DELETE FROM kept WHERE name = 'all-sealed'");
  const outbox = outboxIn(driver);
  let at = Date.UTC(2026, 10, 23);
  for (const [id, status] of [
    ["in-crm", "confirmed"],
    ["waits", "parked"],
  ] as const) {
    const times = { capturedAt: at, acceptedAt: at };
    const arrival = { id, station: "kiosk", fingerprint: "f", lead: `{"firstName":"Sample"}`, consent: null, ...times };
    await outbox.change(id, (await outbox.accept(arrival)).entry, { status, dueAt: null }, at);
  }
  const logged: object[] = [];
  let turns: (() => void)[] = [];
  const waits: number[] = [];
  const { end, tidy } = keepHouse({
    retention: retentionIn(driver),
    outbox,
    clock: clockOf(() => at, 1),
    after: (ms, run) => {
      waits.push(ms);
      turns.push(run);
      return () => (turns = turns.filter((other) => other !== run));
    },
    log: (event, facts) => logged.push({ event, ...facts }),
    retentionDays: 30,
    isOurs: () => isOurs,
    verifyClock: async () => agreement(),
    isQuiet,
  });
  const early = [...logged];
  for (const turn of turns.splice(0)) turn();
  await soon();
  return {
    outbox,
    logged,
    early,
    waits,
    end,
    tidy,
    waiting: () => turns.length,
    pass: async (days: number) => {
      at += days * dayMs;
      for (const turn of turns.splice(0)) turn();
      await soon();
    },
  };
}

test("forgets a person after 30 days and the receipt after 400; keeps and logs what needs a person", async () => {
  const { outbox, logged, pass } = await house();
  await pass(29);
  expect((await outbox.find("in-crm"))?.lead).not.toBe("");
  expect(logged.at(-1)).toEqual({ event: "needs-person", entries: 1 });
  await pass(1);
  expect(await outbox.find("in-crm")).toMatchObject({ status: "confirmed", lead: "" });
  expect(logged).toContainEqual({ event: "forgotten", entries: 1 });
  await pass(369);
  expect(await outbox.find("in-crm")).toMatchObject({ lead: "" });
  await pass(1);
  expect(await outbox.find("in-crm")).toBeUndefined();
  expect((await outbox.find("waits"))?.lead).toContain("Sample");
});

test("first run: after the proxy had time to listen; next run: after six hours", async () => {
  const { early, waits } = await house();
  expect(early).toEqual([]);
  expect(waits).toEqual([5_000, dayMs / 4]);
});

test("after an upgrade: rewrites the file once, in a quiet moment", async () => {
  let isQuiet = false;
  const { logged, pass, waits } = await house({ isQuiet: () => isQuiet, isUpgraded: true });
  const scrubs = () => logged.filter((one) => (one as { event: string }).event === "scrubbed").length;
  expect([scrubs(), waits.at(-1)]).toEqual([0, 10 * 60_000]);
  await pass(0.5);
  expect(scrubs()).toBe(0);
  isQuiet = true;
  await pass(0);
  expect([scrubs(), waits.at(-1)]).toEqual([1, dayMs / 4]);
  await pass(30);
  expect(logged).toContainEqual({ event: "forgotten", entries: 1 });
  expect(scrubs()).toBe(1);
});

test("quiet: five minutes after the start or the last accepted lead", () => {
  let at = 0;
  const { heard, isQuiet } = quietWatch(() => at);
  const after = (ms: number) => {
    at += ms;
    return isQuiet();
  };
  expect([after(0), after(299_999), after(1)]).toEqual([false, false, true]);
  heard("accepted");
  expect([after(0), after(299_999)]).toEqual([false, false]);
  heard("lead");
  expect(after(1)).toBe(true);
});

test("never rewrites a new database", async () => {
  const { logged, pass } = await house();
  await pass(30);
  expect(logged).toContainEqual({ event: "forgotten", entries: 1 });
  expect(logged).not.toContainEqual({ event: "scrubbed" });
});

test("an office that is never quiet: rewrites a day after the upgrade", async () => {
  const { logged, pass } = await house({ isQuiet: () => false, isUpgraded: true });
  const scrubs = () => logged.filter((one) => (one as { event: string }).event === "scrubbed").length;
  await pass(0.9);
  expect(scrubs()).toBe(0);
  await pass(0.1);
  expect(scrubs()).toBe(1);
});

test("tidy(): forgets what is due, before the first run", async () => {
  let agreement: Agreement = "unknown";
  const { outbox, tidy, pass } = await house({ agreement: () => agreement });
  await pass(30);
  expect(await tidy()).toBe(false);
  expect((await outbox.find("in-crm"))?.lead).not.toBe("");
  agreement = "agrees";
  expect(await tidy()).toBe(true);
  expect((await outbox.find("in-crm"))?.lead).toBe("");
  expect(await (await house({ isOurs: false })).tidy()).toBe(false);
});

test("only one of several proxies keeps house, and none after its end", async () => {
  const other = await house({ isOurs: false });
  await other.pass(40);
  expect((await other.outbox.find("in-crm"))?.lead).not.toBe("");
  expect(other.waiting()).toBe(1);
  other.end();
  expect(other.waiting()).toBe(0);
});

test.each(["differs", "unknown"] as const)("the clock %s: deletes nothing until it agrees", async (first) => {
  let agreement: Agreement = first;
  const { outbox, logged, pass } = await house({ agreement: () => agreement });
  await pass(8 * 365);
  expect((await outbox.find("in-crm"))?.lead).not.toBe("");
  expect(logged).toContainEqual({ event: "clock-unverified", agreement: first });
  agreement = "agrees";
  await pass(0);
  expect(await outbox.find("in-crm")).toBeUndefined();
});

test("forgetting fails: what is old expires all the same", async () => {
  const expired: number[] = [];
  const turns: (() => void)[] = [];
  const driver = openDatabase(":memory:");
  await migrate(driver);
  const failing = {
    ...retentionIn(driver),
    forget: async () => Promise.reject(new Error("canceled")),
    expire: async ({ now }: { readonly now: number }) => void expired.push(now),
  };
  const { end } = keepHouse({
    retention: failing,
    outbox: outboxIn(driver),
    clock: clockOf(() => 7, 1),
    after: (_ms, run) => {
      turns.push(run);
      return () => undefined;
    },
    log: () => undefined,
    retentionDays: 30,
    isOurs: () => true,
    verifyClock: async () => "agrees",
    isQuiet: () => true,
  });
  turns[0]?.();
  await soon();
  expect(expired).toEqual([7]);
  end();
});
