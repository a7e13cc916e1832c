import { expect, test } from "vitest";
import type { Agreement } from "./crm/clockCheck.ts";
import { clockOf } from "./delivery/clock.ts";
import { keepHouse } from "./housekeeping.ts";
import { migrate } from "./store/migrate.ts";
import { outboxIn } from "./store/outbox.ts";
import { retentionIn } from "./store/retention.ts";
import { openSqlite } from "./store/sqlite.ts";

const dayMs = 24 * 60 * 60_000;
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A house with one lead in the CRM and one that needs a person, and a clock in our hands. */
async function house({ isOurs = true, agreement = (): Agreement => "agrees" } = {}) {
  const driver = openSqlite(":memory:");
  await migrate(driver);
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
  const end = keepHouse({
    retention: retentionIn(driver),
    outbox,
    clock: clockOf(() => at, 1),
    after: (_, run) => {
      turns.push(run);
      return () => (turns = turns.filter((other) => other !== run));
    },
    log: (event, facts) => logged.push({ event, ...facts }),
    retentionDays: 30,
    isOurs: () => isOurs,
    verifyClock: async () => agreement(),
  });
  await soon();
  return {
    outbox,
    logged,
    end,
    waiting: () => turns.length,
    pass: async (days: number) => {
      at += days * dayMs;
      for (const turn of turns.splice(0)) turn();
      await soon();
    },
  };
}

test("a person is forgotten after 30 days, the receipt after 90; who waits for a person stays, and is spoken of", async () => {
  const { outbox, logged, pass } = await house();
  await pass(29);
  expect((await outbox.find("in-crm"))?.lead).not.toBe("");
  expect(logged.at(-1)).toEqual({ event: "needs-person", entries: 1 });
  await pass(1);
  expect(await outbox.find("in-crm")).toMatchObject({ status: "confirmed", lead: "" });
  expect(logged).toContainEqual({ event: "forgotten", entries: 1 });
  await pass(60);
  expect(await outbox.find("in-crm")).toBeUndefined();
  expect((await outbox.find("waits"))?.lead).toContain("Sample");
});

test("of several proxies one keeps house, and none once it was ended", async () => {
  const other = await house({ isOurs: false });
  await other.pass(40);
  expect((await other.outbox.find("in-crm"))?.lead).not.toBe("");
  expect(other.waiting()).toBe(1);
  other.end();
  expect(other.waiting()).toBe(0);
});

test.each(["differs", "unknown"] as const)("the clock %s: nothing is deleted until it agrees", async (first) => {
  let agreement: Agreement = first;
  const { outbox, logged, pass } = await house({ agreement: () => agreement });
  await pass(8 * 365);
  expect((await outbox.find("in-crm"))?.lead).not.toBe("");
  expect(logged).toContainEqual({ event: "clock-unverified", agreement: first });
  agreement = "agrees";
  await pass(0);
  expect(await outbox.find("in-crm")).toBeUndefined();
});
