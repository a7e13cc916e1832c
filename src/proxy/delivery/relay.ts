import type { After, Log } from "../platform/clock.ts";
import type { Gate } from "../crm/gate.ts";
import { afterAttempt, firstLook, longestSendMs, longestOpenMs, marked } from "./machine.ts";
import { walkInMs } from "./walkIn.ts";
import { imported } from "../store/arrivals.ts";
import type { Change, Entry, Outbox } from "../store/outbox.ts";
import type { Candidate } from "../store/queue.ts";
import { retryMs, runLoop } from "./runLoop.ts";
import { workFor, type WorkSettings } from "./work.ts";

export interface Relay {
  /** Call it when there is something to send. */
  readonly wake: () => void;
  /** Resolves when an entry is no longer on its way, or after `withinMs`. */
  readonly settled: (id: string, withinMs: number) => Promise<void>;
  /** Sends nothing more. Resolves when the requests in flight are recorded. */
  readonly stop: () => Promise<void>;
}

interface Settings extends Omit<WorkSettings, "mark"> {
  readonly outbox: Outbox;
  readonly gate: Gate;
  readonly after: After;
  readonly log: Log;
}

type Open = "accepted" | "unknown" | "delivered";
const beatMs = 60_000;
/** Extra lanes, so that a lead which staff just typed does not wait for the others. */
const walkInLanes = 2;

