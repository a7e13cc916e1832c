import { isOurs, refusalOf, retryAfterMs } from "../../browser/api.ts";
import { oneTab } from "../../browser/tabLocks.ts";
import { post } from "./outgoing.ts";
import { hasOtherBody, heldMs, isUnsent, isWaiting, type Need, type Queued } from "./entry.ts";
import { onOtherTab } from "./news.ts";
import { change, noteAttempt, queued, refresh, settle } from "./queue.ts";

/** The proxy waits up to 2 s for Lofty before it answers, so a few entries are sent at the same time. */
const together = 3;
const longestWaitMs = 30_000;
/** After so many failures in a row nothing more is tried, although others were taken in the same run. */
const mostInRow = 5;
/** A tab that says nothing for this time is frozen: another one sends. */
const silentMs = 20_000;

interface Failure {
  readonly need: Need;
  /** From the answer's Retry-After, in milliseconds. */
  readonly waitMs: number;
}

let maySend: (entry: Queued) => boolean = () => true;
let failuresInRow = 0;
/** How often each entry has failed. One that keeps failing is tried after the others. */
const failures = new Map<string, number>();
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let isWanted = false;
let onFailure = (): void => {};

/** Sets which entries this page may send: a kiosk's session may create leads at its station only. */
export const sendOnly = (may: (entry: Queued) => boolean): void => void (maySend = may);

/** Sets what runs when entries wait for the network or the proxy. */
export const onWaiting = (run: () => void): void => void (onFailure = run);

/** What waits for staff to sign in waits no longer. */
export function noteSignedIn(): void {
  for (const { id, phase } of queued())
    if (phase.is === "waiting" && phase.need === "sign-in") noteAttempt(id, undefined);
}

/**
 * Sends what waits, oldest first, and tries again later if that fails. One tab sends at a time. To send an entry twice
 * is harmless, because its id is the idempotency key. Resolves when there is nothing left to try now.
 */
export async function wake(): Promise<void> {
  clearTimeout(timer);
  isWanted = true;
  running ??= run();
  await running;
}

async function run(): Promise<void> {
  try {
    while (isWanted) {
      isWanted = false;
      await oneTab("sender", silentMs, onOtherTab, sendAll);
    }
  } finally {
    running = undefined;
  }
}

async function sendAll(): Promise<void> {
  const isRead = await refresh();
  const tried = new Set<string>();
  /** Stations that refuse this session. Their other entries would be refused too. */
  const closed = new Set<string>();
  let failed: readonly Failure[] = [];
  let hasSent = false;
  for (;;) {
    const due = queued()
      .filter((entry) => isDue(entry) && !tried.has(entry.id) && !closed.has(entry.station))
      .sort((one, other) => (failures.get(one.id) ?? 0) - (failures.get(other.id) ?? 0));
    const batch = due.slice(0, failuresInRow > 0 ? 1 : together);
    if (batch.length === 0) break;
    const results = await Promise.all(batch.map(attempt));
    for (const [at, { id, station }] of batch.entries()) {
      tried.add(id);
      const failure = results[at];
      if (failure) failed = [...failed, failure];
      else hasSent = true;
      if (failure?.need === "sign-in") closed.add(station);
      const isFault = failure !== undefined && failure.need !== "sign-in";
      failuresInRow = isFault ? failuresInRow + 1 : 0;
      if (isFault) failures.set(id, (failures.get(id) ?? 0) + 1);
      else failures.delete(id);
    }
    // The other entries failed because there was no connection: the oldest is next again.
    if (hasSent) for (const id of [...failures.keys()]) if (!tried.has(id)) failures.delete(id);
    // If one was accepted, the failing ones have their own problem, and the next one is tried.
    const last = results.at(-1);
    const most = hasSent ? mostInRow : last?.need === "network" ? 0 : 1;
    if (last && failuresInRow > most) {
      for (const { id } of due) if (!tried.has(id)) noteAttempt(id, last.need);
      break;
    }
  }
  for (const entry of queued()) if (closed.has(entry.station) && isDue(entry)) noteAttempt(entry.id, "sign-in");
  again(failed, isRead);
}

const isDue = (entry: Queued) => isWaiting(entry) && heldMs(entry) === 0 && maySend(entry);

/**
 * Sets the timer for the next attempt: after failures, when a held entry may go, or when the browser could not read the
 * queue.
 */
function again(failed: readonly Failure[], isRead: boolean): void {
  const held = queued().flatMap((entry) => (isUnsent(entry) && heldMs(entry) > 0 ? [heldMs(entry)] : []));
  // Many devices come back to a network at once: each waits up to a third less by chance.
  const backoffMs = Math.min(longestWaitMs, 1000 * 2 ** Math.max(0, failuresInRow - 1)) * (1 - Math.random() / 3);
  const isSignIn = failed.every(({ need }) => need === "sign-in");
  const retryMs = Math.max(isSignIn ? longestWaitMs : backoffMs, ...failed.map(({ waitMs }) => waitMs));
  const waits = [...held, ...(failed.length > 0 ? [retryMs] : []), ...(isRead ? [] : [longestWaitMs])];
  clearTimeout(timer);
  if (waits.length > 0) timer = setTimeout(() => void wake(), Math.min(...waits));
  if (failed.some(({ need }) => need !== "sign-in")) onFailure();
}

/** Sends one entry. Returns why it failed if a retry may succeed. */
async function attempt({ id, hasBegun }: Queued): Promise<Failure | undefined> {
  noteAttempt(id, "sending");
  // On disk, so that nobody takes the entry back from now on.
  const entry = await change(id, (now) => (hasBegun ? now : { ...now, hasBegun: true }));
  if (!entry?.body || entry.isEdited) {
    noteAttempt(id, undefined);
    return undefined;
  }
  const { body } = entry;
  try {
    await settle(id, await post({ ...entry, body }), body);
    return undefined;
  } catch (error) {
    const need = needOf(error);
    const problem = refusalOf(error);
    if (!need && problem) await change(id, (now) => (hasOtherBody(now, body) ? now : { ...now, problem }));
    noteAttempt(id, need);
    return need && { need, waitMs: retryAfterMs(error) };
  }
}

/** Any other status is no answer to this submission. */
const refusals = new Set([400, 409, 413, 415, 422]);

/** What an entry waits for after this error. Undefined: the proxy refuses it, and no retry succeeds. */
function needOf(error: unknown): Need | undefined {
  const refusal = refusalOf(error);
  if (refusal === undefined) return "network";
  // Something between the proxy and this device may answer too.
  if (!isOurs(refusal)) return "busy";
  if (refusal.status === 401 || refusal.status === 403) return "sign-in";
  return refusals.has(refusal.status) ? undefined : "busy";
}
