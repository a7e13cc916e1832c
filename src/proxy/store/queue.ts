import type { Driver, Row } from "./driver.ts";
import type { Entry } from "./outbox.ts";

/** Who is sent next, of those who wait. */
export interface Queue {
  /**
   * Leads that are due to be sent: those that staff typed after `freshSince`, and the next of every station, where each
   * session or address has its turn. At most `most` of each.
   */
  readonly toSend: (
    now: number,
    freshSince: number,
    most: number,
  ) => Promise<{ readonly walkIns: readonly Entry[]; readonly stations: readonly (readonly Entry[])[] }>;
  /** How many of a line are on their way, at most `most`. */
  readonly openIn: (lane: string, most: number) => Promise<number>;
}

/** One step of the index a station, however many leads wait there. */
const stationsWaiting = `WITH RECURSIVE waiting (station) AS (
  SELECT min(station) FROM submissions WHERE status = 'accepted'
  UNION ALL
  SELECT (SELECT min(station) FROM submissions WHERE status = 'accepted' AND station > waiting.station)
  FROM waiting WHERE waiting.station IS NOT NULL
) SELECT station FROM waiting WHERE station IS NOT NULL`;

export function queueIn({ query }: Driver, columns: string, entryOf: (row: Row) => Entry): Queue {
  return {
    toSend: async (now, freshSince, most) => {
      // Together: a query that fails while another is awaited would be nobody's, and end the process.
      const [walkIns, waiting] = await Promise.all([
        query(
          `SELECT ${columns} FROM submissions WHERE walk_in = 1 AND status = 'accepted' AND accepted_at > $1
           AND due_at <= $2 ORDER BY turn, accepted_at, id LIMIT ${most}`,
          [freshSince, now],
        ),
        query(stationsWaiting),
      ]);
      const stations = await Promise.all(
        waiting.map(({ station }) =>
          query(
            `SELECT ${columns} FROM submissions WHERE status = 'accepted' AND station = $1 AND due_at <= $2
             ORDER BY turn, accepted_at, id LIMIT ${most}`,
            [station ?? null, now],
          ),
        ),
      );
      return { walkIns: walkIns.map(entryOf), stations: stations.map((rows) => rows.map(entryOf)) };
    },
    openIn: async (lane, most) => {
      const sql = `SELECT count(*) AS open FROM (SELECT 1 AS one FROM submissions
        WHERE lane = $1 AND status IN ('accepted', 'sending', 'unknown') LIMIT ${most}) AS found`;
      return Number((await query(sql, [lane]))[0]?.["open"]);
    },
  };
}
