import { setImmediate as nextTurn } from "node:timers/promises";
import type { Acknowledgement } from "#lead/submission/acknowledgement.ts";
import type { Consent } from "#lead/submission/consent.ts";
import { textHash } from "../platform/textHash.ts";
import type { Driver, Row, Statement } from "./driver/driver.ts";
import { deleteOldEvents } from "./oldEvents.ts";
import { resealingIn } from "./resealing.ts";
import { done } from "./statuses.ts";
import { unreadableText } from "./driver/unreadable.ts";

export interface Retention {
  /**
   * Erases the personal data of leads that reached the CRM by `before`. Returns how many. Calls `failed` with
   * each lead that cannot be forgotten, and continues. Uses small transactions so that others can run in between.
   */
  readonly forget: (before: number, failed?: Failed) => Promise<number>;
  /**
   * Deletes what is no longer needed: keys and receipts, consent records, sessions, versions of stations, kiosks' keys,
   * and events.
   */
  readonly expire: (before: {
    readonly keys: number;
    readonly consents: number;
    readonly now: number;
    readonly versions?: number;
  }) => Promise<void>;
  /**
   * SQLite only: encrypts what an earlier version stored as plain text. Returns true when the files may still contain
   * it.
   */
  readonly sealOld: () => Promise<boolean>;
  /** Rewrites SQLite's file without old plain text, once after an upgrade. Accepts no lead meanwhile. */
  readonly scrub: () => Promise<void>;
}

type Failed = (id: string) => void;

const isReadText = (value: unknown): value is string => typeof value === "string" && value !== unreadableText;

/** Small enough that a new lead waits only milliseconds. */
const forgetMost = 50;
const walkMost = 500;
const deleteMost = 200;
/** The name in `kept` that says that `reach` contains nothing of a forgotten lead. */
const swept = "reach-swept";
/** Lets the next housekeeping delete the contacts whose lead is gone. */
export const unswept: Statement = ["DELETE FROM kept WHERE name = $1", [swept]];

/** Checked when read, and again when the lead is forgotten. A lead with a waiting or refused note is not finished. */
const forgettable = `${done} AND lead IS NOT NULL AND notes_due IS NULL AND notes_refused IS NULL AND changed_at`;

/** Earlier versions stored control characters; Postgres rejects NUL in text. */
const plain = (text: string) => text.replaceAll(/\p{Cc}/gu, " ");

/**
 * The retention of personal data. When a lead has been in the CRM for long enough, only two things stay: its key and
 * receipt, so that a late retry creates no second lead, and the consent record without a name. Parked leads, and those
 * with a note that the CRM refused, stay because they need a person. On SQLite, unused parts of the files may still
 * contain a forgotten lead in encrypted form; the key of its week is deleted within a week.
 */
