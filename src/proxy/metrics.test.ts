import { expect, test } from "vitest";
import { proxyMetrics } from "./metrics.ts";
import { migrate } from "./store/migrations/migrate.ts";
import { outboxIn } from "./store/outbox.ts";
import { openDatabase } from "./store/database/database.ts";

test("a lead that is read again does not count as moved; a wait is never negative", async () => {
  const driver = openDatabase(":memory:");
  await migrate(driver);
  const outbox = outboxIn(driver);
  const metrics = proxyMetrics();
  metrics.watch({ outbox, now: () => 1_000, perMinute: () => 60, recognizes: () => false });
  const times = { capturedAt: 1_001, acceptedAt: 1_001 };
  await outbox.accept({ id: "a", station: "kiosk", fingerprint: "f", lead: "{}", consent: null, ...times });
  metrics.heard("lead", { from: "sending", status: "delivered" });
  metrics.heard("lead", { from: "delivered", status: "delivered" });
  metrics.heard("lead", { from: "delivered", status: "confirmed" });
  const text = await metrics.text();
  expect(text).toContain('foyer_leads_moved_total{status="delivered"} 1\n');
  expect(text).toContain('foyer_leads_moved_total{status="confirmed"} 1\n');
  expect(text).not.toContain('foyer_leads_moved_total{status="sending"}');
  expect(text).toContain("foyer_oldest_waiting_seconds 0\n");
  expect(text).toContain('foyer_crm_recognition{state="works"} 0\n');
  expect(text).toContain('foyer_crm_recognition{state="fails"} 1\n');
  await driver.close();
});
