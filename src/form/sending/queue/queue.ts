import type { Receipt } from "#lead/submission/submission.ts";
import { hasOtherBody, isSame, markOf, type Entry, type Need, type Phase, type Queued } from "./entry.ts";
import { channel, type News } from "./news.ts";
import type { Body } from "./outgoing.ts";
import { changeEntry, readEntries, type Next, whenLate } from "./store.ts";

const keptMs = 86_400_000;
/** Many changes of another tab are read together. */
const togetherMs = 100;

let onDisk: ReadonlyMap<string, Entry> = new Map();
/** Entries of this page that are not on disk. */
const inMemory = new Map<string, Entry>();
/** The entries that this page has added, as they are now. Written again if the browser's storage is wiped. */
const ofThisPage = new Map<string, Entry>();
const attempts = new Map<string, "sending" | Need>();
const received = new Map<string, Phase>();
let snapshot: readonly Queued[] = [];
const listeners = new Set<() => void>();
let writes = 0;
let reading: ReturnType<typeof setTimeout> | undefined;

channel?.addEventListener("message", ({ data }: MessageEvent<News>) => {
  if (data.is === "changed") reading ??= setTimeout(() => void refresh(), togetherMs);
  else apply(data);
});

whenLate(() => (reading ??= setTimeout(() => void refresh(), togetherMs)));

/** Calls `run` when the queue changes, in any tab. Returns an unsubscribe function. */
export function onQueue(run: () => void): () => void {
  listeners.add(run);
  return () => listeners.delete(run);
}

/** The entries of this browser, oldest first. */
export const queued = (): readonly Queued[] => snapshot;

/** An entry that this page has added and that the proxy does not have yet. */
export const entryOfThisPage = (id: string): Entry | undefined => ofThisPage.get(id);

/** The state of an entry. Undefined if it is not in the queue and was not received while this page was open. */
export const phaseOf = (id: string): Phase | undefined =>
  received.get(id) ?? snapshot.find((entry) => entry.id === id)?.phase;

/** Puts an entry into the queue, on disk. Returns false if the browser cannot: then it lasts as long as this page. */
export async function enqueue(entry: Entry): Promise<boolean> {
  received.delete(entry.id);
  attempts.delete(entry.id);
  enqueueHere(entry);
  return store(entry.id, () => entry);
}

/** Puts an entry into the queue of this page only. */
export function enqueueHere(entry: Entry): void {
  ofThisPage.set(entry.id, entry);
  inMemory.set(entry.id, entry);
  render();
}

/** Removes an entry, because a person does. */
export async function remove(id: string): Promise<void> {
  tell({ is: "removed", id });
  await change(id, markOf);
}

/**
 * Removes a submission that the proxy has, unless it was corrected after `sent` was posted. Then the proxy refuses the
 * correction, and a person is told.
 */
export async function settle(id: string, receipt: Receipt, sent: Body): Promise<void> {
  const isReceived = () => tell({ is: "received", id, receipt });
  let isHere = false;
  await change(id, (now) => {
    isHere = true;
    if (hasOtherBody(now, sent)) return now;
    isReceived();
    return markOf(now);
  });
  if (!isHere) isReceived();
}

/** Changes an entry, if it is there, in one transaction. Undefined deletes it. Returns what it is now. */
export async function change(id: string, edit: (now: Entry) => Entry | undefined): Promise<Entry | undefined> {
  const next = (now: Entry | undefined) => now && edit(now);
  const before = inMemory.get(id);
  if (!before && (await store(id, next))) return onDisk.get(id);
  // The entry is not on disk, or the browser cannot write now: this page goes on with what it knows.
  const changed = next(inMemory.get(id) ?? onDisk.get(id) ?? ofThisPage.get(id));
  if (changed) inMemory.set(id, changed);
  else {
    inMemory.delete(id);
    onDisk = new Map([...onDisk].filter(([other]) => other !== id));
  }
  follow(id, changed);
  render();
  // The browser may still be writing the entry, even if this page waits no longer: the change follows it.
  if (before && changed !== before) void store(id, next, () => undefined);
  return changed;
}

