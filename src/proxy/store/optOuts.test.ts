import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { ways, type Way } from "#lead/submission/ways.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import type { Statement } from "./driver/driver.ts";
import { keptIn } from "./kept.ts";
import { migrate } from "./migrations/migrate.ts";
import { optOutsIn, type OptOuts } from "./optOuts.ts";
import { outboxIn, type Outbox } from "./outbox.ts";
import { emailReach } from "./reach.ts";
import { arrivalAt } from "../testing/arrivalAt.ts";

const now = Date.UTC(2026, 10, 28, 9);
/** The clock was a year ahead, then it was set right. */
const ahead = now + 365 * 24 * 60 * 60_000;

onEveryStore("opt-outs", (store) => {
  let optOuts: OptOuts;
  let outbox: Outbox;
  beforeAll(async () => {
    await migrate(store.driver());
    optOuts = await optOutsIn(store.driver(), keptIn(store.driver()));
    outbox = outboxIn(store.driver());
  });
  const contact = () => [emailReach(`${randomUUID()}@example.com`)];
  type Reach = ReturnType<typeof contact>;
  /** Stores a lead that refuses these ways. */
  const refuse = async (reach: Reach, at: number, refused: readonly Way[] = ways) => {
    const id = randomUUID();
    const arrival = arrivalAt(id, at, { station: "website" });
    await outbox.accept(arrival, reach, undefined, optOuts.refusals({ ...arrival, reach }, refused, at));
    return { id, reach };
  };
  /** The ways that somebody else with this contact is barred from. */
  const against = async (reach: Reach) => (await optOuts.find([{ id: "other", reach }])).get("other") ?? [];

  test("a lift with the clock ahead, then a new refusal with the right clock: the refusal counts", async () => {
    const first = await refuse(contact(), now);
    await store.driver().batch(optOuts.lift(first, ahead));
    expect(await against(first.reach)).toEqual([]);
    await refuse(first.reach, now + 1, ["text"]);
    expect(await against(first.reach)).toEqual(["text"]);
    await store.driver().batch(optOuts.lift(first, now + 2));
    expect(await against(first.reach)).toEqual([]);
  });

  test("a withdrawal and its lift with the clock ahead, then a new withdrawal: it counts from its own time", async () => {
    const person = await refuse(contact(), now, []);
    await store.driver().batch(optOuts.withdrawal(person, ahead));
    await store.driver().batch(optOuts.lift(person, ahead + 1));
    await store.driver().batch(optOuts.withdrawal(person, now + 1));
    expect(await against(person.reach)).toEqual(ways);
    expect(await optOuts.withdrawals([person.id])).toEqual(new Map([[person.id, now + 1]]));
  });

  test("an opt-out with the clock ahead, then a lift with the right clock: it is lifted", async () => {
    const person = await refuse(contact(), ahead);
    await store.driver().batch(optOuts.lift(person, now));
    expect(await against(person.reach)).toEqual([]);
  });

  test("an opt-out and a lift in one millisecond: the later one counts", async () => {
    const person = await refuse(contact(), now);
    await store.driver().batch(optOuts.lift(person, now));
    expect(await against(person.reach)).toEqual([]);
    await refuse(person.reach, now);
    expect(await against(person.reach)).toEqual(ways);
  });

  /** A parked lead with one contact, read by two. `release` gives it another contact and all refusals. */
  const parkedLead = async () => {
    const id = randomUUID();
    const arrival = arrivalAt(id, now, { station: "website", parked: "crm-20012" });
    const { entry } = await outbox.accept(arrival, contact());
    const reach = contact();
    const release = (more: readonly Statement[] = []) => {
      const statements = [...optOuts.released({ ...entry, reach }, ways, now), ...more];
      return outbox.release(entry, { status: "accepted", dueAt: now }, reach, statements, now);
    };
    const found = async () => ({
      status: (await outbox.find(id))?.status,
      contacts: (await store.driver().query("SELECT value FROM reach WHERE submission = $1", [id])).length,
      against: await against(reach),
    });
    return { entry, release, found };
  };

  test("a lead is released with its contacts and refusals", async () => {
    const { release, found } = await parkedLead();
    expect(await release()).toBe(true);
    expect(await found()).toEqual({ status: "accepted", contacts: 2, against: ways });
  });

  test("somebody else handled the lead meanwhile: neither contacts nor refusals are added", async () => {
    const { entry, release, found } = await parkedLead();
    await outbox.change(entry.id, entry, { status: "delivered", dueAt: null }, now);
    expect(await release()).toBe(false);
    expect(await found()).toEqual({ status: "delivered", contacts: 1, against: [] });
  });

  test("the store fails during a release: nothing of it is stored", async () => {
    const { release, found } = await parkedLead();
    await expect(release([["INSERT INTO no_such_table VALUES (1)"]])).rejects.toThrow("no_such_table");
    expect(await found()).toEqual({ status: "parked", contacts: 1, against: [] });
  });
});
