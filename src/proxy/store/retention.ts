import { createHash } from "node:crypto";
import type { Consent } from "#lead/consent.ts";
import type { Driver, Row, Statement } from "./driver.ts";

export interface Retention {
  /**
   * Forgets the people of leads that have been in the CRM for so long; answers how many. What cannot be forgotten holds
   * up no other, and is named to `failed`.
   */
  readonly forget: (before: number, failed?: (id: string) => void) => Promise<number>;
  /** Ends what has outlived its use: keys and receipts, consent records, sessions, versions of stations. */
  readonly expire: (before: {
    readonly keys: number;
    readonly consents: number;
    readonly now: number;
    readonly versions?: number;
  }) => Promise<void>;
  /** Takes what was forgotten out of the database's files. */
  readonly scrub: () => Promise<void>;
}

const most = 500;

/** Earlier versions kept control characters; Postgres takes no NUL in a text. */
const plain = (text: string) => text.replaceAll(/\p{Cc}/gu, " ");

/**
 * What is kept of a person, and until when. Once a lead has been in the CRM long enough only its key and receipt are
 * left, so that a late retry is still one lead, and the record of what was consented to, which names nobody. What is
 * parked needs a person, and stays.
 */
export function retentionIn({ query, batch, scrub }: Driver): Retention {
  const consentOf = ({ id, station, lead_id, consent, accepted_at }: Row): readonly Statement[] => {
    if (typeof consent !== "string") return [];
    const { version, text, language, at, by, channels } = JSON.parse(consent) as Consent;
    return [
      [
        `INSERT INTO consents (submission, station, lead_id, version, text_hash, language, given_by, channels, given_at,
           recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
        [
          id ?? "",
          station ?? "",
          lead_id ?? null,
          plain(version),
          createHash("sha256").update(text).digest("hex"),
          plain(language),
          by,
          JSON.stringify(channels),
          Date.parse(at),
          accepted_at ?? null,
        ],
      ],
    ];
  };
  const forgotten = ({ id }: Row): readonly Statement[] => [
    [
      `UPDATE submissions SET lead = NULL, consent = NULL, event = NULL, differences = NULL, same_phone_as = NULL, due_at = NULL
       WHERE id = $1`,
      [id ?? ""],
    ],
    ["DELETE FROM reach WHERE submission = $1", [id ?? ""]],
  ];
  /** Together, or half by half down to the row that fails. Answers which could not be forgotten. */
  const forgetAll = async (rows: readonly Row[]): Promise<readonly string[]> => {
    if (rows.length === 0) return [];
    try {
      await batch(rows.flatMap((row) => [...consentOf(row), ...forgotten(row)]));
      return [];
    } catch {
      if (rows.length === 1) return rows.map(({ id }) => String(id));
      const half = Math.ceil(rows.length / 2);
      return [...(await forgetAll(rows.slice(0, half))), ...(await forgetAll(rows.slice(half)))];
    }
  };
  return {
    scrub,
    forget: async (before, failed = () => {}) => {
      let total = 0;
      for (let last = ""; ;) {
        const rows = await query(
          `SELECT id, station, lead_id, consent, accepted_at FROM submissions
           WHERE status IN ('delivered', 'confirmed') AND lead IS NOT NULL AND changed_at <= $1 AND id > $2
           ORDER BY id LIMIT ${most}`,
          [before, last],
        );
        const stuck = await forgetAll(rows);
        for (const id of stuck) failed(id);
        total += rows.length - stuck.length;
        if (rows.length < most) break;
        last = String(rows.at(-1)?.["id"]);
      }
      // An earlier version kept them of a late retry.
      const strays = await query(
        `DELETE FROM reach WHERE NOT EXISTS (SELECT 1 FROM submissions WHERE id = submission AND lead IS NOT NULL)
         RETURNING submission`,
      );
      return total + new Set(strays.map(({ submission }) => submission)).size;
    },
    expire: async ({ keys, consents, now, versions = -1 }) => {
      await batch([
        ["DELETE FROM submissions WHERE lead IS NULL AND changed_at <= $1", [keys]],
        ["DELETE FROM consents WHERE coalesce(recorded_at, given_at) <= $1", [consents]],
        ["DELETE FROM sessions WHERE expires_at <= $1", [now]],
        ["DELETE FROM station_versions WHERE replaced_at <= $1", [versions]],
      ]);
    },
  };
}
