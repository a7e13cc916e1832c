import { expect, test } from "vitest";
import { mostCounted } from "#lead/submission/staffAnswers.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { listsIn } from "./lists.ts";
import { migrate } from "./migrations/migrate.ts";

onEveryStore("more leads in the CRM than are counted", (store) => {
  test("counting them stops; all others are counted", async () => {
    const driver = store.driver();
    await migrate(driver);
    const { counts } = listsIn(driver, "id", () => {
      throw new Error("no entries are read");
    });
    const add = (status: string, many: number) =>
      driver.query(
        `WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < ${many})
         INSERT INTO submissions (id, station, fingerprint, status, attempts, captured_at, accepted_at, changed_at)
         SELECT '${status}' || CAST(number AS TEXT), 'kiosk', '', '${status}', 0, 0, 0, 0 FROM numbers`,
      );
    await add("confirmed", mostCounted - 1);
    await add("accepted", 2);
    await add("parked", 3);
    expect(await counts()).toEqual({ needsYou: 3, waiting: 2, delivered: mostCounted - 1 });
    await add("delivered", mostCounted + 5);
    expect(await counts()).toEqual({ needsYou: 3, waiting: 2, delivered: mostCounted });
  });
});
