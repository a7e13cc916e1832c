import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { readyStations } from "#lead/readyStations.ts";
import type { Station } from "#lead/station.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { migrate } from "./migrate.ts";
import { outboxIn, type Outbox } from "./outbox.ts";
import { retentionIn, type Retention } from "./retention.ts";
import { stationsIn } from "./stations.ts";

const canary = "Quetzalcoatlus";
const dayMs = 24 * 60 * 60_000;
const start = Date.UTC(2026, 10, 23);
const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
const text = "Text me about this home.";
const people = 1_200;
const parkedOne = people - 1;

onEveryStore("what is forgotten", (store) => {
  let outbox: Outbox;
  let retention: Retention;
  beforeAll(async () => {
    const driver = store.driver();
    await migrate(driver);
    outbox = outboxIn(driver);
    retention = retentionIn(driver);
    const accepted = Array.from({ length: people }, (_, index) => {
      const name = index === parkedOne ? "Pterodactylus" : canary;
      const email = `${name}.${index}@example.com`.toLowerCase();
      // Notes of every length, over pages and in them.
      const lead = { firstName: name, emails: [email], content: `${name} `.repeat((index * 37) % 100) };
      const consent = {
        version: "2026-11",
        text,
        language: "en",
        // A tablet whose clock stands in 1970.
        at: index === 2 ? "1970-01-01T00:00:00Z" : "2026-11-23T09:00:00Z",
        by: "self",
        channels: { text: true },
      };
      const kept = { station: "kiosk", fingerprint: "f".repeat(64), consent: JSON.stringify(consent) };
      const times = { capturedAt: start, acceptedAt: start + index };
      const arrival = { ...kept, ...times, id: idOf(index), lead: JSON.stringify(lead) };
      return outbox.accept(arrival, [{ kind: "email", value: email }]);
    });
    for (const { entry } of await Promise.all(accepted)) {
      const isParked = entry.id === idOf(parkedOne);
      const differences = `[{"path":"firstName","sent":"${canary}","stored":"${canary.slice(0, 4)}"}]`;
      const known = { status: "delivered", leadId: "1738234566814937083", differences, samePhoneAs: canary } as const;
      const parked = { status: "parked", reason: "http-400" } as const;
      await outbox.change(entry.id, entry, { ...(isParked ? parked : known), dueAt: null }, start + dayMs);
    }
  });

  test("before its time, nothing", async () => {
    expect(await retention.forget(start)).toBe(0);
    expect(await store.holds(canary)).toBe(true);
    expect(await store.holds(canary.toLowerCase())).toBe(true);
  });

  test("names, contacts, notes and differences, in every place", async () => {
    expect(await retention.forget(start + dayMs)).toBe(people - 1);
    await retention.scrub();
    expect(await store.holds(canary)).toBe(false);
    expect(await store.holds(canary.toLowerCase())).toBe(false);
  });

  test("but not what needs a person", async () => {
    expect(await store.holds("Pterodactylus")).toBe(true);
    expect(await outbox.find(idOf(parkedOne))).toMatchObject({ lead: expect.stringContaining("Pterodactylus") });
  });

  test("nor the key and the receipt, for a late retry", async () => {
    await retention.expire({ keys: start, consents: start - 1, now: start });
    const late = await outbox.find(idOf(1));
    expect(late).toMatchObject({
      status: "delivered",
      leadId: "1738234566814937083",
      fingerprint: "f".repeat(64),
      lead: "",
    });
    if (late === undefined) return;
    const again = { ...late, lead: JSON.stringify({ firstName: canary }), consent: null };
    expect(await outbox.accept(again, [{ kind: "email", value: canary }])).toMatchObject({
      isNew: false,
      entry: { leadId: late.leadId },
    });
    expect(await store.holds(canary)).toBe(false);
    expect(await store.driver().query("SELECT value FROM reach WHERE submission = $1", [late.id])).toEqual([]);
  });

  test("nor what an earlier version kept of such a retry, nor of one whose receipt is gone", async () => {
    for (const id of [idOf(1), "gone"])
      await store.driver().query("INSERT INTO reach (submission, kind, value) VALUES ($1, 'email', $2)", [id, canary]);
    expect(await store.holds(canary)).toBe(true);
    expect(await retention.forget(start)).toBe(2);
    await retention.scrub();
    expect(await store.holds(canary)).toBe(false);
    expect(await store.driver().query("SELECT submission FROM reach")).toEqual([{ submission: idOf(parkedOne) }]);
  });

  test("nor which consent was given, without a name", async () => {
    const [record] = await store.driver().query("SELECT * FROM consents WHERE submission = $1", [idOf(1)]);
    expect(record).toEqual({
      submission: idOf(1),
      station: "kiosk",
      lead_id: "1738234566814937083",
      version: "2026-11",
      text_hash: createHash("sha256").update(text).digest("hex"),
      language: "en",
      given_by: "self",
      channels: '{"text":true}',
      given_at: Date.parse("2026-11-23T09:00:00Z"),
      recorded_at: start + 1,
    });
  });

  test("until their time comes", async () => {
    await retention.expire({ keys: start + dayMs, consents: start - 1, now: start });
    expect(await outbox.find(idOf(1))).toBeUndefined();
    expect(await outbox.find(idOf(parkedOne))).toBeDefined();
    const consents = async () => (await store.driver().query("SELECT submission FROM consents")).length;
    expect(await consents()).toBe(people - 1);
    await retention.expire({ keys: start, consents: start + 2 * dayMs, now: start });
    expect(await consents()).toBe(0);
  });
});

