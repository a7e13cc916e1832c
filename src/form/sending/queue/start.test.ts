// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Submission } from "#lead/submission/submission.ts";
import { keep, recall } from "../../browser/device.ts";
import { reopenAsDraft } from "../../lead/draft/reopenAsDraft.ts";
import { correctionKey, type Entry } from "./entry.ts";
import * as queue from "./queue.ts";
import { startQueue } from "./start.ts";
import { changeEntry } from "./store.ts";

const answers = { firstName: "Ada" };
const body = { station: "front-desk", lead: answers, capturedAt: "2026-11-29T09:00:00Z" } as Submission;
let count = 0;
let entry: Entry;
let draft: string;

/** The queue changes for another reason: all tabs look at all entries. */
const anotherIsSent = () => queue.noteAttempt("another", undefined);

beforeAll(startQueue);

/** A lead that was corrected and saved again. */
beforeEach(() => {
  const id = `lead-${++count}`;
  draft = correctionKey("front-desk", id);
  entry = { id, station: "front-desk", savedAt: count, draft, body };
  keep(draft, answers);
});

test("a lead on disk ends its draft, once", async () => {
  await queue.enqueue(entry);
  expect(recall(draft)).toBeUndefined();
  keep(draft, answers);
  await queue.enqueue({ ...entry, savedAt: entry.savedAt + 1000 });
  expect(recall(draft)).toBeUndefined();
});

test("another tab corrects a lead of an earlier page: an old copy of the queue does not end the correction", async () => {
  await changeEntry(entry.id, () => entry);
  await queue.refresh();
  await changeEntry(entry.id, () => ({ ...entry, isEdited: true }));
  anotherIsSent();
  expect(recall(draft)).toEqual(answers);
});

test("another tab corrects a lead of this page: an old copy of the queue does not end the correction", async () => {
  await queue.enqueue(entry);
  keep(draft, answers);
  await changeEntry(entry.id, () => ({ ...entry, isEdited: true }));
  anotherIsSent();
  expect(recall(draft)).toEqual(answers);
});

test("a lead that is corrected again here keeps its correction while the disk is written", async () => {
  await queue.enqueue(entry);
  reopenAsDraft(entry.id, body, answers);
  anotherIsSent();
  expect(recall(draft)).toEqual(answers);
});
