import { openDatabase } from "../store/database/database.ts";
import type { Row, Statement } from "../store/driver/driver.ts";
import { migrate } from "../store/migrations/migrate.ts";
import type { Arrival } from "../store/arrivals.ts";
import { outboxIn } from "../store/outbox.ts";
import { arrivalsFor, floodLane } from "./arrivals.ts";
import { judgeWorld } from "./judgeWorld.ts";
import { seededRandom } from "./seededRandom.ts";
import { simulatedCrm } from "./simulatedCrm.ts";
import type { Habits, Policy } from "./simulatedPeople.ts";
import { simulatedProxy } from "./simulatedProxy.ts";
import { simulatedTime } from "./simulatedTime.ts";
import { troubles } from "./troubles.ts";

/** The result of one world. Lists contain ids. */
export interface Verdict {
  readonly seed: number;
  readonly policy: string;
  readonly leads: number;
  /** Two people from one submission. */
  readonly doubled: readonly string[];
  /** Accepted, but neither in the CRM nor visible. */
  readonly lost: readonly string[];
  /** Stored as delivered, but not or not completely in the CRM under that id. */
  readonly untrue: readonly string[];
  /** Added to a person with another email. */
  readonly misplaced: readonly string[];
  /** Still open when nothing happens any more. */
  readonly stuck: readonly string[];
  /** Clients who lost their own tags. */
  readonly robbed: readonly string[];
  /** Sent while the gate was closed. */
  readonly early: readonly string[];
  /** Recorded as in the CRM, and later on its way again: something overwrote the record. */
  readonly undone: readonly string[];
  readonly parked: Readonly<Record<string, number>>;
  readonly confirmed: number;
  readonly known: number;
  readonly crashes: number;
  readonly restores: number;
  readonly jumps: number;
  /** Relays that hung until another took their seat, and then continued. */
  readonly hangs: number;
  readonly tooMany: number;
}

/** The behavior of a CRM whose lists have pages, and how many of its people share an email and a phone. */
export interface Paged extends Pick<Habits, "pageCap" | "ignoresLimit" | "hidesTotal" | "notesCap"> {
  readonly crowd: number;
}

const start = Date.UTC(2026, 10, 23, 9);
const dayMs = 86_400_000;
const timeoutMs = 4 * dayMs;

/**
 * Simulates one world: the real relay, machine, gate, budget, client and SQL, on a simulated CRM and time, with
 * crashes, hangs, restored backups and clock jumps. The same seed gives the same world.
 */
export async function simulate(seed: number, leads: number, policy: Policy = "new", paged?: Paged): Promise<Verdict> {
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
    ...paged,
  };
  const crm = simulatedCrm(time, random, habits);
  const disk = openDatabase(":memory:");
  await migrate(disk);
  const wobbles = random.chance(0.3);
  const isFlooded = random.chance(0.2);

  const { arrivals, stations } = arrivalsFor(random, leads, isFlooded, crm.addClient, paged?.crowd);
  const acknowledged = new Set<string>();
  /** Accepted after the backup that was restored, so the store cannot know them. */
  const forgotten = new Set<string>();
  let backup: { readonly rows: readonly Row[]; readonly beats: readonly Row[] } | undefined;
  let restores = 0;
  let jumps = 0;
  const proxy = simulatedProxy({ time, random, disk, wobbles, crm, stations });

  /** Sends like a browser: retries with the same key until it is acknowledged, and sometimes once more. */
  const submit = (arrival: Arrival): void => {
    const again = time.after(random.between(5_000, 60_000), () => submit(arrival));
    proxy
      .life()
      ?.accept(arrival)
      .then(
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
    // The proxy does not notice the restore of a backup that is only minutes old by the clock (README), so skip it.
    const age = time.now() - Number(backup.beats[0]?.["at"] ?? 0);
    if (age > -120_000 && age < 660_000) return;
    void proxy.life()?.die(random.between(1_000, 60_000));
    restores += 1;
    proxy.forgetRecords();
    const kept = new Set(backup.rows.map((row) => String(row["id"])));
    for (const row of await rows()) if (!kept.has(String(row["id"]))) forgotten.add(String(row["id"]));
    const all = [...backup.rows.map(insertInto("submissions")), ...backup.beats.map(insertInto("beats"))];
    await disk.batch([["DELETE FROM submissions"], ["DELETE FROM beats"], ...all]);
  };

  let at = 0;
  // A flood takes a few seconds, in the middle of the other leads.
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
      if (trouble === "hang")
        return proxy.life()?.hang(random.between(90_000, 120_000), random.between(120_000, 900_000));
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
    if (time.real() > start + at + timeoutMs) break;
    if (isOver && steps % 500 === 0 && (await left()) === 0) break;
  }

  const entries = new Map(
    (await outboxIn(disk).list("waiting")).concat(await outboxIn(disk).list("done")).map((entry) => [entry.id, entry]),
  );
  await disk.close();
  return {
    ...judgeWorld([...acknowledged], entries, forgotten, crm),
    seed,
    policy,
    leads,
    early: proxy.early,
    undone: [...proxy.undone],
    crashes: proxy.crashes(),
    hangs: proxy.hangs(),
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