/** Processes due entries, a few at a time: sends, looks for what may have arrived, reads back. */
export function startRelay(settings: Settings): Relay {
  const { outbox, gate, station, recognition, clock, optedOut, withdrawnAt, crmAheadMs, after, log } = settings;
  const inFlight: Record<Open, Set<string>> = { accepted: new Set(), unknown: new Set(), delivered: new Set() };
  const sending = new Set<string>();
  const watchers = new Map<string, Set<() => void>>();
  let beatenAt = -Infinity;
  /** The station whose lead was sent last. */
  let lastStation = "";
  let drained = () => {};

  /** Stores a change of status. Retries until the store accepts it. */
  const record = async (entry: Entry, change: Change): Promise<void> => {
    const { id } = entry;
    try {
      const isChanged = await outbox.change(id, entry, change, clock.now());
      if (isChanged) log("lead", { id, from: entry.status, status: change.status, reason: change.reason ?? undefined });
    } catch (error) {
      log("store-failed", { id, error: String(error) });
      await new Promise<void>((resolve) => after(retryMs, resolve));
      if (!turns.isStopped()) return record(entry, change);
    }
    for (const notify of watchers.get(id) ?? []) notify();
  };
  /** Stores that a request begins. After a crash, such a lead may have arrived. */
  const mark = async (entry: Entry, also: Pick<Change, "lead"> = {}): Promise<Entry | undefined> => {
    if (turns.isStopped()) return undefined;
    const change = { ...marked(entry), ...also };
    const sent = { ...entry, ...change };
    sending.add(entry.id);
    const deadline = clock.in(beatMs);
    try {
      const isMarked = await outbox.change(entry.id, entry, change, clock.now());
      // This process was paused, and another proxy relays now. That one looks for this lead and may send it.
      if (isMarked && clock.now() > deadline) throw new Error("too late");
      return isMarked ? sent : undefined;
    } catch {
      // We do not know whether the mark was stored, but nothing was sent.
      await record(sent, afterAttempt(entry, { kind: "unsent", reason: "store-failed" }, clock));
      return undefined;
    }
  };

  const work = workFor({ gate, station, recognition, clock, optedOut, withdrawnAt, crmAheadMs, mark });
  const run = async (status: Open, entry: Entry | undefined) => {
    // It may have changed since its id was read.
    if (entry?.status !== status || (entry.dueAt ?? 0) > clock.now()) return;
    try {
      const done = await work[status](entry).catch((error: unknown) => {
        log("relay-failed", { id: entry.id, error: String(error) });
        return work.failed(entry);
      });
      if (done) await record(done.entry, done.change);
    } finally {
      sending.delete(entry.id);
      if (sending.size === 0) drained();
    }
  };
  const start = (status: Open, id: string, entry: Promise<Entry | undefined>) => {
    inFlight[status].add(id);
    void entry
      .then((found) => run(status, found))
      .catch((error: unknown) => {
        log("relay-failed", { id, error: String(error) });
        return new Promise<void>((resolve) => after(retryMs, resolve));
      })
      .finally(() => {
        inFlight[status].delete(id);
        turns.wake();
      });
  };

  /** Sends walk-ins first, then leads of each station in turn, then imported ones in up to half of the lanes. */
  const sendDue = async () => {
    const lanes = gate.lanes();
    const most = lanes > 1 ? lanes + walkInLanes : lanes;
    const taken = inFlight.accepted;
    if (taken.size >= most) return;
    const { walkIns, stations } = await outbox.toSend(clock.now(), clock.in(-walkInMs), most);
    const begin = (next: Candidate | undefined, upTo: number) => {
      if (!next || turns.isStopped() || taken.has(next.id) || taken.size >= upTo) return;
      start("accepted", next.id, outbox.find(next.id));
    };
    for (const entry of walkIns) begin(entry, most);
    const next = stations.filter(([first]) => (first?.station ?? "") > lastStation);
    const inOrder = [...next, ...stations.filter((one) => !next.includes(one))];
    if (most === 1) inOrder.sort(([a], [b]) => (a?.misses ?? 0) - (b?.misses ?? 0));
    /** Each station in turn: its leads that staff imported, or its others. */
    const beginOf = (which: "imported" | "other", upTo: number) => {
      for (let place = 0; place < most && taken.size < upTo; place++)
        for (const entries of inOrder) {
          const entry = entries[place];
          const before = taken.size;
          if ((entry?.walkIn === imported) === (which === "imported")) begin(entry, upTo);
          if (taken.size > before) lastStation = entry?.station ?? "";
        }
    };
    beginOf("other", lanes);
    // Imported leads leave half of the lanes free for new ones.
    beginOf("imported", Math.ceil(lanes / 2));
  };
  const turn = async () => {
    if (clock.now() >= beatenAt + beatMs / clock.speed || clock.now() < beatenAt) {
      const reconciled = await outbox.beat(clock.now(), firstLook(clock));
      if (reconciled > 0) log("reconciling", { entries: reconciled });
      const waited = await outbox.endWaits(clock.now(), {
        openSince: clock.in(-longestOpenMs),
        sentAt: clock.in(-longestSendMs),
        lookAt: firstLook(clock),
      });
      if (waited > 0) log("needs-person", { entries: waited, reason: "waited-too-long" });
      beatenAt = clock.now();
    }
    if (gate.closed()) return;
    await sendDue();
    const lanes = { unknown: gate.lanes(), delivered: Math.ceil(gate.lanes() / 2) };
    for (const status of ["unknown", "delivered"] as const) {
      const free = lanes[status] - inFlight[status].size;
      if (free <= 0) continue;
      const due = await outbox.due(status, clock.now(), free, [...inFlight[status]]);
      for (const entry of due) if (!turns.isStopped()) start(status, entry.id, Promise.resolve(entry));
    }
  };
  const turns = runLoop({
    turn,
    nextDue: async () => {
      const due = await outbox.nextDue();
      // A due entry that has not started waits for a free lane, which calls wake().
      return due !== undefined && due > clock.now() ? due : undefined;
    },
    longestMs: beatMs,
    gate,
    clock,
    after,
    onError: (error) => log("relay-failed", { error: String(error) }),
  });
  turns.wake();
  return {
    wake: turns.wake,
    settled: (id, withinMs) =>
      new Promise((resolve) => {
        const notified = watchers.get(id) ?? new Set();
        const done = () => {
          cancel();
          notified.delete(done);
          if (notified.size === 0) watchers.delete(id);
          resolve();
        };
        const cancel = after(withinMs, done);
        watchers.set(id, notified.add(done));
      }),
    stop: async () => {
      await turns.stop();
      if (sending.size > 0) await new Promise<void>((resolve) => (drained = resolve));
    },
  };
}
