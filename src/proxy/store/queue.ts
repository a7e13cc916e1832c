import type { Driver, Row } from "./driver/driver.ts";
import type { Entry } from "./outbox.ts";
import { parked, waiting } from "./statuses.ts";

/** A lead that is due, without its text: most of those that are read here wait for a free lane. */
export type Candidate = Pick<Entry, "id" | "station" | "walkIn" | "misses">;

/** Selects the leads to send next. */
export interface Queue {
  /**
   * Returns the leads that are due: those that staff entered after `freshSince`, and the next ones of each station,
   * where each lane gets its turn. At most `most` of each. If only one may go, the one that failed least often goes: a
   * lead that always fails must not be the only one that is tried.
   */
  readonly toSend: (
    now: number,
    freshSince: number,
    most: number,
  ) => Promise<{ readonly walkIns: readonly Candidate[]; readonly stations: readonly (readonly Candidate[])[] }>;
  /**
   * Returns how many visitors' leads of a lane or station are on their way, or are parked for one of these reasons; at most `most`.
   */
  readonly visitorsIn: (
    by: "lane" | "station",
    line: string,
    most: number,
    parkedFor?: readonly string[],
  ) => Promise<number>;
}

/** Takes one index step for each station, however many leads wait there. */
const stationsWaiting = `WITH RECURSIVE waiting (station) AS (
  SELECT min(station) FROM submissions WHERE status = 'accepted'
  UNION ALL
  SELECT (SELECT min(station) FROM submissions WHERE status = 'accepted' AND station > waiting.station)
  FROM waiting WHERE waiting.station IS NOT NULL
) SELECT station FROM waiting WHERE station IS NOT NULL`;

/** `+due_at` prevents SQLite from reading and sorting all due rows: another index already has the wanted order. */
export function queueIn({ query }: Driver): Queue {
  return {
    toSend: async (now, freshSince, most) => {
      const order = `${most === 1 ? "misses, " : ""}turn, accepted_at, id`;
      // Await both together: if one rejects while we await the other, the unhandled rejection would end the process.
      const [walkIns, stationRows] = await Promise.all([
        query(
          `SELECT id, station, walk_in, misses FROM submissions WHERE walk_in = 1 AND status = 'accepted' AND accepted_at > $1
           AND +due_at <= $2 ORDER BY ${order} LIMIT ${most}`,
          [freshSince, now],
        ),
        query(stationsWaiting),
      ]);
      const stations = await Promise.all(
        stationRows.map(({ station }) =>
          query(
            `SELECT id, station, walk_in, misses FROM submissions WHERE status = 'accepted' AND station = $1 AND +due_at <= $2
             ORDER BY ${order} LIMIT ${most}`,
            [station ?? null, now],
          ),
        ),
      );
      return { walkIns: walkIns.map(candidateOf), stations: stations.map((rows) => rows.map(candidateOf)) };
    },
    visitorsIn: async (by, line, most, parkedFor) => {
      const counted =
        parkedFor === undefined
          ? waiting
          : `${parked} AND reason IN (${parkedFor.map((_, index) => `$${index + 2}`).join()})`;
      const sql = `SELECT count(*) AS found FROM (SELECT 1 AS one FROM submissions
        WHERE ${by} = $1 AND walk_in = 0 AND ${counted} LIMIT ${most}) AS visitors`;
      return Number((await query(sql, [line, ...(parkedFor ?? [])]))[0]?.["found"]);
    },
  };
}

const candidateOf = ({ id, station, walk_in: walkIn, misses }: Row) => ({ id, station, walkIn, misses }) as Candidate;
