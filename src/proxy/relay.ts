import type { Status } from "#lead/submission.ts";
import type { Crm } from "./crm.ts";
import { afterAttempt, marked } from "./machine.ts";
import type { Change, Entry, Outbox } from "./store/outbox.ts";

export interface Relay {
  /** There is something to send. */
  readonly wake: () => void;
  /** The status of an entry once it is no longer on its way, or undefined after `withinMs`. */
  readonly settled: (id: string, withinMs: number) => Promise<void>;
  readonly credentialRefused: () => boolean;
  /** Sends nothing more; answers when what is in flight has been recorded. */
  readonly stop: () => Promise<void>;
}

interface Settings {
  readonly outbox: Outbox;
  readonly crm: Crm;
  readonly now: () => number;
  /** Calls back after some milliseconds; answers how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** How long to wait before the next request may be made; 0 when it may be made now. */
  readonly budget: { readonly take: () => number; readonly refused: () => void };
  readonly log: (event: string, facts: object) => void;
}

const afterUnknown: Change = { status: "parked", reason: "unknown-outcome", dueAt: null };
const atOnce = 8;
const longestNapMs = 60_000;

/** Sends what is due, a few at a time, one status change a commit. */
export function startRelay({ outbox, crm, now, after, budget, log }: Settings): Relay {
  const inFlight = new Set<string>();
  const watchers = new Map<string, Set<() => void>>();
  const clock = { now, in: (ms: number) => now() + ms };
  let pausedUntil = 0;
  let budgetAt = 0;
  let refused = false;
  let stopped = false;
  let turning: Promise<void> | undefined;
  let again = false;
  let cancelNap = () => {};
  let drained = () => {};

  const record = async (entry: Entry, from: Status, change: Change) => {
    if (change.status === "delivered") refused = false;
    await outbox.change(entry.id, from, change, now());
    log("lead", { id: entry.id, status: change.status, reason: change.reason ?? undefined });
    if (change.status !== "unknown") tell(entry.id);
  };
  const tell = (id: string) => {
    for (const told of watchers.get(id) ?? []) told();
  };

  const deliver = async (entry: Entry) => {
    // Marked before the socket is opened: found in this state after a crash, the lead may have arrived.
    if (!(await outbox.change(entry.id, "accepted", marked(entry), now()))) return;
    const outcome = await crm.create(entry.lead);
    const pauseMs = outcome.kind === "credentials" ? 60_000 : outcome.kind === "unsent" ? (outcome.waitMs ?? 0) : 0;
    pausedUntil = Math.max(pausedUntil, now() + pauseMs);
    if (outcome.kind === "credentials") refused = true;
    if (outcome.kind === "unsent" && outcome.reason === "rate-limited") budget.refused();
    const step = afterAttempt(entry, outcome, clock);
    await record(entry, "sending", step);
    if (step.status === "unknown") await record(entry, "unknown", afterUnknown);
  };

  const turn = async () => {
    for (const entry of await outbox.due("unknown", now(), atOnce)) await record(entry, "unknown", afterUnknown);
    const free = atOnce - inFlight.size;
    if (now() < pausedUntil || free <= 0) return;
    for (const entry of await outbox.due("accepted", now(), atOnce * 2)) {
      if (stopped || inFlight.size >= atOnce || now() < pausedUntil) break;
      if (inFlight.has(entry.id)) continue;
      const waitMs = budget.take();
      if (waitMs > 0) return void (budgetAt = now() + waitMs);
      inFlight.add(entry.id);
      void deliver(entry)
        .catch((error: unknown) => log("relay-failed", { id: entry.id, error: String(error) }))
        .finally(() => {
          inFlight.delete(entry.id);
          if (inFlight.size === 0) drained();
          wake();
        });
    }
  };
  const nap = (ms: number) => {
    cancelNap();
    if (!stopped) cancelNap = after(Math.min(Math.max(1, ms), longestNapMs), wake);
  };
  const work = async () => {
    do {
      again = false;
      await turn();
    } while (again && !stopped);
    const due = await outbox.nextDue();
    if (due !== undefined && inFlight.size < atOnce) nap(Math.max(due, pausedUntil, budgetAt) - now());
  };
  const wake = () => {
    if (stopped) return;
    again = true;
    turning ??= work()
      .catch((error: unknown) => {
        log("relay-failed", { error: String(error) });
        nap(1000);
      })
      .finally(() => (turning = undefined));
  };
  wake();
  return {
    wake,
    settled: (id, withinMs) =>
      new Promise((resolve) => {
        const told = watchers.get(id) ?? new Set();
        const done = () => {
          cancel();
          told.delete(done);
          if (told.size === 0) watchers.delete(id);
          resolve();
        };
        const cancel = after(withinMs, done);
        watchers.set(id, told.add(done));
      }),
    credentialRefused: () => refused,
    stop: async () => {
      stopped = true;
      cancelNap();
      await turning;
      if (inFlight.size > 0) await new Promise<void>((resolve) => (drained = resolve));
    },
  };
}
