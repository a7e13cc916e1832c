import { expect, test } from "vitest";
import { arrivalAt } from "../testing/arrivalAt.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { eventKey } from "./eventKey.ts";
import { migrate } from "./migrations/migrate.ts";
import { outboxIn } from "./outbox.ts";
import { staffQueriesIn } from "./staffQueries.ts";

const at = Date.UTC(2026, 10, 28, 9);
const eventAt = (address: string) => JSON.stringify({ id: address, address, date: "2026-11-28" });

test("one number for one text, and an exact one", () => {
  expect(eventKey(eventAt("1 Sample Road"))).toBe(eventKey(eventAt("1 Sample Road")));
  expect(eventKey(eventAt("1 Sample Road"))).not.toBe(eventKey(eventAt("2 Sample Road")));
  expect(Number.isSafeInteger(eventKey(""))).toBe(true);
  expect(eventKey(null)).toBeNull();
});

onEveryStore("a lead whose event changes", (store) => {
  test("counts at its new house", async () => {
    const driver = store.driver();
    await migrate(driver);
    const outbox = outboxIn(driver);
    const add = async (id: string) =>
      (await outbox.accept(arrivalAt(id, at, { event: eventAt("1 Sample Road"), parked: "unread" }))).entry;
    const moved = await add("moved");
    await add("stays");
    await outbox.release(moved, { status: "accepted", event: eventAt("2 Sample Road") }, [], [], at);
    const { houses } = await staffQueriesIn(driver, () => at).today(undefined, at);
    const counts = houses.map(({ event, signedIn }) => [event?.address, signedIn]);
    expect(Object.fromEntries(counts)).toEqual({ "1 Sample Road": 1, "2 Sample Road": 1 });
  });
});
