import { expect, test } from "vitest";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { eventsIn } from "./events.ts";
import { migrate } from "./migrations/migrate.ts";

onEveryStore("events", (store) => {
  test("those of some days, the last day first", async () => {
    await migrate(store.driver());
    const events = eventsIn(store.driver());
    for (const date of ["2026-11-21", "2026-11-22", "2026-11-28", "2026-11-29"])
      await events.add("open-house", { id: date, date, address: "1 Sample Road" });
    const days = async (first: string, last: string) => (await events.between(first, last)).map(({ date }) => date);
    expect(await days("2026-11-22", "2026-11-28")).toEqual(["2026-11-28", "2026-11-22"]);
    expect(await days("2026-11-28", "2026-11-28")).toEqual(["2026-11-28"]);
  });
});
