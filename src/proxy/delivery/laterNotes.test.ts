import { expect, test } from "vitest";
import { relayOver } from "../testing/relayOver.ts";
import { laterNotesIn, withNote, type LaterNote } from "../store/laterNotes.ts";
import { isHeldBack, newNote, withdrawalNote } from "./laterNotes.ts";
import { relayNotes } from "./relayNotes.ts";

const id = "00000000-0000-4000-8000-000000000001";
const noteId = "00000000-0000-4000-8000-000000000002";
const minuteMs = 60_000;
const yearMs = 365 * 24 * 60 * minuteMs;

/** A CRM that only keeps notes. `fault` decides what happens to a post: the note is kept, and how it is answered. */
async function world(fault: (posts: number) => { kept: boolean; answer: Response | undefined; shownAfterMs?: number }) {
  const kept: { readonly content: string; readonly shownAt: number }[] = [];
  let posts = 0;
  let readStatus = 200;
  const rooms = await relayOver(async (url, init) => {
    if (init.method === "POST" && url.endsWith("/v1.0/notes")) {
      const { kept: isKept, answer, shownAfterMs = 0 } = fault(++posts);
      const { content } = JSON.parse(String(init.body)) as { content: string };
      if (isKept) kept.push({ content, shownAt: rooms.time.real() + shownAfterMs });
      if (answer) return answer;
      throw new Error("lost");
    }
    if (readStatus !== 200) return new Response("", { status: readStatus });
    const notes = kept.filter(({ shownAt }) => shownAt <= rooms.time.real());
    return Response.json({ notes: notes.map(({ content }, index) => ({ noteId: index, content })) });
  });
  const notes = laterNotesIn(rooms.driver);
  const begin = (mark = notes.write) =>
    relayNotes({ notes, mark, gate: rooms.gate, clock: rooms.clock, after: rooms.time.after, log: () => undefined });
  const edit = async (change: (all: readonly LaterNote[]) => readonly LaterNote[], of = id) => {
    const found = await notes.find(of);
    if (found) await notes.write(found, change(found.notes));
  };
  const add = (text = "Asked about the roof", as = noteId) =>
    edit((all) => withNote(all, newNote(as, text, rooms.time.now())));
  const deliver = (of = id) => rooms.add(of, {}, { status: "confirmed", leadId: "77", dueAt: null });
  const now = async () => (await notes.find(id))?.notes.map(({ status, reason }) => reason ?? status);
  return {
    ...rooms,
    accept: rooms.add,
    notes,
    begin,
    edit,
    add,
    deliver,
    now,
    kept,
    posts: () => posts,
    read: (status: number) => (readStatus = status),
  };
}
const ok = () => Response.json({ noteId: 1 });

test("a note goes to the CRM once, with our reference and its number", async () => {
  const crm = await world(() => ({ kept: true, answer: ok() }));
  await crm.deliver();
  await crm.add();
  crm.begin();
  await crm.pass(minuteMs);
  expect(await crm.now()).toEqual(["posted"]);
  expect(crm.kept.map(({ content }) => content)).toEqual([`Asked about the roof\n-- foyer\nref ${id} 601`]);
});

test("an undone withdrawal gives its number to no other note: each later one goes to the CRM", async () => {
  const crm = await world(() => ({ kept: true, answer: ok() }));
  await crm.deliver();
  await crm.edit((all) => withNote(all, withdrawalNote(crm.time.now(), crm.clock)));
  await crm.add("Second");
  crm.begin();
  await crm.pass(10_000);
  await crm.edit((all) => all.filter(({ forbids }) => !forbids));
  await crm.add("Third", "third");
  await crm.edit((all) => withNote(all, withdrawalNote(crm.time.now(), crm.clock)));
  await crm.pass(minuteMs);
  expect(await crm.now()).toEqual(["posted", "posted", "posted"]);
  expect(crm.kept.map(({ content }) => content.split("\n")[0])).toEqual([
    "Second",
    "Third",
    expect.stringContaining("asked not to be contacted"),
  ]);
  expect(crm.asked.filter(({ method }) => method === "PUT")).toHaveLength(1);
});

