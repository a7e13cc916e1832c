import type { Driver, Statement } from "./driver.ts";

/** The steps from an empty database to today's, in order. A step is never changed once it has been released. */
const steps: readonly (readonly string[])[] = [
  [
    `CREATE TABLE submissions (
      id TEXT PRIMARY KEY, station TEXT NOT NULL, fingerprint TEXT NOT NULL, status TEXT NOT NULL, reason TEXT,
      lead TEXT, consent TEXT, lead_id TEXT, attempts BIGINT NOT NULL, captured_at BIGINT NOT NULL,
      accepted_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, due_at BIGINT)`,
    `CREATE INDEX submissions_due ON submissions (status, due_at)`,
    `CREATE TABLE stations (id TEXT PRIMARY KEY, station TEXT NOT NULL, place BIGINT NOT NULL)`,
    `CREATE TABLE sessions (token TEXT PRIMARY KEY, role TEXT NOT NULL, station TEXT, expires_at BIGINT NOT NULL)`,
  ],
  [
    `ALTER TABLE submissions ADD COLUMN looks BIGINT NOT NULL DEFAULT 0`,
    `ALTER TABLE submissions ADD COLUMN misses BIGINT NOT NULL DEFAULT 0`,
    `ALTER TABLE submissions ADD COLUMN resends BIGINT NOT NULL DEFAULT 0`,
    `ALTER TABLE submissions ADD COLUMN differences TEXT`,
    `ALTER TABLE submissions ADD COLUMN same_phone_as TEXT`,
    `CREATE INDEX submissions_open ON submissions (due_at) WHERE due_at IS NOT NULL`,
    `CREATE TABLE beats (name TEXT PRIMARY KEY, at BIGINT NOT NULL)`,
    // Who was reached how, for "have we met?"; forgotten together with the answers.
    `CREATE TABLE reach (submission TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (submission, value))`,
    `CREATE INDEX reach_value ON reach (value)`,
    `CREATE TABLE unnamed_parties (station TEXT NOT NULL, counted_at BIGINT NOT NULL, parties BIGINT NOT NULL)`,
    `CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
    `ALTER TABLE sessions ADD COLUMN replaces TEXT`,
    `CREATE INDEX submissions_captured ON submissions (captured_at)`,
    // What is left of a consent once its lead was forgotten: which text, which channels, which lead. No name.
    `CREATE TABLE consents (
      submission TEXT PRIMARY KEY, station TEXT NOT NULL, lead_id TEXT, version TEXT NOT NULL, text_hash TEXT NOT NULL,
      language TEXT NOT NULL, given_by TEXT NOT NULL, channels TEXT NOT NULL, given_at BIGINT NOT NULL)`,
  ],
  [`ALTER TABLE submissions ADD COLUMN device_captured_at BIGINT`],
  [
    // Counted from here, not from the device's word: a tablet whose clock stands in 1970 keeps its record too.
    `ALTER TABLE consents ADD COLUMN recorded_at BIGINT`,
  ],
  [
    `CREATE TABLE events (
      station TEXT NOT NULL, id TEXT NOT NULL, day TEXT NOT NULL, event TEXT NOT NULL, PRIMARY KEY (station, id))`,
    `CREATE INDEX events_day ON events (day)`,
    `ALTER TABLE submissions ADD COLUMN event TEXT`,
    `ALTER TABLE unnamed_parties ADD COLUMN event TEXT`,
  ],
  [
    // A station as it was: leads that wait on a device are judged by it. `replaced_at` is null for the one of today.
    `CREATE TABLE station_versions (
      station TEXT NOT NULL, version TEXT NOT NULL, content TEXT NOT NULL, replaced_at BIGINT,
      PRIMARY KEY (station, version))`,
  ],
  [
    // Since when an entry is on its way; what was open before this step begins anew.
    `ALTER TABLE submissions ADD COLUMN open_since BIGINT NOT NULL DEFAULT 0`,
    `UPDATE submissions SET open_since = changed_at`,
  ],
  [
    // Who waits in one line: a session or an address at a station; the place in it; whether staff typed it.
    `ALTER TABLE submissions ADD COLUMN lane TEXT`,
    `ALTER TABLE submissions ADD COLUMN turn BIGINT NOT NULL DEFAULT 0`,
    `ALTER TABLE submissions ADD COLUMN walk_in BIGINT NOT NULL DEFAULT 0`,
    `CREATE INDEX submissions_turn ON submissions (status, station, turn, accepted_at)`,
    `CREATE INDEX submissions_lane ON submissions (lane, status, turn)`,
    `CREATE INDEX submissions_walk_in ON submissions (accepted_at) WHERE walk_in = 1 AND status = 'accepted'`,
  ],
];

/** Brings the database up to date, a step a transaction. Several proxies may do so at once. */
export async function migrate({ query, batch }: Driver): Promise<void> {
  const version = async () => {
    const [found] = await query("SELECT max(version) AS version FROM versions");
    return Number(found?.["version"] ?? 0);
  };
  // Postgres may fail it while another proxy does the same.
  await query(versions).catch(() => query(versions));
  const done = await version();
  if (done > steps.length) throw new Error(`the database is of a newer Foyer (version ${done})`);
  for (let next = done + 1; next <= steps.length; next++) {
    // The mark comes first: a second proxy waits for the first one there, and fails when that has done the step.
    const mark: Statement = ["INSERT INTO versions (version) VALUES ($1)", [next]];
    const step = steps[next - 1] ?? [];
    await batch([mark, ...step.map((sql): Statement => [sql])]).catch(async (error: unknown) => {
      if ((await version()) < next) throw error;
    });
  }
}

const versions = "CREATE TABLE IF NOT EXISTS versions (version BIGINT PRIMARY KEY)";
