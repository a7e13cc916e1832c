import { setImmediate as nextTurn } from "node:timers/promises";
import type { JsonObject } from "#lead/json.ts";
import { reachOf, type Reach } from "./reach.ts";
import { insertReach } from "./arrivals.ts";
import type { Driver, Row, Statement } from "./driver/driver.ts";
import { keptIn } from "./kept.ts";
import { sealAgain, weekIn, weekOf } from "./driver/personal.ts";

/** Encrypts leads with the key of another week, on SQLite. */
export interface Resealing {
  /**
   * Moves leads whose week is older than that of `before` to that week. They are still stored because they need, or
   * needed, a person. Then no key is older than its week plus the retention. Calls `failed` with each lead that cannot
   * be moved.
   */
  readonly sealLate: (before: number, failed: (id: string) => void) => Promise<void>;
  /**
   * Encrypts what an earlier version stored as plain text. Returns true when the files may still contain plain text.
   */
  readonly sealOld: () => Promise<boolean>;
  /** Call it when the files contain no such text any more. */
  readonly scrubbed: () => Promise<void>;
}

/** Small enough that a new lead waits only milliseconds. */
const rowsMost = 50;
const reachMost = 500;
/** The name in `kept` that says that the files contain no plain text of earlier versions. */
const allSealed = "all-sealed";
/** A mark starts with ~ and has no @ (sealing.ts). An email address has an @, and a phone has digits only. */
const isText = "(value NOT LIKE '~%' OR value LIKE '%@%')";

export function resealingIn(driver: Driver): Resealing {
  const { query, batch, personal } = driver;
  const kept = keptIn(driver);
  /** Encrypted by this process, but the file is not rewritten yet. */
  let isDone = false;

  const move = ({ id = "", fingerprint, lead, week = 0 }: Row, to: number): readonly Statement[] => {
    const reach = reachIn(String(lead));
    return [
      ...reach.map(({ value }): Statement => [
        `DELETE FROM reach WHERE submission = $1 AND value = ${personal.mark("$2", "$3")}`,
        [id, value, week],
      ]),
      [`UPDATE submissions SET ${sealAgain("$2")} WHERE id = $1`, [id, to]],
      ...insertReach([{ id: String(id), fingerprint: String(fingerprint), reach }], personal),
    ];
  };
  const moveAll = async (rows: readonly Row[], to: number, failed: (id: string) => void): Promise<void> => {
    try {
      await batch(rows.flatMap((row) => move(row, to)));
    } catch {
      const [only] = rows;
      if (rows.length === 1) failed(String(only?.["id"]));
      else for (const row of rows) await moveAll([row], to, failed);
    }
  };

  const sealRows = async () => {
    const [last] = await query("SELECT max(rowid) AS number FROM submissions");
    for (let from = 0; from < Number(last?.["number"]); from += rowsMost) {
      const these = "rowid > $1 AND rowid <= $2 AND lead IS NOT NULL";
      const place = [from, from + rowsMost];
      const fingerprint = personal.seal("fingerprint", "fingerprint", "id", "week");
      await batch([
        [`UPDATE submissions SET ${sealAgain(weekIn("accepted_at"))} WHERE ${these} AND week IS NULL`, place],
        // The version before encrypted everything else.
        [
          `UPDATE submissions SET fingerprint = ${fingerprint}
           WHERE ${these} AND week IS NOT NULL AND typeof(fingerprint) = 'text'`,
          place,
        ],
      ]);
      await nextTurn();
    }
  };
  /** Replaces each value by its mark, and deletes the values of forgotten leads. */
  const sealReach = async () => {
    for (let from: readonly string[] = ["", ""]; ;) {
      const [end] = await query(
        `SELECT value, submission FROM reach WHERE (value, submission) > ($1, $2)
         ORDER BY value, submission LIMIT 1 OFFSET ${reachMost}`,
        from,
      );
      const to = end && [String(end["value"]), String(end["submission"])];
      const part = `(value, submission) > ($1, $2) ${to ? "AND (value, submission) <= ($3, $4)" : ""} AND ${isText}`;
      await batch([
        [
          `INSERT INTO reach (submission, kind, value) SELECT submission, kind, ${personal.mark("value", "week")}
           FROM reach JOIN submissions ON id = submission
           WHERE ${part} AND lead IS NOT NULL AND week IS NOT NULL ON CONFLICT DO NOTHING`,
          [...from, ...(to ?? [])],
        ],
        [`DELETE FROM reach WHERE ${part}`, [...from, ...(to ?? [])]],
      ]);
      if (to === undefined) return;
      from = to;
      await nextTurn();
    }
  };

  return {
    sealLate: async (before, failed) => {
      const to = weekOf(before);
      for (let [week, row] = [-1, -1]; ;) {
        const rows = await query(
          `SELECT rowid AS number, id, fingerprint, lead, week FROM submissions
           WHERE lead IS NOT NULL AND week < $1 AND (week, rowid) > ($2, $3) ORDER BY week, rowid LIMIT ${rowsMost}`,
          [to, week, row],
        );
        if (rows.length === 0) return;
        await moveAll(rows, to, failed);
        [week, row] = [Number(rows.at(-1)?.["week"]), Number(rows.at(-1)?.["number"])];
        await nextTurn();
      }
    },
    sealOld: async () => {
      if ((await kept.read(allSealed)) !== undefined) return false;
      if (!isDone) {
        await sealRows();
        await sealReach();
      }
      isDone = true;
      return true;
    },
    scrubbed: async () => void (await kept.readOr(allSealed, "")),
  };
}

/** A damaged lead has no contacts. Encrypting it again fails. */
function reachIn(lead: string): readonly Reach[] {
  try {
    return reachOf(JSON.parse(lead) as JsonObject);
  } catch {
    return [];
  }
}