test("a withdrawal that is undone while the relay posts other notes does not go to the CRM", async () => {
  const crm = await world(() => ({ kept: true, answer: ok() }));
  const other = "00000000-0000-4000-8000-000000000003";
  await crm.deliver();
  for (const text of ["First", "Second", "Third"]) await crm.add(text, text);
  await crm.pass(1);
  await crm.deliver(other);
  await crm.edit(
    (all) => withNote(all, { ...withdrawalNote(crm.time.now(), crm.clock), dueAt: crm.clock.in(300) }),
    other,
  );
  await crm.edit((all) => withNote(all, newNote(noteId, "Other", crm.time.now())), other);
  await crm.pass(1);
  crm.begin();
  await crm.pass(200);
  await crm.edit((all) => all.filter(({ forbids }) => !forbids), other);
  await crm.pass(minuteMs);
  expect(crm.kept.map(({ content }) => content.split("\n")[0])).toEqual(["First", "Second", "Third", "Other"]);
  expect(crm.asked.filter(({ method }) => method === "PUT")).toEqual([]);
});

test("a withdrawal whose flags are in the CRM cannot be undone, although its note was not taken yet", async () => {
  const busy = () => new Response("", { status: 429, headers: { "retry-after": "60" } });
  const crm = await world(() => ({ kept: false, answer: busy() }));
  await crm.deliver();
  await crm.edit((all) => withNote(all, withdrawalNote(crm.time.now(), crm.clock)));
  const canUndo = async () => (await crm.notes.find(id))?.notes.map((note) => isHeldBack(note, crm.time.now()));
  expect(await canUndo()).toEqual([true]);
  crm.begin();
  await crm.pass(21_000);
  expect([await crm.now(), await canUndo()]).toEqual([["waiting"], [false]]);
  expect(crm.asked.filter(({ method }) => method === "PUT")).toHaveLength(1);
});

test("notes of an earlier version, without numbers: a sent one is found by its place, also when one before it goes", async () => {
  const crm = await world(() => ({ kept: true, answer: ok() }));
  await crm.deliver();
  const old = (text: string, more: Partial<LaterNote>) => {
    const { part: _, ...note } = { part: 0, ...newNote(text, text, crm.time.now()), ...more };
    return note as LaterNote;
  };
  const dueAt = crm.clock.in(20_000);
  await crm.edit(() => [
    old("Withdrawal", { forbids: true, dueAt }),
    old("Answer was lost", { status: "unknown", dueAt }),
    old("Not sent", {}),
  ]);
  // An undo of that version moved this note from place 504 to 503.
  const notes = ["Answer was lost\n-- foyer\nref ID 502", "Moved\n-- foyer\nref ID 504"];
  for (const note of notes) crm.kept.push({ content: note.replace("ID", id), shownAt: 0 });
  await crm.edit((all) => all.filter(({ forbids }) => !forbids));
  await crm.add("New", "new");
  crm.begin();
  await crm.pass(minuteMs);
  expect(await crm.now()).toEqual(["posted", "posted", "posted"]);
  expect(crm.kept.slice(2).map(({ content }) => content.replace(id, "ID"))).toEqual([
    "Not sent\n-- foyer\nref ID 503",
    "New\n-- foyer\nref ID 601",
  ]);
});

test("a note on a lead that is not in the CRM waits, and goes when it is there", async () => {
  const crm = await world(() => ({ kept: true, answer: ok() }));
  await crm.add();
  await crm.deliver();
  await crm.driver.query("UPDATE submissions SET status = 'accepted', lead_id = NULL");
  await crm.add();
  crm.begin();
  await crm.pass(minuteMs);
  expect([await crm.now(), crm.posts()]).toEqual([["waiting"], 0]);
  await crm.driver.query("UPDATE submissions SET status = 'delivered', lead_id = '77'");
  await crm.pass(minuteMs);
  expect([await crm.now(), crm.posts()]).toEqual([["posted"], 1]);
});

test("staff found the lead and gave no number: the note says that it cannot be added, and does not wait for ever", async () => {
  const crm = await world(() => ({ kept: true, answer: ok() }));
  await crm.deliver();
  await crm.driver.query("UPDATE submissions SET lead_id = NULL");
  await crm.add();
  crm.begin();
  await crm.pass(minuteMs);
  expect([await crm.now(), crm.posts()]).toEqual([["no-lead-number"], 0]);
  expect(await crm.notes.refused(5)).toEqual([id]);
});

test.each([
  ["shows at once", 0],
  ["shows after four minutes", 4 * minuteMs],
  ["shows after eleven minutes", 11 * minuteMs],
])("the answer is lost, and the note %s: it is found, and not posted again", async (_, shownAfterMs) => {
  const crm = await world(() => ({ kept: true, answer: undefined, shownAfterMs }));
  await crm.deliver();
  await crm.add();
  crm.begin();
  await crm.pass(20 * minuteMs);
  expect([await crm.now(), crm.kept.length, crm.posts()]).toEqual([["posted"], 1, 1]);
});

