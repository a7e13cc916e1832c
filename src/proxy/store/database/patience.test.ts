import { expect, test } from "vitest";
import { onEveryStore } from "../../testing/onEveryStore.ts";
import { migrate } from "../migrations/migrate.ts";

onEveryStore("work on whole tables", (store) => {
  test("takes as long as it needs; other statements are canceled after ten seconds", async () => {
    const driver = store.driver();
    await migrate(driver);
    // SQLite has no time limit.
    if (!driver.shared) return;
    const { slowBatch = driver.batch } = driver;
    const locked = slowBatch([["LOCK TABLE submissions IN ACCESS EXCLUSIVE MODE"], ["SELECT pg_sleep(11)"]]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [scrubbed, counted] = await Promise.allSettled([
      driver.scrub(),
      driver.query("SELECT count(*) FROM submissions"),
      locked,
    ]);
    expect([scrubbed.status, counted.status]).toEqual(["fulfilled", "rejected"]);
    await locked;
  }, 60_000);
});
