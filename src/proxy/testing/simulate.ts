import { clockCheck } from "../crm/clockCheck.ts";
import { requestBudget } from "../delivery/budget.ts";
import { clockOf } from "../delivery/clock.ts";
import { crmAt } from "../delivery/crm.ts";
import { crmGate } from "../delivery/gate.ts";
import { firstLook } from "../delivery/machine.ts";
import { recognitionOf } from "../delivery/recognition.ts";
import { startRelay, type Relay } from "../delivery/relay.ts";
import type { Driver, Row, Statement } from "../store/driver.ts";
import { migrate } from "../store/migrate.ts";
import type { Arrival } from "../store/arrivals.ts";
import { outboxIn, type Entry } from "../store/outbox.ts";
import { openSqlite } from "../store/sqlite.ts";
import { arrivalsFor, floodLane } from "./arrivals.ts";
import { seededRandom, type Random } from "./seededRandom.ts";
import { simulatedCrm, type Habits, type Policy } from "./simulatedCrm.ts";
import { simulatedTime } from "./simulatedTime.ts";

/** What one world showed. Lists hold ids. */
export interface Verdict {
  readonly seed: number;
  readonly policy: string;
  readonly leads: number;
  /** Two people from one submission. */
  readonly doubled: readonly string[];
  /** Taken, and neither in the CRM nor in sight. */
  readonly lost: readonly string[];
  /** Said to be delivered, and not in the CRM under that number, or not all of it. */
  readonly untrue: readonly string[];
  /** Added to a person with another email. */
  readonly misplaced: readonly string[];
  /** Still open when nothing happens any more. */
  readonly stuck: readonly string[];
  /** Clients whose own tags are gone. */
  readonly robbed: readonly string[];
  /** Begun while the gate was closed. */
  readonly early: readonly string[];
  /** In the CRM as the store had it, and then on its way again: somebody wrote over what had been recorded. */
  readonly undone: readonly string[];
  readonly parked: Readonly<Record<string, number>>;
  readonly confirmed: number;
  readonly known: number;
  readonly crashes: number;
  readonly restores: number;
  readonly jumps: number;
  /** Relays that hung until another had taken their seat, and then went on. */
  readonly hangs: number;
  readonly tooMany: number;
}

const start = Date.UTC(2026, 10, 23, 9);
const never = new Promise<never>(() => undefined);
const open: readonly string[] = ["accepted", "sending", "unknown"];
const dayMs = 86_400_000;
const patienceMs = 4 * dayMs;

/**
 * A world of its own: the real relay, machine, gate, budget, client and SQL, over a CRM, time, crashes, hangs, restored
 * backups and jumping clocks that are simulated. The same seed gives the same world.
 */
