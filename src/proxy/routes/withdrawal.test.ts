import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { OutboxAnswer, WholeLead } from "#lead/submission/staffAnswers.ts";
import { appOver, unreachable } from "../testing/appOver.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import type { Driver, Statement } from "../store/driver/driver.ts";

onEveryStore("a withdrawal and its note", (store) => {
  let rooms: Awaited<ReturnType<typeof appOver>>;
  let failsAtNotes = false;
  /** The store cannot write a note while `failsAtNotes`. */
  const failing = (driver: Driver): Driver => {
    const isNote = (sql: string) => failsAtNotes && sql.includes("SET later_notes");
    const wrong: Statement = ["SELECT 1 FROM nowhere"];
    return {
      ...driver,
      query: async (sql, values) => (isNote(sql) ? driver.query(wrong[0]) : driver.query(sql, values)),
      batch: (all) => driver.batch(all.some(([sql]) => isNote(sql)) ? [...all, wrong] : all),
    };
  };
  beforeAll(async () => {
    rooms = await appOver(unreachable, { FOYER_TIME_SCALE: "1" }, failing(store.driver()));
    // Once Lofty cannot be reached nothing is sent: an attempt writes what the person has opted out of into the lead.
    await add({ firstName: "First", phones: ["4155550190"] });
    const paused = async () => ((await (await rooms.send("GET", "/api/outbox")).json()) as OutboxAnswer).paused;
    await vi.waitUntil(async () => (await paused()) !== undefined, { timeout: 30_000 });
  });
  afterAll(() => rooms.stop());

  async function add(lead: object): Promise<string> {
    const id = randomUUID();
    const body = { station: "open-house", lead, capturedAt: new Date().toISOString() };
    expect((await rooms.send("POST", "/api/leads", body, { "idempotency-key": id })).status).toBeLessThan(300);
    return id;
  }
  const change = async (method: string, id: string, what: "withdrawal" | "opt-outs") =>
    (await rooms.send(method, `/api/outbox/${id}/${what}`)).status;
  /** Whether the person may be called, and the notes of the lead. */
  const stateOf = async (id: string) => {
    const whole = (await (await rooms.send("GET", `/api/outbox/${id}/whole`)).json()) as WholeLead;
    return [whole.may?.call, whole.notes.map(({ text }) => text)];
  };
  const asked = expect.stringContaining("asked not to be contacted");
  const lifted = expect.stringContaining("asked to be contacted again");

  test("the store fails at the note: the opt-out, its undo or its end is not recorded either, and a retry does both", async () => {
    const id = await add({ firstName: "Di", phones: ["4155550191"] });
    const steps = [
      ["POST", "withdrawal", ["refused", [asked]]],
      ["DELETE", "withdrawal", ["allowed", []]],
      ["POST", "withdrawal", ["refused", [asked]]],
      ["DELETE", "opt-outs", ["allowed", [asked, lifted]]],
    ] as const;
    let before: readonly unknown[] = ["allowed", []];
    for (const [method, what, after] of steps) {
      failsAtNotes = true;
      expect(await change(method, id, what)).toBeGreaterThanOrEqual(500);
      failsAtNotes = false;
      expect(await stateOf(id)).toEqual(before);
      expect(await change(method, id, what)).toBe(200);
      expect(await stateOf(id)).toEqual(after);
      before = after;
    }
  });

  test("a withdrawal after a lift has its note although the person opted out in another lead meanwhile; twice is once", async () => {
    const phones = ["4155550192"];
    const id = await add({ firstName: "Ed", phones });
    await change("POST", id, "withdrawal");
    await change("DELETE", id, "opt-outs");
    await add({ firstName: "Ed", phones, cannotCall: true, cannotText: true, cannotEmail: true, unsubscription: true });
    expect(await stateOf(id)).toEqual(["refused", [asked, lifted]]);
    await Promise.all([change("POST", id, "withdrawal"), change("POST", id, "withdrawal")]);
    await change("POST", id, "withdrawal");
    expect(await stateOf(id)).toEqual(["refused", [asked, lifted, asked]]);
  });
});
