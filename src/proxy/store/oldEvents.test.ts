import { beforeAll, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import type { Station } from "#lead/station/station.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { eventsIn, type Events } from "./events.ts";
import { migrate } from "./migrations/migrate.ts";
import { outboxIn, type Outbox } from "./outbox.ts";
import { retentionIn } from "./retention.ts";
import { stationsIn } from "./stations.ts";

const dayMs = 24 * 60 * 60_000;
const now = Date.UTC(2026, 10, 28, 12);
const dayBefore = (days: number) => new Date(now - days * dayMs).toISOString().slice(0, 10);
const old = dayBefore(410);

onEveryStore("events older than 400 days", (store) => {
  let outbox: Outbox;
  let events: Events;
  beforeAll(async () => {
    await migrate(store.driver());
    outbox = outboxIn(store.driver());
    events = eventsIn(store.driver());
  });
  const add = (id: string, date: string, station = "open-house") =>
    events.add(station, { id, date, address: "1 Sample Road" });
  const saved = async (id: string, eventId: string, status: "accepted" | "parked" | "delivered" | "confirmed") => {
    const event = JSON.stringify({ id: eventId, date: old, address: "1 Sample Road" });
    const kept = { station: "open-house", fingerprint: "f", lead: "{}", consent: null, event };
    const { entry } = await outbox.accept({ id, ...kept, capturedAt: now, acceptedAt: now });
    if (status !== "accepted") await outbox.change(id, entry, { status, dueAt: null }, now - 40 * dayMs);
  };
  const expire = () =>
    retentionIn(store.driver()).expire({ keys: 0, consents: 0, now: 0, versions: now - 400 * dayMs });
  const left = async () =>
    (await store.driver().query("SELECT station, id FROM events ORDER BY station, id")).map(({ id }) => id);

  test("deletes those without leads and stations, and no others", async () => {
    await add("of 400 days", dayBefore(400));
    await add("no day", "11.10.2025");
    await add("unused", old);
    await add(`a "quoted" \\ id`, old);
    for (const status of ["accepted", "parked", "delivered", "confirmed"] as const) {
      await add(`of ${status}`, old);
      await saved(status, `of ${status}`, status);
    }
    await saved("quoted", `a "quoted" \\ id`, "parked");
    await add("of parked", old, "kiosk");
    const stations = await stationsIn(store.driver(), () => readyStations);
    const kiosk = stations.find("kiosk") as Station;
    const { event } = await stations.save({ ...kiosk, event: { address: "9 Sample Road", date: old } });

    await expire();
    const kept = [
      "of 400 days",
      "no day",
      `a "quoted" \\ id`,
      "of accepted",
      "of parked",
      "of delivered",
      "of confirmed",
    ];
    expect(new Set(await left())).toEqual(new Set([...kept, event?.id]));
    const [row] = await store.driver().query("SELECT count(*) AS n FROM events WHERE id = 'of parked'");
    expect(Number(row?.["n"])).toBe(1);
  });

  test("deletes them after their last lead was forgotten", async () => {
    await retentionIn(store.driver()).forget(now - 30 * dayMs);
    await expire();
    const ids = await left();
    expect(ids).not.toContain("of delivered");
    expect(ids).not.toContain("of confirmed");
    expect(ids).toEqual(expect.arrayContaining(["of accepted", "of parked"]));
  });
});