export async function simulate(seed: number, leads: number, policy: Policy = "new"): Promise<Verdict> {
  const random = seededRandom(seed);
  const time = simulatedTime(start);
  const habits: Habits = {
    policy,
    keepsContent: random.chance(0.7),
    bigIds: random.chance(0.5),
    perMinute: random.pick([60, 100, 500, 6000]),
    faults: random.pick([0.02, 0.08, 0.2]),
    pageCap: random.pick([10, 25, 100]),
    lagMs: random.pick([1_500, 20_000, 90_000, 590_000]),
    ignoresFilters: random.chance(0.15),
  };
  const crm = simulatedCrm(time, random, habits);
  const disk = openSqlite(":memory:");
  await migrate(disk);
  const wobbles = random.chance(0.3);
  const isFlooded = random.chance(0.2);

  const { arrivals, stations } = arrivalsFor(random, leads, isFlooded, crm.addClient);
  const acknowledged = new Set<string>();
  /** Taken after the backup that was restored: the store cannot know them. */
  const forgotten = new Set<string>();
  const early: string[] = [];
  const undone = new Set<string>();
  /** Recorded as being in the CRM. */
  const there = new Set<string>();
  /** An answer may name somebody else's lead: that it is doubted later is right. */
  const isThere = (id: string, leadId: string) => {
    const person = crm.people.get(leadId);
    return person !== undefined && crm.traces.get(id)?.has(person.survivor ?? person) === true;
  };
  let backup: { readonly rows: readonly Row[]; readonly beats: readonly Row[] } | undefined;
  let crashes = 0;
  let restores = 0;
  let jumps = 0;
  let hangs = 0;
  /** The life that relays. */
  let seat = 0;
  let proxy: ReturnType<typeof boot> | undefined;

  /** One life of the proxy: after a crash nothing of it goes on, whatever it was waiting for. */
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
    /** Stands still, and finds another in its seat when it goes on (seat.ts). */
    const hang = (takenMs: number, ms: number) => {
      hangs += 1;
      hungUntil = time.real() + ms;
      time.after(takenMs, () => void (seat === life && (proxy = boot())));
    };
    const awake = async () => {
      while (time.real() < hungUntil) await time.sleep(hungUntil - time.real());
    };
    /** It hears of an answer when it goes on. */
    const heard = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      try {
        return await work();
      } finally {
        await awake();
      }
    };
    /** A failpoint before and after whatever reaches outside. */
    const risky = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      if (!isAlive) return never;
      if (random.chance(0.0002)) return die(random.between(300, 20_000));
      const value = await heard(work);
      if (!isAlive) return never;
      if (random.chance(0.0002)) return die(random.between(300, 20_000));
      return value;
    };
    /** Disk full, connection cut, statement time-out; written all the same, or not. */
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
    const recognition = recognitionOf({ ask: gate.ask("look-up"), after, log, recall: async () => undefined });
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
          // As behind a seat: without it there is nothing to do, and nothing is marked; what was sent is recorded.
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

  /** As a browser does: again with the same key, until it is told that the lead is kept; and now and then once more. */
  const submit = (arrival: Arrival): void => {
    const again = time.after(random.between(5_000, 60_000), () => submit(arrival));
    proxy?.accept(arrival).then(
      () => {
        acknowledged.add(arrival.id);
        if (random.chance(0.95)) again();
      },
      () => undefined,
    );
  };
  const rows = () => disk.query("SELECT * FROM submissions");
  const restore = async () => {
    if (backup === undefined) return;
    // By a clock that was put back the backup is minutes old: not promised, as with one that is (README).
    const age = time.now() - Number(backup.beats[0]?.["at"] ?? 0);
    if (age > -120_000 && age < 660_000) return;
    void proxy?.die(random.between(1_000, 60_000));
    restores += 1;
    there.clear();
    const kept = new Set(backup.rows.map((row) => String(row["id"])));
    for (const row of await rows()) if (!kept.has(String(row["id"]))) forgotten.add(String(row["id"]));
    const all = [...backup.rows.map(insertInto("submissions")), ...backup.beats.map(insertInto("beats"))];
    await disk.batch([["DELETE FROM submissions"], ["DELETE FROM beats"], ...all]);
  };

  proxy = boot();
  let at = 0;
  // A flood comes in a few seconds, in the middle of it all.
  for (const arrival of arrivals)
    time.after((at += random.between(0, arrival.lane === floodLane ? 40 : 6_000)), () => submit(arrival));
  let ahead = 0;
  troubles(random, at, (ms, trouble) => {
    ahead += 1;
    time.after(ms, () => {
      ahead -= 1;
      if (trouble === "jump") {
        jumps += 1;
        return time.jump(random.pick([1, -1]) * random.between(60_000, 3_700_000));
      }
      if (trouble === "wild") {
        jumps += 1;
        const wildMs = random.pick([1, -1]) * 8 * 365 * dayMs;
        time.jump(wildMs);
        return time.after(random.between(60_000, 1_800_000), () => time.jump(-wildMs));
      }
      if (trouble === "backup")
        return void Promise.all([rows(), disk.query("SELECT * FROM beats")]).then(
          ([kept, beats]) => void (backup = { rows: kept, beats }),
        );
      if (trouble === "restore") return void restore();
      if (trouble === "hang") return proxy?.hang(random.between(90_000, 120_000), random.between(120_000, 900_000));
      crm.goDown(random.weighted({ all: 2, writes: 1, credential: 1, filter: 1 }), random.between(10_000, 1_800_000));
    });
  });

  const left = async () => {
    const [row] = await disk.query(
      "SELECT count(*) AS entries FROM submissions WHERE status IN ('accepted', 'sending', 'unknown') OR due_at IS NOT NULL",
    );
    return Number(row?.["entries"]);
  };
  for (let steps = 1; await time.step(); steps++) {
    const isOver = ahead === 0 && time.real() > start + at && (acknowledged.size >= leads || restores > 0);
    if (time.real() > start + at + patienceMs) break;
    if (isOver && steps % 500 === 0 && (await left()) === 0) break;
  }

  const entries = new Map(
    (await outboxIn(disk).list("waiting")).concat(await outboxIn(disk).list("done")).map((entry) => [entry.id, entry]),
  );
  await disk.close();
  return {
    ...judged([...acknowledged], entries, forgotten, crm),
    seed,
    policy,
    leads,
    early,
    undone: [...undone],
    crashes,
    hangs,
    restores,
    jumps,
    tooMany: crm.tooMany(),
  };
}

