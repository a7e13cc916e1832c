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

const crowd = (count: number, contact: object) =>
  Promise.all(Array.from({ length: count }, (_, index) => rooms.addPerson({ firstName: `Crowd${index}`, ...contact })));
const requests = async () => {
  const answer = await fetch(`${rooms.crm}/sandbox/requests`);
  return ((await answer.json()) as { requests: readonly { method: string; path: string }[] }).requests;
};

test("61 people share a phone and an answer was lost: the one that was made is found", { timeout }, async () => {
  // Nobody can be read before the crowd is complete.
  await rooms.switches({ fault: "commitThenDrop", faultCount: 1, readLagMs: 100_000 });
  const { id } = await rooms.submit({ ...ana, emails: [] });
  await rooms.settled(["unknown"], patienceMs);
  await crowd(60, { phones: ana.phones });
  expect(await settled()).toMatchObject([{ id, status: "confirmed" }]);
  expect((await rooms.held()).filter(({ received }) => received.content?.includes(id)).length).toBe(1);
});

test("an email that 60 people share costs few requests, and is nobody's", { timeout }, async () => {
  const junk = { emails: ["none@example.com"] };
  await rooms.switches({ knownEmail: "duplicate" });
  await crowd(60, junk);
  await sleep(100);
  await fetch(`${rooms.crm}/sandbox/requests`, { method: "DELETE" });
  const { id } = await rooms.submit({ ...ana, ...junk });
  expect(await settled()).toMatchObject([{ id, status: "confirmed" }]);
  expect((await rooms.held()).flatMap(({ received }) => (received.content?.includes(id) ? [id] : []))).toEqual([id]);
  expect((await requests()).length).toBeLessThan(25);
});

test("a create that answers another person's id: our note is not written there", { timeout }, async () => {
  await rooms.addPerson({ firstName: "Bo", lastName: "Other", emails: ["bo@example.com"] });
  await sleep(100);
  await rooms.switches({ createdId: "foreign", contentOnCreate: "ignored" });
  const { id } = await rooms.submit({ ...ana, content: "private" });
  const [entry] = await settled();
  const held = await rooms.held();
  const other = held.find(({ received }) => (received as { firstName?: string }).firstName === "Bo");
  expect(other?.notes).toEqual([]);
  expect(entry?.leadId).not.toBe(other?.leadId);
  expect(held.filter(({ received }) => received.content?.includes(id)).length).toBe(1);
});

test.each([100, 10])(
  "filters are ignored, %i people a page: a lost answer makes one person",
  { timeout },
  async (page) => {
    await crowd(30, {});
    await rooms.switches({ leadFilters: "ignored", leadsPerPage: page });
    await sleep(500);
    await rooms.restart();
    await rooms.switches({ fault: "commitThenDrop", faultCount: 1 });
    const { id } = await rooms.submit(ana);
    expect(await settled()).toMatchObject([{ id, status: "confirmed", reason: "unrecognized" }]);
    const made = (await rooms.held()).filter(({ received }) => received.content?.includes(id));
    expect(made.length).toBe(1);
    expect(made[0]?.notes.map(({ content }) => content.split("\n").at(-1))).toEqual([`ref ${id} 999`, `ref ${id}`]);
  },
);

test("filters are ignored and the request never arrived: it is sent once more", { timeout }, async () => {
  await crowd(3, {});
  await rooms.switches({ leadFilters: "ignored" });
  await rooms.restart();
  await rooms.switches({ fault: "dropBefore", faultCount: 1 });
  const { id } = await rooms.submit(ana);
  expect(await settled()).toMatchObject([{ id, status: "confirmed", reason: "unrecognized" }]);
  expect((await rooms.held()).filter(({ received }) => received.content?.includes(id)).length).toBe(1);
});

test("filters are ignored: a station may keep leads for staff, who send them", { timeout }, async () => {
  await crowd(3, {});
  await rooms.switches({ leadFilters: "ignored" });
  await rooms.restart();
  const station = (await (await rooms.ask("GET", "/api/stations/front-desk")).json()) as object;
  await rooms.ask("PUT", "/api/stations/front-desk", { ...station, whenUnrecognized: "park" });
  const { id } = await rooms.submit(ana);
  expect(await settled()).toMatchObject([{ id, status: "parked", reason: "cannot-recognize" }]);
  expect((await rooms.ask("POST", `/api/outbox/${id}`, { action: "send-again" })).status).toBe(200);
  expect(await rooms.settled(["confirmed"], patienceMs)).toMatchObject([{ id, status: "confirmed" }]);
});
