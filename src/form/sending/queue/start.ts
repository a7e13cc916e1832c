import { forget, keep } from "../../browser/device.ts";
import { keysFrom } from "../../browser/deviceKeys.ts";
import { holdOpenLead } from "../../browser/openLead.ts";
import { holdLock, whenFree } from "../../browser/tabLocks.ts";
import { segmentsOf } from "../../browser/route.ts";
import { onSignedIn } from "../../station/signedIn.ts";
import { readersOf } from "../../words/language.ts";
import { heldMs, isInMemory, isUnsent, type Queued } from "./entry.ts";
import { release } from "./hold.ts";
import { onQueue, queued } from "./queue.ts";
import { recover } from "./recover.ts";
import { noteSignedIn, onWaiting, sendOnly, wake } from "./sender.ts";
import { wakeWorkerLater } from "./wakeWorker.ts";

/** The first screen comes first: this opens a database. */
const firstMs = 1_000;

/**
 * Sends the queue from whatever page is open: at start, when an entry is added, when the network is back, when staff
 * sign in, and when the page is shown or gets the focus.
 */
export function startQueue(): void {
  sendOnly(mayGoFromHere);
  onWaiting(() => void wakeWorkerLater());
  onQueue(keepUp);
  const go = () => void recover().then(wake);
  // What a page that is gone had held back goes now.
  window.setTimeout(() => void recover().then(() => whenFree(holdingKey, () => void release()).then(wake)), firstMs);
  window.addEventListener("online", go);
  window.addEventListener("focus", go);
  window.addEventListener("pageshow", go);
  window.addEventListener("beforeunload", (event) => {
    // A kiosk's page loads itself again, and its visitor is gone.
    const isStaffs = readersOf(segmentsOf(window.location.pathname)) === "staff";
    if (isStaffs && queued().some(isInMemory)) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    // A hidden page may never be shown again. At a kiosk the visitor may still be there, and go on after Sign in: its
    // form releases the lead itself.
    if (document.visibilityState === "hidden" && segmentsOf(window.location.pathname)[0] !== "kiosk")
      for (const { id, isOfThisPage } of queued()) if (isOfThisPage) void release(id);
    go();
  });
  onSignedIn(() => {
    noteSignedIn();
    go();
  });
}

/** Visitors' pages send what was saved there. Their session can send nothing else. */
function mayGoFromHere({ station }: Queued): boolean {
  const [page, id] = segmentsOf(window.location.pathname);
  return (page !== "kiosk" && page !== "embed") || station === id;
}

const holdingKey = "holding";
let stopHolding: (() => void) | undefined;

/** While this page is alive, other pages leave alone what is held back. */
function noteHolding(isHolding: boolean): void {
  if (isHolding) stopHolding ??= holdLock(holdingKey, { mode: "shared" });
  else {
    stopHolding?.();
    stopHolding = undefined;
  }
}

/** The leads of this page that were seen on disk, each with the time at which it was saved. */
const onDisk = new Map<string, number>();

/**
 * Whether this page has stored the entry since the last look. Later, and for entries of other pages, its draft may be a
 * correction in use: what this page knows of the queue is older than what another tab has written.
 */
function isNewOnDisk({ id, savedAt, isOnDisk, isOfThisPage }: Queued): boolean {
  if (!isOnDisk || !isOfThisPage || onDisk.get(id) === savedAt) return false;
  onDisk.set(id, savedAt);
  return true;
}

const countKey = (station: string) => `queued:${station}`;

/** Follows the queue: a draft ends once its lead is on disk or received, and a page with leads in memory stays open. */
function keepUp(): void {
  const counts = new Map<string, number>();
  for (const entry of queued()) {
    const { draft, isEdited, phase, station } = entry;
    if (draft !== undefined && !isEdited && (phase.is === "received" || isNewOnDisk(entry))) forget(draft);
    if (isUnsent(entry)) counts.set(station, (counts.get(station) ?? 0) + 1);
  }
  holdOpenLead("queue", queued().some(isInMemory));
  noteHolding(queued().some((entry) => entry.isOfThisPage && isUnsent(entry) && heldMs(entry) > 0));
  // boot.js cannot read IndexedDB before the first paint.
  for (const key of keysFrom(countKey(""))) if (!counts.has(key.slice(countKey("").length))) forget(key);
  for (const [station, count] of counts) keep(countKey(station), count);
}
