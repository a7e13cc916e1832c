import { reachInPostgres, reachInSqlite } from "./reachSteps.ts";

/**
 * The migrations from an empty database to the current schema, in order. A released step is never changed. `shared`:
 * the database is Postgres.
 */
export const stepsOf = (shared: boolean): readonly (readonly string[])[] => [
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
    // The contacts of each lead, for the duplicate check. Deleted together with the lead's values.
    `CREATE TABLE reach (submission TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (submission, value))`,
    `CREATE INDEX reach_value ON reach (value)`,
    `CREATE TABLE unnamed_parties (station TEXT NOT NULL, counted_at BIGINT NOT NULL, parties BIGINT NOT NULL)`,
    `CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
    `ALTER TABLE sessions ADD COLUMN replaces TEXT`,
    `CREATE INDEX submissions_captured ON submissions (captured_at)`,
    // The record of a consent after its lead was forgotten: text hash, channels, lead id. No name.
    `CREATE TABLE consents (
      submission TEXT PRIMARY KEY, station TEXT NOT NULL, lead_id TEXT, version TEXT NOT NULL, text_hash TEXT NOT NULL,
      language TEXT NOT NULL, given_by TEXT NOT NULL, channels TEXT NOT NULL, given_at BIGINT NOT NULL)`,
  ],
  [`ALTER TABLE submissions ADD COLUMN device_captured_at BIGINT`],
  [
    // Retention counts from our time, because a tablet's clock may say 1970.
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
    // Old versions of a station, to validate leads that wait on a device. `replaced_at` is null for the current one.
    `CREATE TABLE station_versions (
      station TEXT NOT NULL, version TEXT NOT NULL, content TEXT NOT NULL, replaced_at BIGINT,
      PRIMARY KEY (station, version))`,
  ],
  [
    // Since when an entry is on its way. For entries from before this step, it starts at their last change.
    `ALTER TABLE submissions ADD COLUMN open_since BIGINT NOT NULL DEFAULT 0`,
    `UPDATE submissions SET open_since = changed_at`,
  ],
  [
    // `lane`: a session or an address at a station. `turn`: the place in the lane. `walk_in`: staff entered the lead.
    `ALTER TABLE submissions ADD COLUMN lane TEXT`,
    `ALTER TABLE submissions ADD COLUMN turn BIGINT NOT NULL DEFAULT 0`,
    `ALTER TABLE submissions ADD COLUMN walk_in BIGINT NOT NULL DEFAULT 0`,
    `CREATE INDEX submissions_turn ON submissions (status, station, turn, accepted_at)`,
    `CREATE INDEX submissions_lane ON submissions (lane, status, turn)`,
    `CREATE INDEX submissions_walk_in ON submissions (accepted_at) WHERE walk_in = 1 AND status = 'accepted'`,
  ],
  [
    // Each index covers one kind of query only. Most rows are in the CRM and are rarely read.
    ...["due", "open", "turn", "lane", "walk_in"].map((name) => `DROP INDEX submissions_${name}`),
    `CREATE INDEX submissions_waiting ON submissions (accepted_at, status)
      WHERE (status = 'accepted' OR status = 'sending' OR status = 'unknown')`,
    `CREATE INDEX submissions_parked ON submissions (accepted_at, reason) WHERE status = 'parked'`,
    `CREATE INDEX submissions_delivered ON submissions (changed_at) WHERE status = 'delivered'`,
    `CREATE INDEX submissions_confirmed ON submissions (changed_at) WHERE status = 'confirmed'`,
    `CREATE INDEX submissions_due ON submissions (status, due_at) WHERE due_at IS NOT NULL`,
    `CREATE INDEX submissions_turn ON submissions (station, turn, accepted_at) WHERE status = 'accepted'`,
    `CREATE INDEX submissions_lane ON submissions (lane, status, turn)
      WHERE (status = 'accepted' OR status = 'sending' OR status = 'unknown')`,
    `CREATE INDEX submissions_walk_in ON submissions (walk_in, accepted_at) WHERE walk_in = 1 AND status = 'accepted'`,
    // The leads that retention will forget, and those already forgotten.
    `CREATE INDEX submissions_held ON submissions (changed_at)
      WHERE (status = 'delivered' OR status = 'confirmed') AND lead IS NOT NULL`,
    `CREATE INDEX submissions_empty ON submissions (changed_at) WHERE lead IS NULL`,
    `CREATE INDEX consents_age ON consents ((coalesce(recorded_at, given_at)))`,
    ...(shared ? reachInPostgres : reachInSqlite),
  ],
  [
    // Counts the visitors' leads that wait at a station.
    `CREATE INDEX submissions_visitors ON submissions (station)
      WHERE walk_in = 0 AND (status = 'accepted' OR status = 'sending' OR status = 'unknown')`,
  ],
  // The week of the key that encrypts a lead; null while it is not encrypted.
  shared
    ? []
    : [
        `ALTER TABLE submissions ADD COLUMN week BIGINT`,
        `CREATE INDEX submissions_week ON submissions (week) WHERE lead IS NOT NULL AND week IS NOT NULL`,
        `DELETE FROM kept WHERE name = 'scrubbed'`,
        // A new database never contained a lead as plain text (resealing.ts).
        `INSERT INTO kept (name, value) SELECT 'all-sealed', '' WHERE NOT EXISTS (SELECT 1 FROM submissions)`,
      ],
  // The weeks whose keys this database has used. It may delete only these keys.
  shared
    ? []
    : [
        `CREATE TABLE own_weeks (week BIGINT PRIMARY KEY)`,
        `INSERT INTO own_weeks (week) SELECT DISTINCT week FROM submissions WHERE week IS NOT NULL`,
        ...["INSERT", "UPDATE OF week"].map(
          (change) => `CREATE TRIGGER own_week_${change.slice(0, 6).toLowerCase()} AFTER ${change} ON submissions
            WHEN NEW.week IS NOT NULL AND NOT EXISTS (SELECT 1 FROM own_weeks WHERE week = NEW.week)
            BEGIN INSERT INTO own_weeks (week) VALUES (NEW.week); END`,
        ),
      ],
  [
    // A phone number can be guessed from this hash of the body (resealing.ts encrypts it while the lead is kept).
    `UPDATE submissions SET fingerprint = '' WHERE lead IS NULL`,
    ...(shared ? [] : [`DELETE FROM kept WHERE name = 'all-sealed' AND EXISTS (SELECT 1 FROM submissions)`]),
  ],
  [
    // Notes that staff added later: JSON. `notes_due`: when the relay handles the next one.
    `ALTER TABLE submissions ADD COLUMN later_notes TEXT`,
    `ALTER TABLE submissions ADD COLUMN notes_due BIGINT`,
    `ALTER TABLE submissions ADD COLUMN notes_version BIGINT NOT NULL DEFAULT 0`,
    `CREATE INDEX submissions_notes ON submissions (notes_due) WHERE notes_due IS NOT NULL`,
    // 1: the person works with an agent. Counts of a day need not decrypt the leads. Null in leads from before.
    `ALTER TABLE submissions ADD COLUMN with_agent BIGINT`,
  ],
  [
    // Private keys, as JWK, to which kiosks seal their leads. `replaced_at` is null for the current one.
    `CREATE TABLE kiosk_keys (kid TEXT PRIMARY KEY, key TEXT NOT NULL, made_at BIGINT NOT NULL, replaced_at BIGINT)`,
    // Why a sealed lead was parked: JSON of `Issue[]`.
    `ALTER TABLE submissions ADD COLUMN issues TEXT`,
  ],
  [
    // Staff's devices and kiosks, as they last reported. A session keeps its device when it is renewed.
    `CREATE TABLE devices (
      id TEXT PRIMARY KEY, number BIGINT NOT NULL, name TEXT, role TEXT NOT NULL, kind TEXT NOT NULL, station TEXT,
      house TEXT, build TEXT NOT NULL, unsent BIGINT NOT NULL, seen_at BIGINT NOT NULL, revoked_at BIGINT)`,
    `ALTER TABLE sessions ADD COLUMN device TEXT`,
  ],
  // The event of a form link's session.
  [`ALTER TABLE sessions ADD COLUMN event TEXT`],
  [
    // What people opted out of (optOuts.ts).
    `CREATE TABLE opt_outs (
      mark TEXT NOT NULL, way TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, at BIGINT NOT NULL,
      PRIMARY KEY (mark, way, source, kind))`,
    `CREATE INDEX opt_outs_source ON opt_outs (source)`,
    // The texts of forgotten leads' consents and acknowledgements, by their hash.
    `CREATE TABLE shown_texts (hash TEXT PRIMARY KEY, text TEXT NOT NULL)`,
    `ALTER TABLE submissions ADD COLUMN acknowledgement TEXT`,
    `ALTER TABLE consents ADD COLUMN acknowledgement TEXT`,
  ],
  // The version of its station that a device has.
  [`ALTER TABLE devices ADD COLUMN station_version TEXT`],
  [
    // Fills in `with_agent` for the last two days only, because nobody counts older ones.
    `UPDATE submissions SET with_agent = CASE WHEN ${saidYes(shared, "Buyer")} OR ${saidYes(shared, "Listing")} THEN 1 ELSE 0 END
      WHERE with_agent IS NULL AND lead IS NOT NULL
        AND captured_at > (SELECT max(captured_at) - 172800000 FROM submissions)`,
    // Covers the queries that count a day, so that they read no lead.
    `DROP INDEX submissions_captured`,
    `CREATE INDEX submissions_day ON submissions (captured_at, station, status, with_agent, event)`,
  ],
  [
    // When the newest note refused by the CRM was written. Staff handle it.
    `ALTER TABLE submissions ADD COLUMN notes_refused BIGINT`,
    `CREATE INDEX submissions_notes_refused ON submissions (notes_refused) WHERE notes_refused IS NOT NULL`,
  ],
  [
    // The id of the press that counted the group, so that a request sent again counts once. Null in older counts.
    `ALTER TABLE unnamed_parties ADD COLUMN id TEXT`,
    `CREATE UNIQUE INDEX unnamed_parties_id ON unnamed_parties (id)`,
  ],
  // The order of opt-outs and lifts (optOuts.ts). Null in rows from before: their time counts.
  [`ALTER TABLE opt_outs ADD COLUMN turn BIGINT`],
  // When staff said that a device is put away. Null once it is heard from again.
  [`ALTER TABLE devices ADD COLUMN put_away_at BIGINT`],
  [
    // A number for the event (eventKey.ts). Null in leads from before.
    `ALTER TABLE submissions ADD COLUMN event_key BIGINT`,
    `DROP INDEX submissions_day`,
    `CREATE INDEX submissions_day ON submissions (captured_at, station, status, with_agent, event_key, event)`,
  ],
];

/** Compact JSON escapes every quote inside a text, so this pattern matches only the answer to that question. */
const saidYes = (shared: boolean, kind: "Buyer" | "Listing") =>
  `${shared ? "lead" : "foyer_open('lead', lead, id)"} LIKE '%"with${kind}Agent":"Yes"%'`;
