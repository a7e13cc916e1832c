import { clockCheck } from "../crm/clockCheck.ts";
import { requestBudget } from "../crm/budget.ts";
import { clockOf } from "../platform/clock.ts";
import { crmAt } from "../crm/crm.ts";
import { crmGate } from "../crm/gate.ts";
import { firstLook } from "../delivery/machine.ts";
import { recognitionOf } from "../delivery/recognition.ts";
import { startRelay, type Relay } from "../delivery/relay.ts";
import type { Rules } from "../delivery/work.ts";
import type { Arrival } from "../store/arrivals.ts";
import type { Driver } from "../store/driver/driver.ts";
import { outboxIn } from "../store/outbox.ts";
import type { Random } from "./seededRandom.ts";
import type { simulatedCrm } from "./simulatedCrm.ts";
import type { Time } from "./simulatedTime.ts";

interface World {
  readonly time: Time;
  readonly random: Random;
  /** The disk survives every restart of the proxy. */
  readonly disk: Driver;
  /** The store fails sometimes. */
  readonly wobbles: boolean;
  readonly crm: ReturnType<typeof simulatedCrm>;
  readonly stations: { readonly [id: string]: Rules };
}

const never = new Promise<never>(() => undefined);
const open: readonly string[] = ["accepted", "sending", "unknown"];

/** The lives of the proxy: the real relay, gate, budget, client and SQL, with crashes, hangs and restarts. */
export function simulatedProxy({ time, random, disk, wobbles, crm, stations }: World) {
  const early: string[] = [];
  const undone = new Set<string>();
  /** Recorded as in the CRM. */
  const there = new Set<string>();
  /** A response may name somebody else's lead; then a later doubt is correct. */
  const isThere = (id: string, leadId: string) => {
    const person = crm.people.get(leadId);
    return person !== undefined && crm.traces.get(id)?.has(person.survivor ?? person) === true;
  };
  let crashes = 0;
  let hangs = 0;
  /** The life that relays. */
  let seat = 0;
  let proxy: ReturnType<typeof boot> | undefined;

  /** One life of the proxy. After a crash nothing of it continues. */
  function boot() {
    let isAlive = true;
    let hungUntil = 0;
    const life = ++seat;
    const die = (restartMs: number) => {
      isAlive = false;
      if (seat !== life) return never;
      seat += 1;
      proxy = undefined;
      crashes += 1;
      time.after(restartMs, () => void (proxy = boot()));
      return never;
    };
    /** Pauses, and finds another relay in its seat when it continues (seat.ts). */
    const hang = (takenMs: number, ms: number) => {
      hangs += 1;
      hungUntil = time.real() + ms;
      time.after(takenMs, () => void (seat === life && (proxy = boot())));
    };
    const awake = async () => {
      while (time.real() < hungUntil) await time.sleep(hungUntil - time.real());
    };
    /** It receives a response only when it continues. */
    const heard = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      try {
        return await work();
      } finally {
        await awake();
      }
    };
    /** A possible crash before and after every access to the outside. */
    const risky = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      if (!isAlive) return never;
      if (random.chance(0.0002)) return die(random.between(300, 20_000));
      const value = await heard(work);
      if (!isAlive) return never;
      if (random.chance(0.0002)) return die(random.between(300, 20_000));
      return value;
    };
    /** Disk full, connection cut or statement timeout; the write may have happened or not. */
    const shaky = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      if (!wobbles || !random.chance(0.003)) return work();
      if (random.chance(0.5)) await work();
      throw new Error("the store does not answer");
    };
    const driver: Driver = {
      ...disk,
      query: (sql, values) => risky(() => shaky(() => disk.query(sql, values))),
      batch: (statements) => risky(() => shaky(() => disk.batch(statements))),
    };
    const alive = (run: () => void) => () => void awake().then(() => isAlive && run());
    const after = (ms: number, run: () => void) => time.after(ms, alive(run));
    const clock = clockOf(time.now, 1);
    const log = () => undefined;
    const budget = requestBudget({ now: time.now, after });
    const ask = crmAt({
      baseUrl: "https://crm.example.com",
      authorization: async () => "token sample",
      transport: (url, init) => risky(() => crm.transport(url, init)),
      now: time.now,
      after,
      onLimit: budget.heard,
      onDate: (date) => ourClock.heard(date),
    });
    const ourClock = clockCheck({ now: time.now, ask: async () => undefined });
    const gate = crmGate({ crm: ask, budget, clock, log });
    const outbox = outboxIn(driver);
    const recognition = recognitionOf({ ask: gate.ask("look-up"), after, log, recall: async () => [] });
    let relay: Relay | undefined;
    const begin = async (): Promise<void> => {
      try {
        await outbox.markInterrupted(time.now(), firstLook(clock));
      } catch {
        return void after(1_000, () => void begin());
      }
      relay = startRelay({
        outbox: {
          ...outbox,
          // As behind a seat: without it there is nothing to do and nothing can be marked, but what was sent is
          // recorded.
          toSend: async (...asked) => (seat === life ? outbox.toSend(...asked) : { walkIns: [], stations: [] }),
          due: async (...asked) => (seat === life ? outbox.due(...asked) : []),
          beat: async (...asked) => (seat === life ? outbox.beat(...asked) : 0),
          endWaits: async (...asked) => (seat === life ? outbox.endWaits(...asked) : 0),
          nextDue: async () => (seat === life ? outbox.nextDue() : undefined),
          change: async (id, from, change, now) => {
            if (change.status === "sending" && seat !== life) return false;
            if (gate.closed() && from.status === "accepted" && change.status === "sending") early.push(id);
            const isChanged = await outbox.change(id, from, change, now);
            if (isChanged && there.has(id) && open.includes(change.status)) undone.add(id);
            if (isChanged && change.status === "delivered" && isThere(id, change.leadId ?? "")) there.add(id);
            return isChanged;
          },
        },
        gate,
        station: (id) => stations[id],
        recognition,
        clock,
        optedOut: async () => [],
        withdrawnAt: async () => undefined,
        crmAheadMs: ourClock.crmAheadMs,
        after,
        log,
      });
    };
    void begin();
    return {
      accept: async (arrival: Arrival) => {
        const entry = await outbox.accept({ ...arrival, acceptedAt: time.now() });
        relay?.wake();
        return entry;
      },
      die,
      hang,
    };
  }

  proxy = boot();
  return {
    /** Returns the life that relays now, if any. */
    life: () => proxy,
    crashes: () => crashes,
    hangs: () => hangs,
    early,
    undone,
    /** After a restore the store may know nothing of them. */
    forgetRecords: () => there.clear(),
  };
}