/** Tells all tabs how the attempt to send an entry stands. */
export const noteAttempt = (id: string, attempt: "sending" | Need | undefined): void =>
  tell({ is: "attempt", id, attempt });

/** Forgets all entries, in all tabs, because a person clears the device. Nothing is sent or written any more. */
export const clearQueue = (): void => tell({ is: "cleared" });

/** Reads the entries from disk again. Deletes marks that are older than a day. Returns false if the browser cannot. */
export async function refresh(): Promise<boolean> {
  clearTimeout(reading);
  reading = undefined;
  const writesBefore = writes;
  const read = await readEntries();
  if (read === undefined) return false;
  // What was read is older than what was written meanwhile.
  if (writesBefore !== writes) return refresh();
  const isOld = ({ body, savedAt }: Entry) => body === undefined && Date.now() - savedAt > keptMs;
  for (const { id } of read.filter(isOld)) void changeEntry(id, () => undefined);
  onDisk = new Map(read.filter((entry) => !isOld(entry)).map((entry) => [entry.id, entry]));
  // The browser has written it after all, later than this page waited.
  for (const [id, entry] of inMemory) if (isSame(entry, onDisk.get(id))) inMemory.delete(id);
  const wiped = [...ofThisPage.values()].filter(({ id, body }) => body && !onDisk.has(id) && !inMemory.has(id));
  for (const entry of wiped) inMemory.set(entry.id, entry);
  render();
  await Promise.all(wiped.map((entry) => store(entry.id, () => entry)));
  return true;
}

/** Follows an entry that this page has added. */
function follow(id: string, now: Entry | undefined): void {
  if (!ofThisPage.has(id)) return;
  if (now) ofThisPage.set(id, now);
  else ofThisPage.delete(id);
}

/** Changes the entry on disk, or what `ifNone` returns. Returns false if the browser cannot write. */
async function store(id: string, next: Next, ifNone: () => Entry | undefined = () => ofThisPage.get(id)) {
  const before = inMemory.get(id);
  const done = await changeEntry(id, (now) => next(now ?? ifNone()));
  if (!done) return false;
  writes += 1;
  const now = inMemory.get(id);
  // Not if it was changed meanwhile: that is still to be written. The disk may also have another body, or no entry.
  if (now === before && (!before || isSame(done.written, before))) {
    inMemory.delete(id);
    follow(id, done.written);
  }
  const entries = new Map(onDisk);
  if (done.written && (now || !before)) entries.set(id, done.written);
  else entries.delete(id);
  onDisk = entries;
  render();
  channel?.postMessage({ is: "changed" } satisfies News);
  return true;
}

function tell(news: News): void {
  apply(news);
  channel?.postMessage(news);
}

function apply(news: News): void {
  if (news.is === "cleared") {
    for (const known of [ofThisPage, inMemory, attempts]) known.clear();
    onDisk = new Map();
    return render();
  }
  if (news.is === "received" || news.is === "removed") ofThisPage.delete(news.id);
  if (news.is === "received") received.set(news.id, { is: "received", receipt: news.receipt });
  if (news.is === "attempt" && news.attempt) {
    // A retry changes nothing on the screen before its answer: a dialog may be open over what is shown.
    if (news.attempt === "sending" && attempts.has(news.id)) return;
    attempts.set(news.id, news.attempt);
  } else if (news.is !== "changed") attempts.delete(news.id);
  render();
}

function render(): void {
  const entries = new Map([...onDisk, ...inMemory]);
  snapshot = [...entries.values()]
    .map((entry) => ({
      ...entry,
      phase: phaseNow(entry),
      isOnDisk: !inMemory.has(entry.id),
      isOfThisPage: ofThisPage.has(entry.id),
    }))
    .sort((one, other) => one.savedAt - other.savedAt || (one.id < other.id ? -1 : 1));
  for (const run of [...listeners]) run();
}

function phaseNow({ id, problem }: Entry): Phase {
  const isReceived = received.get(id);
  if (isReceived) return isReceived;
  if (problem) return { is: "refused", problem };
  const attempt = attempts.get(id);
  if (attempt === undefined) return { is: "saved" };
  return attempt === "sending" ? { is: "sending" } : { is: "waiting", need: attempt };
}