onEveryStore("what cannot be forgotten", (store) => {
  test("holds up no other and is named; control characters that an earlier version kept are none of it", async () => {
    const driver = store.driver();
    await migrate(driver);
    const [outbox, retention] = [outboxIn(driver), retentionIn(driver)];
    const broken = new Set([3, 600, 1_100].map(idOf));
    const consents = Array.from({ length: people }, (_, index) => {
      const version = index === 7 ? "1\u0000" : "1";
      return JSON.stringify({ version, text, language: "en", at: "2026-11-23T09:00:00Z", by: "self", channels: {} });
    });
    const accepted = consents.map((consent, index) => {
      const times = { capturedAt: start, acceptedAt: start };
      const kept = { station: "kiosk", fingerprint: "f", lead: "{}", consent: broken.has(idOf(index)) ? "{" : consent };
      return outbox.accept({ id: idOf(index), ...kept, ...times });
    });
    await Promise.all(accepted);
    await driver.query("UPDATE submissions SET status = 'confirmed', due_at = NULL, changed_at = $1", [start]);
    const failed: string[] = [];
    expect(await retention.forget(start, (id) => failed.push(id))).toBe(people - broken.size);
    expect(new Set(failed)).toEqual(broken);
    const left = await driver.query("SELECT id FROM submissions WHERE lead IS NOT NULL ORDER BY id");
    expect(left.map(({ id }) => id)).toEqual([...broken]);
    const [record] = await driver.query("SELECT version FROM consents WHERE submission = $1", [idOf(7)]);
    expect(record).toEqual({ version: "1 " });
  });

  test("a version of a station is kept for as long as it is the one of today, and 400 days more", async () => {
    const driver = store.driver();
    await migrate(driver);
    let at = start;
    const stations = await stationsIn(
      driver,
      () => readyStations,
      () => at,
    );
    const retention = retentionIn(driver);
    const page = stations.find("website") as Station;
    const before = stations.versionOf(page);
    at += 500 * dayMs;
    await stations.save({ ...page, name: "Another" });
    const expire = () => retention.expire({ keys: 0, consents: 0, now: 0, versions: at - 400 * dayMs });
    /** As the database holds it, not as these stations remember it. */
    const stored = async (version: string) => {
      const read = await stationsIn(
        driver,
        () => [],
        () => at,
      );
      return read.at("website", version);
    };
    at += 400 * dayMs - 1;
    await expire();
    expect(await stations.at("website", before)).toMatchObject({ name: "Website form" });
    at += 1;
    await expire();
    expect(await stored(before)).toBeUndefined();
    const today = stations.versionOf(stations.find("website") as Station);
    expect(await stored(today)).toMatchObject({ name: "Another" });
  });
});