const insertInto =
  (table: string) =>
  (row: Row): Statement => {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`).join(", ");
    return [`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places})`, Object.values(row)];
  };

type Trouble = "jump" | "wild" | "backup" | "restore" | "down" | "hang";

/** When what goes wrong at large: outages often, a clock that jumps or a backup that is restored now and then. */
function troubles(random: Random, lastMs: number, plan: (ms: number, trouble: Trouble) => void) {
  for (let ms = random.between(0, 900_000); ms < lastMs; ms += random.between(300_000, 2_400_000)) plan(ms, "down");
  for (let ms = random.between(0, 1_800_000); ms < lastMs; ms += random.between(900_000, 1_800_000)) plan(ms, "hang");
  if (random.chance(0.2)) plan(random.between(0, lastMs), "jump");
  if (random.chance(0.1)) plan(random.between(0, lastMs), "wild");
  if (!random.chance(0.2)) return;
  const backupMs = random.between(0, lastMs);
  plan(backupMs, "backup");
  plan(backupMs + random.between(660_000, 7_200_000), "restore");
}

function judged(
  acknowledged: readonly string[],
  entries: ReadonlyMap<string, Entry>,
  forgotten: ReadonlySet<string>,
  { made, traces, arrived, misplaced, people }: ReturnType<typeof simulatedCrm>,
) {
  const parked: Record<string, number> = {};
  const [lost, untrue, stuck]: [string[], string[], string[]] = [[], [], []];
  let confirmed = 0;
  let known = 0;
  for (const id of acknowledged) {
    const entry = entries.get(id);
    if (entry === undefined) {
      if (!forgotten.has(id)) lost.push(id);
    } else if (entry.status === "parked") {
      parked[entry.reason ?? "no reason"] = (parked[entry.reason ?? "no reason"] ?? 0) + 1;
      if (!entry.reason) lost.push(id);
    } else if (entry.status === "delivered" || entry.status === "confirmed") {
      if (entry.status === "confirmed") confirmed += 1;
      if (entry.reason === "known-person") known += 1;
      const person = people.get(entry.leadId ?? "");
      const isGhost = entry.status === "confirmed" && person?.survivor !== undefined;
      if (!person || isGhost || !arrived.has(id) || !traces.get(id)?.has(person.survivor ?? person)) untrue.push(id);
    } else stuck.push(id);
  }
  const doubled = [...made].filter(([id, count]) => count > 1 && !forgotten.has(id)).map(([id]) => id);
  const robbed = [...people.values()].filter((person) => person.isClient && !person.tags.includes("Client"));
  return {
    lost,
    untrue,
    misplaced,
    stuck,
    doubled,
    robbed: robbed.map(({ leadId }) => leadId),
    parked,
    confirmed,
    known,
  };
}
