import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import type { Station } from "#lead/station/station.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { laterNotesIn, withNote, type LaterNote } from "./laterNotes.ts";
import { migrate } from "./migrations/migrate.ts";
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
      // Notes of every length, within one page and over several.
      const lead = { firstName: name, emails: [email], content: `${name} `.repeat((index * 37) % 100) };
      const consent = {
        version: "2026-11",
        text,
        language: "en",
        // A tablet whose clock says 1970.
        at: index === 2 ? "1970-01-01T00:00:00Z" : "2026-11-23T09:00:00Z",
        by: "self",
        channels: { text: true },
      };
      const kept = { station: "kiosk", fingerprint: name, consent: JSON.stringify(consent) };
      const times = { capturedAt: start, acceptedAt: start + index };
      const issues = JSON.stringify([{ path: name, code: "unknown" }]);
      const arrival = { ...kept, ...times, issues, id: idOf(index), lead: JSON.stringify(lead) };
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

  test("nothing before its time", async () => {
    expect(await retention.forget(start)).toBe(0);
    // On SQLite the files contain no plain text.
    const isReadable = store.driver().shared;
    expect(await store.holds(canary)).toBe(isReadable);
    expect(await store.holds(canary.toLowerCase())).toBe(isReadable);
    expect(await outbox.find(idOf(0))).toMatchObject({ lead: expect.stringContaining(canary), samePhoneAs: canary });
  });

  test("names, contacts, notes, differences and issues, in every place", async () => {
    expect(await retention.forget(start + dayMs)).toBe(people - 1);
    expect(await store.holds(canary)).toBe(false);
    expect(await store.holds(canary.toLowerCase())).toBe(false);
  });

  test("not a lead that needs a person", async () => {
    expect(await outbox.find(idOf(parkedOne))).toMatchObject({ lead: expect.stringContaining("Pterodactylus") });
  });

  test("not the key and the receipt, for a late retry; but the hash of its body", async () => {
    await retention.expire({ keys: start, consents: start - 1, now: start });
    const late = await outbox.find(idOf(1));
    expect(late).toMatchObject({
      status: "delivered",
      leadId: "1738234566814937083",
      fingerprint: "",
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

  test("contacts that an earlier version stored for such a retry, or for a lead without a receipt", async () => {
    for (const id of [idOf(1), "gone"])
      await store.driver().query("INSERT INTO reach (submission, kind, value) VALUES ($1, 'email', $2)", [id, canary]);
    // The first run of a version sweeps `reach`.
    await store.driver().query("DELETE FROM kept WHERE name = 'reach-swept'");
    expect(await store.holds(canary)).toBe(true);
    expect(await retention.forget(start)).toBe(2);
    await retention.scrub();
    expect(await store.holds(canary)).toBe(false);
    expect(await store.driver().query("SELECT submission FROM reach")).toEqual([{ submission: idOf(parkedOne) }]);
  });

  test("not the consent, but it is kept without a name", async () => {
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
      acknowledgement: null,
    });
    const [kept] = await store
      .driver()
      .query("SELECT text FROM shown_texts WHERE hash = $1", [record?.["text_hash"] ?? ""]);
    expect(kept).toEqual({ text });
  });

  test("keys, receipts and consents when their time comes", async () => {
    await retention.expire({ keys: start + dayMs, consents: start - 1, now: start });
    expect(await outbox.find(idOf(1))).toBeUndefined();
    expect(await outbox.find(idOf(parkedOne))).toBeDefined();
    const consents = async () => (await store.driver().query("SELECT submission FROM consents")).length;
    expect(await consents()).toBe(people - 1);
    await retention.expire({ keys: start, consents: start + 2 * dayMs, now: start });
    expect(await consents()).toBe(0);
  });
});

onEveryStore("leads with later notes", (store) => {
  const note = { id: "n", text: "Wants no contact", at: start, forbids: true, looks: 0, misses: 0 } as const;
  const waiting = { ...note, status: "waiting", dueAt: start + 1 } as const;
  const refused = { ...note, status: "refused", dueAt: null } as const;
  /** Adds a lead that is due to be forgotten, and this note on it. */
  async function lead(index: number, notes: readonly Omit<LaterNote, "part">[], leadId: string | null = "7") {
    const driver = store.driver();
    await migrate(driver);
    const [id, outbox] = [idOf(index), outboxIn(driver)];
    const consent = { version: "1", text, language: "en", at: "2026-11-23T09:00:00Z", by: "self", channels: {} };
    const kept = {
      station: "kiosk",
      fingerprint: "f",
      lead: `{"firstName":"${id}"}`,
      consent: JSON.stringify(consent),
    };
    const { entry } = await outbox.accept({ id, ...kept, capturedAt: start, acceptedAt: start });
    await outbox.change(id, entry, { status: "confirmed", leadId, dueAt: null }, start);
    const write = async (all: typeof notes) => {
      const found = await laterNotesIn(driver).find(id);
      return found !== undefined && laterNotesIn(driver).write(found, all.reduce(withNote, []));
    };
    if (notes.length > 0) await write(notes);
    const isHeld = async () => (await outbox.find(id))?.lead !== "";
    return { driver, id, write, isHeld, retention: retentionIn(driver) };
  }

  test("one that Lofty refused keeps its lead and the alarm until staff handled it", async () => {
    const { driver, id, write, isHeld, retention } = await lead(1, [refused]);
    const all = () => laterNotesIn(driver).refused(5);
    expect([await retention.forget(start), await isHeld(), await all()]).toEqual([0, true, [id]]);
    await write([{ ...refused, status: "posted" }]);
    expect([await retention.forget(start), await isHeld(), await all()]).toEqual([1, false, []]);
  });

  test("one that waits keeps a lead that staff found without a number: it is refused before it can be forgotten", async () => {
    const { isHeld, retention } = await lead(2, [waiting], null);
    expect([await retention.forget(start), await isHeld()]).toEqual([0, true]);
  });

  test("one that is written while retention runs is not erased, and its lead is in no second consent record", async () => {
    const { driver, id, write, isHeld } = await lead(3, []);
    const racing = retentionIn({
      ...driver,
      batch: async (statements) => {
        await write([waiting]);
        return driver.batch(statements);
      },
    });
    expect([await racing.forget(start), await isHeld()]).toEqual([0, true]);
    expect((await laterNotesIn(driver).find(id))?.notes).toHaveLength(1);
    const records = await driver.query("SELECT submission FROM consents WHERE submission = $1", [id]);
    expect(records).toEqual([]);
  });
});

onEveryStore("what cannot be forgotten", (store) => {
  test("does not stop the others and is reported; control characters of an earlier version do no harm", async () => {
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

  test("keeps a version of a station while it is current, and 400 days more", async () => {
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
    /** Reads from the database, not from the stations in memory. */
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
