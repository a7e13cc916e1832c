import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { endSandboxes, roomsWithFaults, type Rooms } from "../testing/roomsWithFaults.ts";

/** How a lead is recognized in the CRM, on real sockets: its notes, its list of people, the ids that it answers. */
const ana = { firstName: "Ana", lastName: "Sample", emails: ["ana@example.com"], phones: ["+14155550101"] };
const patienceMs = 60_000;
const timeout = 180_000;

let rooms: Rooms;
beforeEach(async () => {
  rooms = await roomsWithFaults();
});
afterEach(() => rooms.end());
afterAll(endSandboxes);

const settled = () => rooms.settled(["confirmed", "parked"], patienceMs);
/** The notes of people who were not merged away, newest first. */
const notes = async () =>
  (await rooms.held()).filter(({ mergedInto }) => mergedInto === undefined).flatMap((lead) => lead.notes);

test("a returning person's note is written though an earlier one holds the same typed line", { timeout }, async () => {
  const content = "Asked about a house\nref MLS 4471";
  await rooms.addPerson({ ...ana, content });
  await sleep(100);
  const { id } = await rooms.submit({ ...ana, content });
  expect(await settled()).toMatchObject([{ id, status: "confirmed", reason: "known-person" }]);
  const ours = (await notes()).filter((note) => note.content.includes(id));
  expect(ours.map((note) => note.content.startsWith(content))).toEqual([true, false]);
});

test.each(["html", "escaped-twice", "one-line"])(
  "notes are read as %s: none is written twice",
  { timeout },
  async (form) => {
    await rooms.switches({ noteForm: form });
    const { id } = await rooms.submit({ ...ana, content: "a < b & c" });
    expect(await settled()).toMatchObject([{ id, status: "confirmed" }]);
    expect((await notes()).length).toBe(1);
    // Added to, and the answer to the last note is lost: found again, not written again.
    await rooms.switches({ fault: "commitThenDrop", faultOn: "note", faultCount: 2 });
    const again = await rooms.submit({ ...ana, content: "came back" });
    const entry = (await settled()).find((one) => one.id === again.id);
    expect(entry).toMatchObject({ status: "confirmed", reason: "known-person" });
    expect((await notes()).filter((note) => note.content.includes(again.id)).length).toBe(2);
  },
);