test("the request is lost: after twelve minutes of looks it is posted once more", async () => {
  const crm = await world((posts) => (posts === 1 ? { kept: false, answer: undefined } : { kept: true, answer: ok() }));
  await crm.deliver();
  await crm.add();
  crm.begin();
  await crm.pass(11 * minuteMs);
  expect(crm.posts()).toBe(1);
  await crm.pass(5 * minuteMs);
  expect([await crm.now(), crm.kept.length, crm.posts()]).toEqual([["posted"], 1, 2]);
});

test("a proxy that dies after the mark: the next one looks before it posts", async () => {
  const crm = await world(() => ({ kept: true, answer: ok() }));
  await crm.deliver();
  await crm.add();
  crm.begin(async (...asked) => {
    await crm.notes.write(...asked);
    // It posts, and dies before it records that.
    crm.kept.push({ content: `Asked about the roof\n-- foyer\nref ${id} 601`, shownAt: crm.time.real() });
    return new Promise<never>(() => undefined);
  });
  await crm.pass(1_000);
  crm.begin();
  await crm.pass(2 * minuteMs);
  expect([await crm.now(), crm.kept.length, crm.posts()]).toEqual([["posted"], 1, 0]);
});

test("without the right to mark nothing is posted", async () => {
  const crm = await world(() => ({ kept: true, answer: ok() }));
  await crm.deliver();
  await crm.add();
  crm.begin(async () => false);
  await crm.pass(5 * minuteMs);
  expect([await crm.now(), crm.posts()]).toEqual([["waiting"], 0]);
});

test("the clock goes back by a year: a withdrawal and a note that failed once go to the CRM within a minute", async () => {
  const busy = () => new Response("", { status: 429, headers: { "retry-after": "5" } });
  const crm = await world((posts) => (posts === 1 ? { kept: false, answer: busy() } : { kept: true, answer: ok() }));
  await crm.deliver();
  crm.time.jump(yearMs);
  await crm.add();
  await crm.edit((all) => withNote(all, withdrawalNote(crm.time.now(), crm.clock)));
  crm.begin();
  await crm.pass(1_000);
  crm.time.jump(-yearMs);
  await crm.pass(minuteMs);
  expect([await crm.now(), crm.kept.length]).toEqual([["posted", "posted"], 2]);
});

test("the clock goes back while a note is looked for: it has its whole time to show, and is not posted again", async () => {
  const crm = await world(() => ({ kept: true, answer: undefined, shownAfterMs: 11 * minuteMs }));
  await crm.deliver();
  await crm.add();
  crm.begin();
  await crm.pass(6 * minuteMs);
  crm.time.jump(-yearMs);
  await crm.pass(20 * minuteMs);
  expect([await crm.now(), crm.posts()]).toEqual([["posted"], 1]);
});

test("a refusal needs a person; a rate limit only waits", async () => {
  const refusing = await world(() => ({ kept: false, answer: Response.json({ code: 20012 }, { status: 400 }) }));
  await refusing.deliver();
  await refusing.add();
  refusing.begin();
  await refusing.pass(minuteMs);
  expect([await refusing.now(), refusing.posts()]).toEqual([["crm-20012"], 1]);

  const busy = await world((posts) =>
    posts < 3
      ? { kept: false, answer: new Response("", { status: 429, headers: { "retry-after": "5" } }) }
      : { kept: true, answer: ok() },
  );
  await busy.deliver();
  await busy.add();
  busy.begin();
  await busy.pass(10 * minuteMs);
  expect([await busy.now(), busy.kept.length]).toEqual([["posted"], 1]);
});

test("a lead that was just delivered is read back before its notes go: its number may be another's, or not stored yet", async () => {
  const crm = await world(() => ({ kept: true, answer: ok() }));
  await crm.accept(id, {}, { status: "delivered", leadId: "55", dueAt: crm.clock.in(20_000) });
  await crm.add();
  await crm.edit((all) => withNote(all, withdrawalNote(crm.time.now(), crm.clock)));
  crm.read(404);
  crm.begin();
  await crm.pass(5 * minuteMs);
  expect([await crm.now(), crm.asked]).toEqual([["waiting", "waiting"], []]);
  const found = await crm.outbox.find(id);
  if (found) await crm.outbox.change(id, found, { status: "confirmed", leadId: "77", dueAt: null }, crm.time.now());
  crm.read(200);
  await crm.pass(minuteMs);
  expect([await crm.now(), crm.kept.length]).toEqual([["posted", "posted"], 2]);
  expect(crm.asked.filter(({ path }) => path.includes("55"))).toEqual([]);
});
