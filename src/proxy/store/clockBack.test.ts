import { expect, test } from "vitest";
import { openDatabase } from "./database/database.ts";
import { migrate } from "./migrations/migrate.ts";
import { outboxIn } from "./outbox.ts";
import { retentionIn } from "./retention.ts";

const dayMs = 24 * 60 * 60_000;

test("a lead that arrived between the last heartbeat and a jump of the clock does not wait longer than it did", async () => {
  const driver = openDatabase(":memory:");
  await migrate(driver);
  const outbox = outboxIn(driver);
  const now = Date.UTC(2026, 10, 29);
  const ahead = Date.UTC(2036, 10, 29);
  await outbox.beat(now, now);
  await outbox.accept({
    ...{ id: "one", station: "front-desk", fingerprint: "", lead: "{}", consent: null },
    ...{ capturedAt: now + 5_000, acceptedAt: now + 5_000 },
  });
  await outbox.beat(ahead, ahead);
  expect(await outbox.endWaits(ahead, { openSince: ahead - dayMs, sentAt: 0, lookAt: ahead })).toBe(0);
  await driver.close();
});

test("forgets a lead in its time that was done while the clock was years ahead", async () => {
  const driver = openDatabase(":memory:");
  await migrate(driver);
  const outbox = outboxIn(driver);
  const [now, ahead] = [Date.UTC(2026, 10, 29), Date.UTC(2036, 10, 29)];
  const times = { capturedAt: ahead, acceptedAt: ahead };
  const arrival = { id: "one", station: "kiosk", fingerprint: "f", lead: "{}", consent: null, ...times };
  const { entry } = await outbox.accept(arrival);
  await outbox.beat(ahead, ahead);
  await outbox.change("one", entry, { status: "confirmed", dueAt: null }, ahead);
  await outbox.beat(now, now);
  expect(await retentionIn(driver).forget(now - dayMs)).toBe(0);
  expect(await retentionIn(driver).forget(now + dayMs)).toBe(1);
  await driver.close();
});
