import { expect, test } from "vitest";
import { onEveryStore } from "../testing/onEveryStore.ts";
import type { Statement } from "./driver/driver.ts";
import { laterNotesIn, withNote } from "./laterNotes.ts";
import { migrate } from "./migrations/migrate.ts";
import { outboxIn } from "./outbox.ts";

const at = Date.UTC(2026, 10, 23);
const note = { id: "n", text: "Called", at, status: "waiting", dueAt: at, looks: 0, misses: 0 } as const;

onEveryStore("later notes", (store) => {
  test("what is written with notes is written only if nobody changed them since they were read", async () => {
    const driver = store.driver();
    await migrate(driver);
    const arrival = { id: "one", station: "kiosk", fingerprint: "f", lead: "{}", consent: null };
    await outboxIn(driver).accept({ ...arrival, capturedAt: at, acceptedAt: at });
    const notes = laterNotesIn(driver);
    const keep = (name: string): readonly Statement[] => [["INSERT INTO kept (name, value) VALUES ($1, '')", [name]]];
    const found = await notes.find("one");
    if (found === undefined) throw new Error("one is not there");
    const first = withNote([], note);
    expect(await notes.write(found, first, keep("first"))).toBe(true);
    expect(await notes.write(found, [], keep("late"))).toBe(false);
    expect((await notes.find("one"))?.notes).toEqual(first);
    expect(await driver.query("SELECT name FROM kept WHERE name IN ('first', 'late')")).toEqual([{ name: "first" }]);
    const now = { ...found, version: found.version + 1 };
    await expect(notes.write(now, [], [["SELECT 1 FROM nowhere"]])).rejects.toThrow(/nowhere/);
    expect((await notes.find("one"))?.notes).toEqual(first);
    await driver.query("UPDATE submissions SET lead = NULL");
    expect(await notes.write(now, [], keep("forgotten"))).toBe(false);
  });

  test("notes that cannot be read are not replaced, do not hold up others, and go on once they can be read", async () => {
    const driver = store.driver();
    // Postgres does not encrypt them.
    if (driver.shared) return;
    const [outbox, notes] = [outboxIn(driver), laterNotesIn(driver)];
    const lead = { station: "kiosk", fingerprint: "f", lead: "{}", consent: null, capturedAt: at, acceptedAt: at };
    for (const [index, id] of ["damaged", "other"].entries()) {
      const { entry } = await outbox.accept({ ...lead, id });
      await outbox.change(id, entry, { status: "confirmed", leadId: "7", dueAt: null }, at);
      const found = await notes.find(id);
      if (found) await notes.write(found, withNote([], { ...note, dueAt: at + index }));
    }
    const [kept] = await driver.query("SELECT hex(later_notes) AS kept FROM submissions WHERE id = 'damaged'");
    await driver.query("UPDATE submissions SET later_notes = zeroblob(80) WHERE id = 'damaged'");
    const due = async (now: number) => (await notes.due(now, now + 1_000, 1)).map(({ id }) => id);
    expect(await notes.find("damaged")).toBeUndefined();
    expect([await due(at + 1), await notes.nextDue(), await due(at + 1)]).toEqual([[], at + 1, ["other"]]);
    await driver.query("UPDATE submissions SET later_notes = unhex($1) WHERE id = 'damaged'", [String(kept?.["kept"])]);
    await driver.query("UPDATE submissions SET notes_due = NULL WHERE id = 'other'");
    expect(await due(at + 1_001)).toEqual(["damaged"]);
  });
});
