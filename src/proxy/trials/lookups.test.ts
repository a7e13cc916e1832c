import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { endSandboxes, roomsWithFaults, type Rooms } from "../testing/roomsWithFaults.ts";

/** How a lead is recognized in the CRM, on real sockets: by its notes, the lists of people, and the returned ids. */
const ana = { firstName: "Ana", lastName: "Sample", emails: ["ana@example.com"], phones: ["+14155550101"] };
const timeoutMs = 60_000;
const timeout = 180_000;

let rooms: Rooms;
beforeEach(async () => {
  rooms = await roomsWithFaults();
});
afterEach(() => rooms.end());
afterAll(endSandboxes);

const settled = () => rooms.settled(["confirmed", "parked"], timeoutMs);
/** The notes of people who were not merged away, newest first. */
const notes = async () =>
  (await rooms.held()).filter(({ mergedInto }) => mergedInto === undefined).flatMap((lead) => lead.notes);

test("writes a returning person's note even when an earlier note has the same typed line", { timeout }, async () => {
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
    // Added to a known person, and the response to the last note is lost: the note is found and not written again.
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

test("61 people share a phone and a response was lost: finds the created one", { timeout }, async () => {
  // No one can be read before all 60 people exist.
  await rooms.switches({ fault: "commitThenDrop", faultCount: 1, readLagMs: 100_000 });
  const { id } = await rooms.submit({ ...ana, emails: [] });
  await rooms.settled(["unknown"], timeoutMs);
  await crowd(60, { phones: ana.phones });
  expect(await settled()).toMatchObject([{ id, status: "confirmed" }]);
  expect((await rooms.held()).filter(({ received }) => received.content?.includes(id)).length).toBe(1);
});

test("an email that 60 people share needs few requests, and identifies no one", { timeout }, async () => {
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

test("a create returns another person's id: our note is not written there", { timeout }, async () => {
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
  "filters ignored, %i people a page: a lost response creates one person",
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
    expect(made[0]?.notes.map(({ content }) => /^ref .*$/m.exec(content)?.[0])).toEqual([`ref ${id} 999`, `ref ${id}`]);
  },
);

test("filters ignored and the request never arrived: sends it once more", { timeout }, async () => {
  await crowd(3, {});
  await rooms.switches({ leadFilters: "ignored" });
  await rooms.restart();
  await rooms.switches({ fault: "dropBefore", faultCount: 1 });
  const { id } = await rooms.submit(ana);
  expect(await settled()).toMatchObject([{ id, status: "confirmed", reason: "unrecognized" }]);
  expect((await rooms.held()).filter(({ received }) => received.content?.includes(id)).length).toBe(1);
});

test("filters ignored: a station may park leads for staff, who send them", { timeout }, async () => {
  await crowd(3, {});
  await rooms.switches({ leadFilters: "ignored" });
  await rooms.restart();
  const station = (await (await rooms.ask("GET", "/api/stations/front-desk")).json()) as object;
  await rooms.ask("PUT", "/api/stations/front-desk", { ...station, whenUnrecognized: "park" });
  const { id } = await rooms.submit(ana);
  expect(await settled()).toMatchObject([{ id, status: "parked", reason: "cannot-recognize" }]);
  expect((await rooms.ask("POST", `/api/outbox/${id}`, { action: "send-again" })).status).toBe(200);
  expect(await rooms.settled(["confirmed"], timeoutMs)).toMatchObject([{ id, status: "confirmed" }]);
});

test.each([
  ["commitThenDrop", "was lost: it is found"],
  ["dropBefore", "never came: it is sent once more"],
])("a lead without an email or a phone, %s: the answer %s", { timeout }, async (fault) => {
  const nameOnly = { firstName: "Only", lastName: "Named" };
  await crowd(3, {});
  await rooms.switches({ fault, faultCount: 1 });
  const { id } = await rooms.submit(nameOnly);
  expect(await settled()).toMatchObject([{ id, status: "confirmed" }]);
  expect((await rooms.held()).filter(({ received }) => received.content?.includes(id)).length).toBe(1);
});
