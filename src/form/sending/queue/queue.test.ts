// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { beforeEach, expect, test, vi } from "vitest";
import type { Submission } from "#lead/submission/submission.ts";
import { keep, recall } from "../../browser/device.ts";
import { reopenAsDraft } from "../../lead/draft/reopenAsDraft.ts";
import { handOver } from "../../lead/draft/handOver.ts";
import { nothingSaid } from "../../lead/draft/useSaid.ts";
import type { FormStation } from "../../station/useStation.ts";
import { correctionKey, isWaiting } from "./entry.ts";
import { takeBack } from "./hold.ts";
import { readEntries } from "./store.ts";
import * as queue from "./queue.ts";

const station = { id: "front-desk", profile: "desk", consent: { version: "1", text: "" } } as unknown as FormStation;
const answers = { firstName: "Ada" };
const draft = { key: "draft:front-desk:1", station: "front-desk", onDevice: true };
const save = () => handOver(draft, answers, station, "en", nothingSaid);
const body = { station: "front-desk", lead: answers, capturedAt: "2026-11-29T09:00:00Z" } as Submission;

/** The proxy has an entry as it is now. */
async function received(id: string): Promise<void> {
  const sent = queue.queued().find((entry) => entry.id === id)?.body;
  if (!sent) throw new Error(`${id} is not in the queue`);
  await queue.settle(id, { id, status: "accepted" }, sent);
}

/** The app after a crash: localStorage is as it was some seconds before. Returns the ids that wait to be sent. */
async function crash(left: () => void): Promise<readonly string[]> {
  localStorage.clear();
  left();
  vi.resetModules();
  const { recover } = await import("./recover.ts");
  const { queued } = await import("./queue.ts");
  await recover();
  return queued()
    .filter(isWaiting)
    .map(({ id }) => id);
}

beforeEach(() => {
  localStorage.clear();
  keep(draft.key, answers);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
});

test("a crash just after Save: the lead waits, its draft does not come back", async () => {
  const { id } = await save();
  expect(recall(draft.key)).toBeUndefined();
  expect(await crash(() => keep(draft.key, answers))).toContain(id);
  expect(localStorage.getItem(`foyer:${draft.key}`)).toBeNull();
});

test("a crash after delivery: the lead is not sent again, its draft does not come back", async () => {
  const { id } = await save();
  await received(id);
  expect(await crash(() => keep(draft.key, answers))).not.toContain(id);
  expect(localStorage.getItem(`foyer:${draft.key}`)).toBeNull();
});

test("a lead that is edited: it waits again only if its draft was lost in the crash", async () => {
  const lost = await save();
  reopenAsDraft(lost.id, lost.body, answers);
  await vi.waitFor(() => expect(queue.queued().find(({ id }) => id === lost.id)?.isEdited).toBe(true));
  expect(
    queue
      .queued()
      .filter(isWaiting)
      .map(({ id }) => id),
  ).not.toContain(lost.id);
  expect(await crash(() => undefined)).toContain(lost.id);
  const there = await save();
  reopenAsDraft(there.id, there.body, answers);
  await vi.waitFor(() => expect(queue.queued().find(({ id }) => id === there.id)?.isEdited).toBe(true));
  const key = correctionKey("front-desk", there.id);
  expect(await crash(() => keep(key, answers))).not.toContain(there.id);
  expect(recall(key)).toEqual(answers);
});

test("an edited lead keeps its id, so that it never becomes a second lead", async () => {
  const first = await save();
  const again = reopenAsDraft(first.id, first.body, answers);
  const second = await handOver(again, { firstName: "Ada B" }, station, "en", nothingSaid);
  expect(second.id).toBe(first.id);
  const waiting = queue.queued().filter(({ id }) => id === first.id);
  expect(waiting.map(({ body: sent }) => sent && "lead" in sent && sent.lead)).toEqual([{ firstName: "Ada B" }]);
  expect(waiting[0]?.isEdited).toBeUndefined();
});

test("storage blocked: the draft stays, and the lead waits in memory", async () => {
  const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  const { id } = await save();
  expect(localStorage.getItem(`foyer:${draft.key}`)).not.toBeNull();
  expect(queue.queued().find((entry) => entry.id === id)).toMatchObject({ isOnDisk: false, body: { lead: answers } });
  open.mockRestore();
  await received(id);
  expect(
    queue
      .queued()
      .filter(isWaiting)
      .map((entry) => entry.id),
  ).not.toContain(id);
  expect(queue.phaseOf(id)).toMatchObject({ is: "received" });
});

test("an entry can be taken back until an attempt has begun", async () => {
  const entry = { id: "take-back", station: "front-desk", savedAt: 1, body };
  const waits = () =>
    queue
      .queued()
      .filter(isWaiting)
      .some(({ id }) => id === entry.id);
  await queue.enqueue(entry);
  expect([await takeBack(entry.id), waits()]).toEqual([true, false]);
  await queue.enqueue({ ...entry, hasBegun: true });
  expect([await takeBack(entry.id), waits()]).toEqual([false, true]);
});

