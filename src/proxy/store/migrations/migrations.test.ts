import { beforeAll, expect, test } from "vitest";
import { ways } from "#lead/submission/ways.ts";
import { onEveryStore } from "../../testing/onEveryStore.ts";
import type { Driver } from "../driver/driver.ts";
import { keptIn } from "../kept.ts";
import { migrate } from "./migrate.ts";
import { optOutsIn } from "../optOuts.ts";
import { outboxIn } from "../outbox.ts";
import { staffQueriesIn } from "../staffQueries.ts";
import { arrivalAt } from "../../testing/arrivalAt.ts";

const at = Date.UTC(2026, 10, 28, 9);
const dayMs = 24 * 60 * 60_000;
/** The step that adds the index for the counts of a day. */
const dayStep = 20;
/** The step that adds the ids of counted groups. */
const groupStep = 22;
/** The step that adds the order of opt-outs and lifts. */
const turnStep = 23;
/** The step that adds the numbers of events. */
const eventStep = 25;

/** Undoes the step that adds the numbers of events. */
async function dropEventKey({ query }: Driver): Promise<void> {
  await query("DROP INDEX submissions_day");
  await query("ALTER TABLE submissions DROP COLUMN event_key");
  await query("CREATE INDEX submissions_day ON submissions (captured_at, station, status, with_agent, event)");
}

onEveryStore("leads from before event_key", (store) => {
  test("they are counted at their house, with those that have a number", async () => {
    const driver = store.driver();
    await migrate(driver);
    const outbox = outboxIn(driver);
    const event = (address: string) => JSON.stringify({ id: address, address, date: "2026-11-28" });
    const add = (id: string, house: string | null) =>
      outbox.accept(arrivalAt(id, at, { station: "front-desk", event: house === null ? null : event(house) }));
    for (const [id, house] of Object.entries({ a: "1 Sample Road", b: "2 Sample Road", c: "1 Sample Road", d: null }))
      await add(id, house);
    await dropEventKey(driver);
    await driver.query("DELETE FROM versions WHERE version >= $1", [eventStep]);
    await migrate(driver);
    for (const [id, house] of Object.entries({ e: "2 Sample Road", f: "2 Sample Road", g: null })) await add(id, house);
    const { houses } = await staffQueriesIn(driver, () => at).today("front-desk", at);
    const counts = houses.map(({ event: place, signedIn }) => [place?.address, signedIn]);
    expect(Object.fromEntries(counts)).toEqual({ "1 Sample Road": 2, "2 Sample Road": 3, undefined: 2 });
  });
});

onEveryStore("leads from before with_agent", (store) => {
  test("those of the last two days are counted with their agent", async () => {
    const driver = store.driver();
    await migrate(driver, dayStep - 1);
    // Only so that today's code can insert the leads.
    await driver.query("ALTER TABLE submissions ADD COLUMN event_key BIGINT");
    const outbox = outboxIn(driver);
    const add = (id: string, lead: object, capturedAt: number) =>
      outbox.accept(arrivalAt(id, capturedAt, { station: "front-desk", lead: JSON.stringify(lead) }));
    await add("with", { withBuyerAgent: "Yes" }, at);
    await add("selling", { withListingAgent: "Yes" }, at - dayMs);
    await add("without", { withBuyerAgent: "No", content: '"withBuyerAgent":"Yes"' }, at);
    await driver.query("UPDATE submissions SET with_agent = NULL");
    await driver.query("ALTER TABLE submissions DROP COLUMN event_key");
    await migrate(driver);
    const today = await staffQueriesIn(driver, () => at).today("front-desk", at - 2 * dayMs);
    expect(today).toMatchObject({ signedIn: 3, withAgent: 2 });
  });
});

onEveryStore("groups that were counted before they had ids", (store) => {
  test("they stay counted, and Undo subtracts them", async () => {
    const driver = store.driver();
    await migrate(driver, groupStep - 1);
    for (const parties of [2, 1])
      await driver.query("INSERT INTO unnamed_parties (station, counted_at, parties) VALUES ($1, $2, $3)", [
        ...["front-desk", at, parties],
      ]);
    await migrate(driver);
    const staff = staffQueriesIn(driver, () => at);
    const count = (number: number, id?: string) =>
      staff.addParties({ id, station: "front-desk", count: number, since: at, event: undefined });
    await count(1, "one");
    await count(1, "one");
    await count(-1);
    expect(await staff.today("front-desk", at)).toMatchObject({ groups: 3 });
  });
});

onEveryStore("opt-outs from before their order was stored", (store) => {
  const reach = (value: string) => [{ kind: "email" as const, value }];
  beforeAll(async () => {
    const driver = store.driver();
    await migrate(driver);
    const optOuts = await optOutsIn(driver, keptIn(driver));
    const person = (value: string) => ({ id: value, reach: reach(value) });
    for (const value of ["lifted", "together", "again", "never"])
      await driver.batch(optOuts.withdrawal(person(value), at));
    for (const value of ["lifted", "together", "again"]) await driver.batch(optOuts.lift(person(value), at + 1));
    // As the version before wrote them.
    await driver.query("UPDATE opt_outs SET at = $1 WHERE source = 'together'", [at]);
    await driver.query("UPDATE opt_outs SET at = $1 WHERE source = 'again' AND kind = 'withdrawn'", [at + 2]);
    await driver.query("ALTER TABLE opt_outs DROP COLUMN turn");
    await driver.query("ALTER TABLE devices DROP COLUMN put_away_at");
    await dropEventKey(driver);
    await driver.query("DELETE FROM versions WHERE version >= $1", [turnStep]);
    await migrate(driver);
  });

  test.each([
    ["lifted", []],
    ["together", []],
    ["again", ways],
    ["never", ways],
  ])("%s: their times decide, and the next act comes after them whatever the clock says", async (value, standing) => {
    const driver = store.driver();
    const optOuts = await optOutsIn(driver, keptIn(driver));
    const against = async () => (await optOuts.find([{ id: "other", reach: reach(value) }])).get("other");
    expect(await against()).toEqual(standing);
    const later = { id: `later ${value}`, reach: reach(value) };
    await driver.batch(optOuts.withdrawal(later, 1));
    expect(await against()).toEqual(ways);
    await driver.batch(optOuts.lift(later, 1));
    expect(await against()).toEqual([]);
  });
});
