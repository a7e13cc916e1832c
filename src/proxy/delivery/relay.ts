import type { Clock } from "./clock.ts";
import type { Gate } from "./gate.ts";
import { afterAttempt, firstLook, longestSendMs, longestWaitMs, marked, walkInMs } from "./machine.ts";
import type { Change, Entry, Outbox } from "../store/outbox.ts";
import type { Recognition } from "./recognition.ts";
import { workFor, type Rules } from "./work.ts";

export interface Relay {
  /** There is something to send. */
  readonly wake: () => void;
  /** Answers once an entry is no longer on its way, or after `withinMs`. */
  readonly settled: (id: string, withinMs: number) => Promise<void>;
  /** Sends nothing more; answers when what is in flight has been recorded. */
  readonly stop: () => Promise<void>;
}

interface Settings {
  readonly outbox: Outbox;
  readonly gate: Gate;
  readonly station: (id: string) => Rules | undefined;
  readonly recognition: Pick<Recognition, "works" | "doubt" | "met">;
  readonly clock: Clock;
  /** How far the CRM's clock is ahead of ours, in ms; undefined while no answer has told. */
  readonly crmAheadMs: () => number | undefined;
  /** Calls back after some milliseconds; answers how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly log: (event: string, facts: object) => void;
}

type Open = "accepted" | "unknown" | "delivered";
const beatMs = 60_000;
const retryMs = 1_000;
/** Leads that staff have just typed need not wait until one of the others is done. */
const walkInLanes = 2;

/** Does what is due, a few entries at a time: sends, looks for what may have arrived, reads back. */
export function startRelay({ outbox, gate, station, recognition, clock, crmAheadMs, after, log }: Settings): Relay {
  const inFlight: Record<Open, Set<string>> = { accepted: new Set(), unknown: new Set(), delivered: new Set() };
  const sending = new Set<string>();
  const watchers = new Map<string, Set<() => void>>();
  let beatenAt = -Infinity;
  /** The station whose lead was sent last. */
  let lastStation = "";
  let stopped = false;
  let turning: Promise<void> | undefined;
  let again = false;
  let cancelNap = () => {};
  let drained = () => {};

  /** Writes a change of status. What has happened stays to be written until the store takes it. */
  const record = async (entry: Entry, change: Change): Promise<void> => {
    const { id } = entry;
    try {
      const isChanged = await outbox.change(id, entry, change, clock.now());
      if (isChanged) log("lead", { id, from: entry.status, status: change.status, reason: change.reason ?? undefined });
    } catch (error) {
      log("store-failed", { id, error: String(error) });
      await new Promise<void>((resolve) => after(retryMs, resolve));
      if (!stopped) return record(entry, change);
    }
    for (const told of watchers.get(id) ?? []) told();
  };
  /** Written before the socket is opened: found like this after a crash, the lead may have arrived. */
  const mark = async (entry: Entry): Promise<Entry | undefined> => {
    if (stopped) return undefined;
    const sent = { ...entry, ...marked(entry) };
    sending.add(entry.id);
    const mostBy = clock.in(beatMs);
    try {
      const isMarked = await outbox.change(entry.id, entry, marked(entry), clock.now());
      // We were frozen, and another proxy relays in our place: it looks for this one, and may send it.
      if (isMarked && clock.now() > mostBy) throw new Error("too late");
      return isMarked ? sent : undefined;
    } catch {
      // Nobody knows whether it was written, but nothing was sent.
      await record(sent, afterAttempt(entry, { kind: "unsent", reason: "store-failed" }, clock, true));
      return undefined;
    }
  };

  const work = workFor({ gate, station, recognition, clock, crmAheadMs, mark });
  const run = async (status: Open, entry: Entry) => {
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
  const start = (status: Open, entry: Entry) => {
    inFlight[status].add(entry.id);
    void run(status, entry)
      .catch((error: unknown) => {
        log("relay-failed", { id: entry.id, error: String(error) });
        return new Promise<void>((resolve) => after(retryMs, resolve));
      })
      .finally(() => {
        inFlight[status].delete(entry.id);
        wake();
      });
  };

  /** Walk-ins first, then a lead of each station in turn. */
  const sendDue = async () => {
    const lanes = gate.lanes();
    const most = lanes > 1 ? lanes + walkInLanes : lanes;
    const taken = inFlight.accepted;
    if (taken.size >= most) return;
    const { walkIns, stations } = await outbox.toSend(clock.now(), clock.in(-walkInMs), most);
    const begin = (entry: Entry | undefined, upTo: number) => {
      if (!entry || stopped || taken.has(entry.id) || taken.size >= upTo) return;
      start("accepted", entry);
    };
    for (const entry of walkIns) begin(entry, most);
    const after = stations.filter(([first]) => (first?.station ?? "") > lastStation);
    const turns = [...after, ...stations.filter((one) => !after.includes(one))];
    for (let place = 0; place < most && taken.size < lanes; place++)
      for (const entries of turns) {
        const before = taken.size;
        begin(entries[place], lanes);
        if (taken.size > before) lastStation = entries[place]?.station ?? "";
      }
  };
  const turn = async () => {
    if (clock.now() >= beatenAt + beatMs / clock.speed || clock.now() < beatenAt) {
      const reconciled = await outbox.beat(clock.now(), firstLook(clock));
      if (reconciled > 0) log("reconciling", { entries: reconciled });
      const waited = await outbox.endWaits(clock.now(), {
        openSince: clock.in(-longestWaitMs),
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
      const due = await outbox.due(status, clock.now(), lanes[status]);
      for (const entry of due.filter(({ id }) => !inFlight[status].has(id)).slice(0, free))
        if (!stopped) start(status, entry);
    }
  };
  const nap = (until: number) => {
    cancelNap();
    const ms = Math.max(1, until - clock.now()) * clock.speed;
    if (!stopped) cancelNap = after(Math.min(ms, beatMs), wake);
  };
  const workOn = async () => {
    do {
      again = false;
      await turn();
    } while (again && !stopped);
    const closed = gate.closed();
    if (closed) return nap(closed.until);
    const due = (await outbox.nextDue()) ?? Infinity;
    // What is due and not begun waits for a lane, and is woken by it.
    nap(due > clock.now() ? due : Infinity);
  };
  const wake = () => {
    if (stopped) return;
    again = true;
    turning ??= workOn()
      .catch((error: unknown) => {
        log("relay-failed", { error: String(error) });
        nap(clock.in(retryMs));
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
    stop: async () => {
      stopped = true;
      cancelNap();
      await turning;
      if (sending.size > 0) await new Promise<void>((resolve) => (drained = resolve));
    },
  };
}