test("storage that is wiped while the page is open: the page's entries are written again", async () => {
  const entry = { id: "wiped", station: "front-desk", savedAt: 1, body };
  await queue.enqueue(entry);
  const db = await openDB("foyer-saved");
  await db.clear("queue");
  db.close();
  await queue.refresh();
  const isOnDisk = async () => (await readEntries())?.some(({ id }) => id === entry.id);
  expect(await isOnDisk()).toBe(true);
  await received(entry.id);
  await queue.refresh();
  expect(await isOnDisk()).toBe(false);
});

test("entries of earlier versions are sent: from localStorage, and from the first database", async () => {
  indexedDB.deleteDatabase("foyer-saved");
  const db = await openDB("foyer-saved", 1, {
    upgrade: (old) => void old.createObjectStore("saved", { keyPath: "id" }),
  });
  await db.put("saved", { id: "in-journal", at: 5, draft: draft.key, outgoing: { id: "in-journal", body } });
  db.close();
  const ids = await crash(() => keep("unsent:front-desk", [{ id: "in-storage", body, draft: "draft:front-desk:2" }]));
  expect(ids).toEqual(expect.arrayContaining(["in-journal", "in-storage"]));
  expect(localStorage.getItem("foyer:unsent:front-desk")).toBeNull();
});

test("a device that is cleared: no entry of this page is written or sent again", async () => {
  await queue.enqueue({ id: "cleared", station: "front-desk", savedAt: 1, body });
  queue.clearQueue();
  const db = await openDB("foyer-saved");
  await db.clear("queue");
  db.close();
  await queue.refresh();
  expect(queue.queued().filter(({ id }) => id === "cleared")).toEqual([]);
  expect(await readEntries()).toEqual([]);
});

test("a body that comes while an older one is being written is not lost", async () => {
  const entry = { id: "two bodies", station: "front-desk", savedAt: 1, body };
  await queue.enqueue(entry);
  const later = { ...body, lead: { firstName: "Later" } } as Submission;
  const older = queue.change(entry.id, (now) => ({ ...now, notBefore: 1 }));
  queue.enqueueHere({ ...entry, body: later });
  await older;
  expect(queue.entryOfThisPage(entry.id)?.body).toEqual(later);
  expect(queue.queued().find(({ id }) => id === entry.id)?.body).toEqual(later);
});

test("a change that comes while the entry is being written is not undone", async () => {
  const entry = { id: "changed meanwhile", station: "front-desk", savedAt: 1, body, notBefore: Date.now() + 60_000 };
  const here = () => queue.queued().find(({ id }) => id === entry.id);
  const written = queue.enqueue(entry);
  await queue.change(entry.id, ({ notBefore: _notBefore, ...free }) => free);
  await written;
  expect(here()).not.toHaveProperty("notBefore");
  await vi.waitFor(() => expect(here()?.isOnDisk).toBe(true));
  expect(await onDisk(entry.id)).not.toHaveProperty("notBefore");
});

test("an entry that is removed while it is being written does not come back", async () => {
  const entry = { id: "removed meanwhile", station: "front-desk", savedAt: 1, body };
  const written = queue.enqueue(entry);
  await queue.remove(entry.id);
  await written;
  expect(queue.queued().map(({ id }) => id)).not.toContain(entry.id);
  expect(await onDisk(entry.id)).toBeUndefined();
});

test.each(["taken back", "removed"])("the disk answers too late: an entry %s meanwhile is not sent", async (how) => {
  const entry = { id: `late, ${how}`, station: "front-desk", savedAt: 1, body };
  const answer = await keepDiskBusy();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const written = queue.enqueue(entry);
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  expect(await written).toBe(false);
  if (how === "removed") await queue.remove(entry.id);
  else expect(await takeBack(entry.id)).toBe(true);
  answer();
  expect((await onDisk(entry.id))?.isEdited).toBe(how === "removed" ? undefined : true);
  expect((await onDisk(entry.id))?.body).toEqual(how === "removed" ? undefined : body);
});

test("the disk answers too late: the entry counts as saved from then on", async () => {
  const entry = { id: "late, saved", station: "front-desk", savedAt: 1, body };
  const here = () => queue.queued().find(({ id }) => id === entry.id);
  const answer = await keepDiskBusy();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const written = queue.enqueue(entry);
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  expect(await written).toBe(false);
  expect(here()?.isOnDisk).toBe(false);
  answer();
  await vi.waitFor(() => expect(here()?.isOnDisk).toBe(true));
});

test("a body that is not on disk is not written by a change", async () => {
  const entry = { id: "visitor's", station: "front-desk", savedAt: 1, body };
  queue.enqueueHere(entry);
  await queue.change(entry.id, (now) => ({ ...now, hasBegun: true }));
  expect(await onDisk(entry.id)).toBeUndefined();
});

const onDisk = async (wanted: string) => (await readEntries())?.find(({ id }) => id === wanted);

/** A transaction that holds up all others until the returned function is called. */
async function keepDiskBusy(): Promise<() => void> {
  const db = await openDB("foyer-saved");
  const { store } = db.transaction("queue", "readwrite");
  let isBusy = true;
  const goOn = async () => {
    while (isBusy) await store.get("none");
    db.close();
  };
  void goOn();
  return () => void (isBusy = false);
}
