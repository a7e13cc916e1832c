import { expect, test } from "vitest";
import { withNote, type LaterNote } from "../store/laterNotes.ts";
import { id, minuteMs, notesWorld, ok, yearMs } from "../testing/notesWorld.ts";
import { newNote, withdrawalNote } from "./laterNotes.ts";

test("a note goes to the CRM once, with our reference and its number", async () => {
  const crm = await notesWorld(() => ({ kept: true, answer: ok() }));
  await crm.deliver();
  await crm.add();
  crm.begin();
  await crm.pass(minuteMs);
  expect(await crm.now()).toEqual(["posted"]);
  expect(crm.kept.map(({ content }) => content)).toEqual([`Asked about the roof\n-- foyer\nref ${id} 601`]);
});

test("notes of an earlier version, without numbers: a sent one is found by its place, also when one before it goes", async () => {
  const crm = await notesWorld(() => ({ kept: true, answer: ok() }));
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
  const crm = await notesWorld(() => ({ kept: true, answer: ok() }));
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
  const crm = await notesWorld(() => ({ kept: true, answer: ok() }));
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
  const crm = await notesWorld(() => ({ kept: true, answer: undefined, shownAfterMs }));
  await crm.deliver();
  await crm.add();
  crm.begin();
  await crm.pass(20 * minuteMs);
  expect([await crm.now(), crm.kept.length, crm.posts()]).toEqual([["posted"], 1, 1]);
});

test("the request is lost: after twelve minutes of looks it is posted once more", async () => {
  const crm = await notesWorld((posts) =>
    posts === 1 ? { kept: false, answer: undefined } : { kept: true, answer: ok() },
  );
  await crm.deliver();
  await crm.add();
  crm.begin();
  await crm.pass(11 * minuteMs);
  expect(crm.posts()).toBe(1);
  await crm.pass(5 * minuteMs);
  expect([await crm.now(), crm.kept.length, crm.posts()]).toEqual([["posted"], 1, 2]);
});

test("a proxy that dies after the mark: the next one looks before it posts", async () => {
  const crm = await notesWorld(() => ({ kept: true, answer: ok() }));
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
  const crm = await notesWorld(() => ({ kept: true, answer: ok() }));
  await crm.deliver();
  await crm.add();
  crm.begin(async () => false);
  await crm.pass(5 * minuteMs);
  expect([await crm.now(), crm.posts()]).toEqual([["waiting"], 0]);
});

test("the clock goes back while a note is looked for: it has its whole time to show, and is not posted again", async () => {
  const crm = await notesWorld(() => ({ kept: true, answer: undefined, shownAfterMs: 11 * minuteMs }));
  await crm.deliver();
  await crm.add();
  crm.begin();
  await crm.pass(6 * minuteMs);
  crm.time.jump(-yearMs);
  await crm.pass(20 * minuteMs);
  expect([await crm.now(), crm.posts()]).toEqual([["posted"], 1]);
});

test("a refusal needs a person; a rate limit only waits", async () => {
  const refusing = await notesWorld(() => ({ kept: false, answer: Response.json({ code: 20012 }, { status: 400 }) }));
  await refusing.deliver();
  await refusing.add();
  refusing.begin();
  await refusing.pass(minuteMs);
  expect([await refusing.now(), refusing.posts()]).toEqual([["crm-20012"], 1]);

  const busy = await notesWorld((posts) =>
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
  const crm = await notesWorld(() => ({ kept: true, answer: ok() }));
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
