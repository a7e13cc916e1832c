import { beforeAll, expect, test } from "vitest";
import { statuses } from "#lead/submission/submission.ts";
import { ways } from "#lead/submission/ways.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import type { Driver, Statement } from "./driver/driver.ts";
import { insertEvent } from "./events.ts";
import { keptIn } from "./kept.ts";
import { laterNotesIn } from "./laterNotes.ts";
import { migrate } from "./migrations/migrate.ts";
import { optOutsIn } from "./optOuts.ts";
import { outboxIn } from "./outbox.ts";
import { retentionIn } from "./retention.ts";
import { staffQueriesIn } from "./staffQueries.ts";

/** Tables that grow with every lead. A full scan would block all other queries. */
const large = "submissions|reach|consents";
const at = Date.UTC(2026, 10, 23, 9);
const minuteMs = 60_000;

/** A driver that records each distinct statement. */
function recording(driver: Driver) {
  const asked = new Map<string, Statement>();
  const note = (statement: Statement) => void asked.set(statement[0], statement);
  const recorded: Driver = {
    ...driver,
    query: (sql, values) => {
      note([sql, values ?? []]);
      return driver.query(sql, values);
    },
    batch: (statements) => {
      statements.forEach(note);
      return driver.batch(statements);
    },
  };
  return { asked, driver: recorded };
}

onEveryStore("no statement reads a whole table", (store) => {
  const asked = new Map<string, Statement>();
  beforeAll(async () => {
    await migrate(store.driver());
    const { driver, asked: heard } = recording(store.driver());
    const outbox = outboxIn(driver);
    const optOuts = await optOutsIn(driver, keptIn(driver));
    const staff = staffQueriesIn(driver, () => at);
    const retention = retentionIn(driver);
    const reach = [{ kind: "email", value: "sample@example.com" } as const];
    const add = async (id: string) => {
      const consent = JSON.stringify({
        version: "1",
        text: "t",
        language: "en",
        at: "2026-11-23T09:00:00Z",
        by: "self",
        channels: {},
      });
      const known = {
        station: "kiosk",
        fingerprint: id,
        lead: "{}",
        consent,
        lane: "a",
        capturedAt: at,
        acceptedAt: at,
      };
      return (await outbox.accept({ id, ...known }, reach)).entry;
    };
    const entry = await add("one");
    await outbox.release(entry, { status: "parked" }, reach, optOuts.released({ ...entry, reach }, ways, at), at);
    await outbox.change("one", entry, { status: "sending", dueAt: null }, at);
    for (const status of statuses) await outbox.due(status, at, 8);
    await outbox.nextDue();
    await outbox.oldestWaiting();
    await outbox.count();
    await outbox.counts();
    await outbox.open();
    await outbox.causes();
    await outbox.parkedFor("blocked", 10);
    for (const group of ["needsYou", "waiting", "delivered"] as const) {
      await outbox.page(group, 50);
      await outbox.page(group, 50, { at, id: "one" });
    }
    await outbox.list("waiting");
    await outbox.list("done");
    await outbox.toSend(at, at - minuteMs, 8);
    for (const by of ["lane", "station"] as const) {
      await outbox.visitorsIn(by, "a", 8);
      await outbox.visitorsIn(by, "a", 8, ["blocked", "needs-fix"]);
    }
    await outbox.markInterrupted(at, at);
    await outbox.reconcileOpen(at, at);
    for (const gapMs of [0, 30 * minuteMs, -30 * minuteMs]) await outbox.beat(at + gapMs, at);
    await outbox.endWaits(at, { openSince: at, sentAt: at, lookAt: at });
    await staff.matches(reach);
    await staff.today(undefined, at);
    await staff.today("kiosk", at);
    await staff.taken({ station: "kiosk" }, at, 500);
    for (const isParked of [false, true])
      for (const houses of [[""], ["2026-11-23 1sampleroad"], ["", "2026-11-23 1sampleroad"]])
        await staff.taken({ station: "kiosk", houses, isParked }, at, 500);
    const notes = laterNotesIn(driver);
    const note = { id: "n", part: 601, text: "t", at, status: "waiting", dueAt: at, looks: 0, misses: 0 } as const;
    const noted = await notes.find("one");
    if (noted) await notes.write(noted, [note]);
    await notes.due(at, at, 8);
    await notes.nextDue();
    await outbox.change("one", await entryOf("one"), { status: "confirmed", dueAt: null }, at);
    await retention.forget(at);
    await driver.batch([insertEvent("kiosk", { id: "old", address: "1 Sample Road", date: "2000-01-01" })]);
    await retention.expire({ keys: at - 1, consents: at - 1, now: at, versions: at });
    for (const [sql, statement] of heard) asked.set(sql, statement);

    async function entryOf(id: string) {
      const found = await outbox.find(id);
      if (!found) throw new Error(`${id} is not there`);
      return found;
    }
  });

  test("large tables: every statement uses an index", async () => {
    const driver = store.driver();
    const about = [...asked.values()].filter(([sql]) => new RegExp(`\\b(${large})\\b`).test(sql));
    expect(about.length).toBeGreaterThan(30);
    const read = await Promise.all(
      about.map(async (statement) => ({ sql: statement[0], scans: await scansOf(driver, statement) })),
    );
    expect(read.filter(({ scans }) => scans.length > 0)).toEqual([]);
  });

  test("detects a full scan", async () => {
    expect(await scansOf(store.driver(), ["SELECT * FROM submissions WHERE lead_id = $1", ["7"]])).toHaveLength(1);
    expect(await scansOf(store.driver(), ["DELETE FROM reach WHERE kind = 'email'"])).toHaveLength(1);
  });
});

/** Returns the lines of a statement's plan that scan a whole large table, or an index of all its rows. */
async function scansOf(driver: Driver, [sql, values = []]: Statement): Promise<readonly string[]> {
  if (driver.shared) {
    // With this setting the planner scans a table only when no index can be used, however few rows there are.
    const batch = await driver.batch([["SET LOCAL enable_seqscan = off"], [`EXPLAIN ${sql}`, values]]);
    const lines = (batch[1] ?? []).map((row) => String(row["QUERY PLAN"]));
    return lines.filter((line) => new RegExp(`Seq Scan on (${large})\\b`).test(line));
  }
  const plan = (await driver.query(`EXPLAIN QUERY PLAN ${sql}`, values)).map(({ detail }) => String(detail));
  const whole = new RegExp(`^SCAN (${large})\\b`);
  // A scan of a partial index is allowed, because it holds only the needed rows. But reading all due rows and sorting
  // them, to send eight, is not.
  if (plan.some((line) => /submissions_due/.test(line)) && plan.includes("USE TEMP B-TREE FOR ORDER BY")) return plan;
  const partial =
    /USING (COVERING )?INDEX submissions_(waiting|parked|delivered|confirmed|due|turn|lane|held|empty|notes)$/;
  return plan.filter((line) => whole.test(line) && !partial.test(line));
}
