import { expect, test } from "vitest";
import { relayOver } from "../testing/relayOver.ts";
import { keptIn } from "../store/kept.ts";
import { laterNotesIn, withNote, type LaterNote } from "../store/laterNotes.ts";
import { optOutsIn, type OptOuts } from "../store/optOuts.ts";
import { reachIn } from "../store/reach.ts";
import { liftNote, withdrawalNote } from "./laterNotes.ts";
import { relayNotes } from "./relayNotes.ts";

const [id, other] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
const lead = (of: string) =>
  JSON.stringify({ firstName: "Ana", phones: ["4155550134"], content: `-- foyer\nref ${of}` });

/** A CRM that takes everything. `wrote` holds the bodies of creates and changes. */
async function world() {
  const wrote: string[] = [];
  let optOuts: OptOuts | undefined;
  const rooms = await relayOver(
    async (url, { method, body }) => {
      if (method !== "GET") wrote.push(String(body));
      if (url.includes("/notes")) return Response.json({ notes: [], noteId: 1 });
      return Response.json({ leads: [], leadId: 7 });
    },
    {
      optOutsOf: async (driver) => {
        optOuts = await optOutsIn(driver, keptIn(driver));
        return { optedOut: optOuts.ofLead, withdrawnAt: optOuts.withdrawnAt };
      },
    },
  );
  const withdraw = () =>
    rooms.driver.batch(optOuts?.withdrawal({ id, reach: reachIn(lead(id)) }, rooms.time.now()) ?? []);
  const undo = async () => void (await rooms.driver.batch(optOuts ? [optOuts.undo(id)] : []));
  return { ...rooms, wrote, withdraw, undo };
}

test("leads of a person wait until a withdrawal cannot be undone; what was undone is not sent", async () => {
  for (const isUndone of [true, false]) {
    const { add, withdraw, undo, begin, pass, wrote } = await world();
    for (const one of [id, other]) await add(one, { lead: lead(one) });
    await withdraw();
    const relay = begin();
    await pass(10_000);
    expect(wrote).toEqual([]);
    if (isUndone) await undo();
    await pass(60_000);
    expect(wrote.length).toBe(2);
    for (const body of wrote) expect(body.includes("opted out before")).toBe(!isUndone);
    void relay.stop();
  }
});

test("a withdrawal that is recorded again while a lead waits delays it by the time that is left, not by twice", async () => {
  const { add, withdraw, undo, begin, pass, wrote } = await world();
  await add(id, { lead: lead(id) });
  await withdraw();
  const relay = begin();
  await pass(3_000);
  await undo();
  await withdraw();
  await pass(19_000);
  expect(wrote).toEqual([]);
  await pass(3_000);
  expect(wrote.length).toBe(1);
  void relay.stop();
});

test("a withdrawal that was lifted before it went: its note goes, and sets no flags", async () => {
  const { add, driver, time, clock, outbox, gate, pass, asked } = await world();
  await add(id, { lead: lead(id) });
  const notes = laterNotesIn(driver);
  const write = async (note: Omit<LaterNote, "part">) => {
    const found = await notes.find(id);
    if (found) await notes.write(found, withNote(found.notes, note));
  };
  await write(withdrawalNote(time.now(), clock));
  await pass(5 * 60_000);
  await write(liftNote(time.now()));
  const entry = await outbox.find(id);
  if (entry) await outbox.change(id, entry, { status: "confirmed", leadId: "7", dueAt: null }, time.now());
  relayNotes({ notes, mark: notes.write, gate, clock, after: time.after, log: () => undefined });
  await pass(60_000);
  expect((await notes.find(id))?.notes.map(({ status }) => status)).toEqual(["posted", "posted"]);
  expect(asked.map(({ method }) => method).filter((method) => method !== "GET")).toEqual(["POST", "POST"]);
});
