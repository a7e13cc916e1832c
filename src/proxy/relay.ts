import type { JsonObject } from "#lead/json.ts";
import type { Station } from "#lead/station.ts";
import { parseExact } from "#lead/wire.ts";
import { created } from "./answer.ts";
import type { Clock } from "./clock.ts";
import type { Gate } from "./gate.ts";
import { addTo } from "./knownPerson.ts";
import { look } from "./look.ts";
import { afterAttempt, afterLook, afterReading, firstLook, isGhost, marked, type Reading } from "./machine.ts";
import type { Outcome } from "./outcome.ts";
import { contactsOf } from "./people.ts";
import { readBack } from "./readBack.ts";
import type { Change, Entry, Outbox } from "./store/outbox.ts";

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
  readonly station: (id: string) => Pick<Station, "updateKnownPeople" | "referenceAttribute"> | undefined;
  readonly clock: Clock;
  /** Calls back after some milliseconds; answers how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly log: (event: string, facts: object) => void;
}

type Open = "accepted" | "unknown" | "delivered";
const beatMs = 60_000;
const retryMs = 1_000;
const mostUnclear = 5;

/** Does what is due, a few entries at a time: sends, looks for what may have arrived, reads back. */
export function startRelay({ outbox, gate, station, clock, after, log }: Settings): Relay {
  const inFlight: Record<Open, Set<string>> = { accepted: new Set(), unknown: new Set(), delivered: new Set() };
  const sending = new Set<string>();
  const watchers = new Map<string, Set<() => void>>();
  let beatenAt = -Infinity;
  let stopped = false;
  let turning: Promise<void> | undefined;
  let again = false;
  let cancelNap = () => {};
  let drained = () => {};

  /** Writes a change of status. What has happened stays to be written until the store takes it. */
  const record = async (entry: Entry, change: Change) => {
    const { id } = entry;
    for (let isWritten = false; !isWritten && !stopped;)
      try {
        await outbox.change(id, entry, change, clock.now());
        isWritten = true;
        log("lead", { id, status: change.status, reason: change.reason ?? undefined });
      } catch (error) {
        log("store-failed", { id, error: String(error) });
        await new Promise<void>((resolve) => after(retryMs, resolve));
      }
    for (const told of watchers.get(id) ?? []) told();
  };
  const wanted = (entry: Entry) => ({
    id: entry.id,
    lead: parseExact(entry.lead) as JsonObject,
    attribute: station(entry.station)?.referenceAttribute,
  });

  /** Sends, once it is sure that the person is not there already; marked before the socket is opened. */
  const send = async (entry: Entry) => {
    const { id, lead, attribute } = wanted(entry);
    const ask = gate.ask("create");
    const settle = (outcome: Outcome) => afterAttempt(entry, outcome, clock, contacts.length > 0);
    const contacts = contactsOf(lead);
    const updates = station(entry.station)?.updateKnownPeople ?? true;
    const by = entry.resends > 0 ? contacts : updates ? contacts.filter((contact) => contact.by === "email") : [];
    const seen = await look(ask, { id, lead, attribute }, by);
    if (seen.kind === "found")
      return record(entry, settle({ kind: seen.added ? "added" : "delivered", leadId: seen.leadId }));
    // A credential that may not look still delivers.
    if (seen.kind === "failed" && seen.failure.kind !== "refused")
      return record(
        entry,
        settle(seen.failure.kind === "unknown" ? { ...seen.failure, kind: "unsent" } : seen.failure),
      );
    // The CRM listed others instead (its filter was ignored): ask again, a few times.
    if (seen.kind === "absent" && seen.others && entry.misses < mostUnclear)
      return record(entry, settle({ kind: "unsent", reason: "look-up-unclear" }));
    const known = seen.kind === "absent" && updates ? seen.known : undefined;
    if (!(await gate.enter("create")) || stopped) return;
    sending.add(id);
    const sent = { ...entry, ...marked(entry) };
    if (await mark(entry, sent)) {
      const adding = async (): Promise<Outcome> =>
        known
          ? addTo(ask, known.leadId, lead, id, known.notes)
          : created(await gate.send("POST", "/v1.0/leads", entry.lead));
      // Whatever goes wrong from here on, the lead may have arrived.
      const outcome = await adding().catch((): Outcome => ({ kind: "unknown", reason: "failed" }));
      await record(sent, settle(outcome));
    }
    sending.delete(id);
    if (sending.size === 0) drained();
  };
  /** Written before the socket is opened: found like this after a crash, the lead may have arrived. */
  const mark = async (entry: Entry, sent: Entry) => {
    try {
      return await outbox.change(entry.id, entry, marked(entry), clock.now());
    } catch {
      // Nobody knows whether it was written, but nothing was sent.
      await record(sent, afterAttempt(entry, { kind: "unsent", reason: "store-failed" }, clock, true));
      return false;
    }
  };

  const lookFor = async (entry: Entry) => {
    const { id, lead, attribute } = wanted(entry);
    const updates = station(entry.station)?.updateKnownPeople ?? true;
    const contacts = contactsOf(lead);
    if (contacts.length === 0) return record(entry, afterLook(entry, { kind: "failed", hopeless: true }, clock));
    const seen = await look(gate.ask("look-up"), { id, lead, attribute }, contacts);
    if (seen.kind === "failed")
      return record(entry, afterLook(entry, { ...seen, hopeless: seen.failure.kind === "refused" }, clock));
    if (seen.kind === "absent" && seen.others)
      return record(entry, afterLook(entry, { kind: "failed", hopeless: false }, clock));
    // A known person is added to, not created: that cannot make a second one.
    const lookalike = seen.kind === "absent" && seen.lookalike && !(updates && seen.known !== undefined);
    return record(entry, afterLook(entry, seen.kind === "found" ? seen : { kind: "absent", lookalike }, clock));
  };

  const reread = async (entry: Entry) => {
    const { id, lead, attribute } = wanted(entry);
    const ask = gate.ask("read-back");
    const leadId = entry.leadId ?? "";
    const reading = await readBack(ask, { id, leadId, lead, wasKnown: entry.reason === "known-person" });
    if (reading.kind !== "gone" || !isGhost(entry)) return record(entry, afterReading(entry, reading, clock));
    const seen = await look(ask, { id, lead, attribute }, contactsOf(lead));
    const survivor = seen.kind === "found" ? seen.leadId : seen.kind === "absent" ? seen.known?.leadId : undefined;
    const behind: Reading =
      survivor !== undefined
        ? { kind: "survivor", leadId: survivor }
        : seen.kind === "failed"
          ? { kind: "failed", hopeless: seen.failure.kind === "refused" }
          : { kind: "nowhere" };
    return record(entry, afterReading(entry, behind, clock));
  };

  const work = { accepted: send, unknown: lookFor, delivered: reread };
  const start = (status: Open, entry: Entry) => {
    inFlight[status].add(entry.id);
    void work[status](entry)
      .catch((error: unknown) => {
        log("relay-failed", { id: entry.id, error: String(error) });
        return new Promise<void>((resolve) => after(retryMs, resolve));
      })
      .finally(() => {
        inFlight[status].delete(entry.id);
        wake();
      });
  };

  const turn = async () => {
    if (clock.now() >= beatenAt + beatMs || clock.now() < beatenAt) {
      const reconciled = await outbox.beat(clock.now(), firstLook(clock));
      if (reconciled > 0) log("reconciling", { entries: reconciled });
      beatenAt = clock.now();
    }
    if (gate.closed()) return;
    const lanes = { accepted: gate.lanes(), unknown: gate.lanes(), delivered: Math.ceil(gate.lanes() / 2) };
    for (const status of ["accepted", "unknown", "delivered"] as const) {
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
    const due = (await outbox.nextDue()) ?? Infinity;
    // What is due and not begun waits for a lane, and is woken by it.
    nap(gate.closed()?.until ?? (due > clock.now() ? due : Infinity));
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
