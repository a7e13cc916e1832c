import { expect, test } from "vitest";
import { migrate } from "./migrations/migrate.ts";
import { outboxIn, type Change } from "./outbox.ts";
import { openDatabase } from "./database/database.ts";
import { arrivalAt } from "../testing/arrivalAt.ts";

const at = Date.UTC(2026, 10, 23, 9);
const minuteMs = 60_000;

async function store() {
  const driver = openDatabase(":memory:");
  await migrate(driver);
  const outbox = outboxIn(driver);
  const add = async (id: string, acceptedAt: number, change?: Change) => {
    const { entry } = await outbox.accept(arrivalAt(id, acceptedAt, { station: "front-desk" }));
    if (change) await outbox.change(id, entry, change, acceptedAt);
  };
  const statuses = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await outbox.find(id))?.status));
  return { outbox, add, statuses };
}

test("after a gap in heartbeats, open entries are looked up before they are sent", async () => {
  const { outbox, add, statuses } = await store();
  expect(await outbox.beat(at, at + 15_000)).toBe(0);
  await add("waiting", at);
  await add("unknown", at, { status: "unknown", looks: 2, dueAt: at });
  await add("delivered", at, { status: "delivered", leadId: "7", dueAt: at });
  await add("parked", at, { status: "parked", reason: "crm-20012", dueAt: null });
  expect(await outbox.beat(at + 9 * minuteMs, 0)).toBe(0);
  const later = at + 30 * minuteMs;
  await add("new", later);
  expect(await outbox.beat(later, later + 15_000)).toBe(2);
  expect(await statuses("waiting", "unknown", "delivered", "parked", "new")).toEqual([
    ...["unknown", "unknown", "delivered", "parked", "accepted"],
  ]);
  expect(await outbox.find("unknown")).toMatchObject({ reason: "restored", looks: 0, dueAt: later + 15_000 });
  expect(await outbox.beat(later + minuteMs, 0)).toBe(0);
});

test("a clock that went back also counts as a gap", async () => {
  const { outbox, add, statuses } = await store();
  await outbox.beat(at, 0);
  await add("waiting", at);
  expect(await outbox.beat(at - 2 * minuteMs, at)).toBe(1);
  expect(await statuses("waiting")).toEqual(["unknown"]);
});

test("a clock that went back a little: nothing waits longer than planned", async () => {
  const { outbox, add } = await store();
  await outbox.beat(at, 0);
  await add("waiting", at);
  await add("read back", at, { status: "delivered", leadId: "7", dueAt: at + 20_000 });
  await add("past", at - 10 * minuteMs);
  const back = at - minuteMs / 2;
  expect(await outbox.beat(back, 0)).toBe(0);
  const dues = ["waiting", "read back", "past"].map(async (id) => (await outbox.find(id))?.dueAt);
  expect(await Promise.all(dues)).toEqual([back, back + 20_000, at - 10 * minuteMs]);
  expect((await outbox.due("accepted", back, 8)).map(({ id }) => id)).toEqual(["past", "waiting"]);
  // More than a minute back: the store may be a restored backup.
  await outbox.beat(back - 60 * minuteMs, 5);
  expect(await outbox.find("waiting")).toMatchObject({ status: "unknown", dueAt: 5 });
  expect((await outbox.find("read back"))?.dueAt).toBe(back - 60 * minuteMs + 20_000);
});

test("change: rejects a process that hung and knows the entry as another lead", async () => {
  const { outbox, add, statuses } = await store();
  await add("again", at, { status: "delivered", leadId: "7", dueAt: at });
  const stale = await outbox.find("again");
  if (!stale) throw new Error("not stored");
  // Meanwhile another process finds that 7 is somebody else, and that the lead is 8.
  await outbox.change("again", stale, { status: "unknown", leadId: null, dueAt: at }, at);
  const looked = await outbox.find("again");
  if (!looked) throw new Error("not stored");
  await outbox.change("again", looked, { status: "delivered", leadId: "8", dueAt: at }, at);
  expect(await outbox.change("again", stale, { status: "unknown", leadId: null }, at)).toBe(false);
  expect(await statuses("again")).toEqual(["delivered"]);
});

test("change: rejects a writer that read an older state of the entry", async () => {
  const { outbox, add } = await store();
  await add("one", at);
  const seen = await outbox.find("one");
  if (!seen) throw new Error("not there");
  expect(await outbox.change("one", seen, { status: "sending", attempts: 1, dueAt: null }, at)).toBe(true);
  expect(await outbox.change("one", seen, { status: "parked", dueAt: null }, at)).toBe(false);
  const older = { status: "sending", attempts: 0 } as const;
  expect(await outbox.change("one", older, { status: "accepted", dueAt: at }, at)).toBe(false);
  expect((await outbox.find("one"))?.status).toBe("sending");
});