export function retentionIn(driver: Driver): Retention {
  const { query, batch } = driver;
  const resealing = driver.dropKeys && resealingIn(driver);
  const keepText = (text: string): Statement => [
    "INSERT INTO shown_texts (hash, text) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
    [textHash(text), text.replaceAll("\0", " ")],
  ];
  /** Run them after `forgotten`: they do nothing when the lead had to stay. */
  const consentOf = ({ id, consent, acknowledgement }: Row): readonly Statement[] => {
    if (typeof consent !== "string") return [];
    const { version, text, language, at, by, channels } = JSON.parse(consent) as Consent;
    const read = isReadText(acknowledgement) ? (JSON.parse(acknowledgement) as Acknowledgement) : undefined;
    const nameless = read && {
      version: plain(read.version),
      hash: textHash(read.text),
      language: plain(read.language),
      at: read.at,
    };
    return [
      keepText(text),
      ...(read ? [keepText(read.text)] : []),
      [
        `INSERT INTO consents (submission, station, lead_id, version, text_hash, language, given_by, channels, given_at,
           recorded_at, acknowledgement)
         SELECT id, station, lead_id, $2, $3, $4, $5, $6, CAST($7 AS BIGINT), accepted_at, CAST($8 AS TEXT) FROM submissions
         WHERE id = $1 AND lead IS NULL ON CONFLICT DO NOTHING`,
        [
          ...[id ?? "", plain(version), textHash(text), plain(language), by, JSON.stringify(channels)],
          ...[Date.parse(at), nameless ? JSON.stringify(nameless) : null],
        ],
      ],
    ];
  };
  const forgotten = ({ id }: Row, before: number): Statement => [
    `UPDATE submissions SET lead = NULL, consent = NULL, acknowledgement = NULL, event = NULL, event_key = NULL, differences = NULL, same_phone_as = NULL,
       later_notes = NULL, issues = NULL, fingerprint = '', due_at = NULL WHERE id = $1 AND ${forgettable} <= $2 RETURNING id`,
    [id ?? "", before],
  ];
  const isKept = async (name: string) => (await query("SELECT 1 AS kept FROM kept WHERE name = $1", [name])).length > 0;
  const keep = (name: string) =>
    query("INSERT INTO kept (name, value) VALUES ($1, '') ON CONFLICT (name) DO NOTHING", [name]);
  /**
   * Forgets the rows in one transaction. On failure, splits them in halves down to the failing row. Returns the ids
   * that it forgot.
   */
  const forgetAll = async (rows: readonly Row[], before: number, failed: Failed): Promise<readonly string[]> => {
    if (rows.length === 0) return [];
    try {
      const [, ...updates] = await batch([
        unswept,
        ...rows.map((row) => forgotten(row, before)),
        ...rows.flatMap(consentOf),
      ]);
      return updates.slice(0, rows.length).flatMap((ids) => ids.map(({ id }) => String(id)));
    } catch {
      if (rows.length === 1) {
        failed(String(rows[0]?.["id"]));
        return [];
      }
      const half = Math.ceil(rows.length / 2);
      const first = await forgetAll(rows.slice(0, half), before, failed);
      return [...first, ...(await forgetAll(rows.slice(half), before, failed))];
    }
  };
  /** Returns the ids of the forgotten leads. */
  const forgetDue = async (before: number, failed: Failed): Promise<readonly string[]> => {
    const all: string[] = [];
    for (let [at, last] = [Number.MIN_SAFE_INTEGER, ""]; ;) {
      const rows = await query(
        `SELECT id, consent, acknowledgement, changed_at FROM submissions
         WHERE ${forgettable} <= $1 AND (changed_at, id) > ($2, $3)
         ORDER BY changed_at, id LIMIT ${forgetMost}`,
        [before, at, last],
      );
      all.push(...(await forgetAll(rows, before, failed)));
      if (rows.length < forgetMost) return all;
      [at, last] = [Number(rows.at(-1)?.["changed_at"]), String(rows.at(-1)?.["id"])];
      await nextTurn();
    }
  };
  /**
   * Deletes the contacts of forgotten leads in one pass over the table. An index by lead would cost more with every
   * accepted lead than this pass. Returns their ids.
   */
  const sweepReach = async (): Promise<readonly string[]> => {
    if (await isKept(swept)) return [];
    const all: string[] = [];
    for (let from: readonly string[] = ["", ""]; ;) {
      const [end] = await query(
        `SELECT value, submission FROM reach WHERE (value, submission) > ($1, $2)
         ORDER BY value, submission LIMIT 1 OFFSET ${walkMost}`,
        from,
      );
      const to = end && [String(end["value"]), String(end["submission"])];
      const strays = await query(
        `DELETE FROM reach WHERE (value, submission) > ($1, $2) ${to ? "AND (value, submission) <= ($3, $4)" : ""}
         AND NOT EXISTS (SELECT 1 FROM submissions WHERE id = submission AND lead IS NOT NULL) RETURNING submission`,
        [...from, ...(to ?? [])],
      );
      all.push(...strays.map(({ submission }) => String(submission)));
      if (to === undefined) break;
      from = to;
      await nextTurn();
    }
    await keep(swept);
    return all;
  };
  const deleteOld = async (table: string, key: string, age: string, before: number) => {
    const old = `SELECT ${key} FROM ${table} WHERE ${age} <= $1 LIMIT ${deleteMost}`;
    const sql = `DELETE FROM ${table} WHERE ${key} IN (${old}) RETURNING ${key}`;
    while ((await query(sql, [before])).length === deleteMost) await nextTurn();
  };
  return {
    forget: async (before, failed = () => {}) => {
      const all = new Set([...(await forgetDue(before, failed)), ...(await sweepReach())]);
      await resealing?.sealLate(before, failed);
      await driver.dropKeys?.();
      // On Postgres this does not block others.
      if (driver.shared && all.size > 0) await driver.scrub();
      return all.size;
    },
    sealOld: async () => (await resealing?.sealOld()) ?? false,
    scrub: async () => {
      await driver.scrub();
      await resealing?.scrubbed();
    },
    expire: async ({ keys, consents, now, versions = -1 }) => {
      await deleteOld("submissions", "id", "lead IS NULL AND changed_at", keys);
      await deleteOld("consents", "submission", "coalesce(recorded_at, given_at)", consents);
      await batch([
        ["DELETE FROM sessions WHERE expires_at <= $1", [now]],
        // What still waits on such a device would be refused.
        ["DELETE FROM devices WHERE seen_at <= $1", [versions]],
        ["DELETE FROM station_versions WHERE replaced_at <= $1", [versions]],
        ["DELETE FROM kiosk_keys WHERE replaced_at <= $1", [versions]],
      ]);
      await deleteOldEvents(driver, versions);
    },
  };
}
