import { expect, test } from "vitest";
import { withNote } from "../store/laterNotes.ts";
import { id, minuteMs, noteId, notesWorld, ok, yearMs } from "../testing/notesWorld.ts";
import { isHeldBack, newNote, withdrawalNote } from "./laterNotes.ts";

test("an undone withdrawal gives its number to no other note: each later one goes to the CRM", async () => {
  const crm = await notesWorld(() => ({ kept: true, answer: ok() }));
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
  const crm = await notesWorld(() => ({ kept: true, answer: ok() }));
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
  const crm = await notesWorld(() => ({ kept: false, answer: busy() }));
  await crm.deliver();
  await crm.edit((all) => withNote(all, withdrawalNote(crm.time.now(), crm.clock)));
  const canUndo = async () => (await crm.notes.find(id))?.notes.map((note) => isHeldBack(note, crm.time.now()));
  expect(await canUndo()).toEqual([true]);
  crm.begin();
  await crm.pass(21_000);
  expect([await crm.now(), await canUndo()]).toEqual([["waiting"], [false]]);
  expect(crm.asked.filter(({ method }) => method === "PUT")).toHaveLength(1);
});

test("the clock goes back by a year: a withdrawal and a note that failed once go to the CRM within a minute", async () => {
  const busy = () => new Response("", { status: 429, headers: { "retry-after": "5" } });
  const crm = await notesWorld((posts) =>
    posts === 1 ? { kept: false, answer: busy() } : { kept: true, answer: ok() },
  );
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
