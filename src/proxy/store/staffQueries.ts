import type { Match, Today } from "#lead/staffAnswers.ts";
import type { Status } from "#lead/submission.ts";
import { countDay, houseIn } from "../staff/countDay.ts";
import type { Reach } from "../staff/reach.ts";
import { nameIn } from "../staff/nameIn.ts";
import type { Driver, Row } from "./driver.ts";

export interface StaffQueries {
  /** Earlier submissions of people reached in one of these ways, each once, newest first; values as kept. */
  readonly matches: (reach: readonly Reach[]) => Promise<readonly Match[]>;
  /** The counts since a time (milliseconds), at one station or all. */
  readonly today: (station: string | undefined, since: number) => Promise<Today>;
  /** Counts parties that gave no name; taking back more than were counted does nothing. */
  readonly addParties: (parties: Parties) => Promise<void>;
}

export interface Parties {
  readonly station: string;
  readonly count: number;
  /** Milliseconds: when the day began. */
  readonly since: number;
  /** The event they came to, as JSON. */
  readonly event: string | undefined;
}

const mostMatches = 20;
/** Compact JSON escapes every quote inside a text, so this is found in no answer but the question's own. */
const saidYes = (question: string) => `lead LIKE '%"${question}":"Yes"%'`;

/** What staff ask the store. */
export function staffQueriesIn({ query }: Driver, now: () => number): StaffQueries {
  const partiesAt = (station: string | undefined, since: number) =>
    query(
      `SELECT event, sum(parties) AS parties FROM unnamed_parties WHERE counted_at >= $1 AND station LIKE $2
       GROUP BY event`,
      [since, station ?? "%"],
    );
  return {
    matches: async (reach) => {
      if (reach.length === 0) return [];
      const values = reach.map((_, index) => `$${index + 1}`).join();
      const rows = await query(
        `SELECT kind, value, id, status, lead_id, lead, station, accepted_at
         FROM reach JOIN submissions ON id = submission
         WHERE value IN (${values}) ORDER BY accepted_at DESC, id, kind LIMIT ${mostMatches}`,
        reach.map(({ value }) => value),
      );
      return rows.map(matchOf).filter(({ id }, index, all) => all[index - 1]?.id !== id);
    },
    today: async (station, since) => {
      const leads = await query(
        `SELECT event, status, count(*) AS entries,
           sum(CASE WHEN ${saidYes("withBuyerAgent")} OR ${saidYes("withListingAgent")} THEN 1 ELSE 0 END) AS with_agent
         FROM submissions WHERE captured_at >= $1 AND station LIKE $2 GROUP BY event, status`,
        [since, station ?? "%"],
      );
      return countDay(leads, await partiesAt(station, since));
    },
    addParties: async ({ station, count, since, event }) => {
      const house = houseIn(event ?? null);
      const there = (await partiesAt(station, since)).filter((row) => houseIn(row["event"]) === house);
      if (count + there.reduce((total, { parties }) => total + Number(parties), 0) < 0) return;
      await query("INSERT INTO unnamed_parties (station, counted_at, parties, event) VALUES ($1, $2, $3, $4)", [
        ...[station, now(), count, event ?? null],
      ]);
    },
  };
}

function matchOf(row: Row): Match {
  const name = nameIn(row["lead"]);
  const initials = name.split(" ").flatMap((word) => [...word].slice(0, 1));
  return {
    by: row["kind"] as Reach["kind"],
    value: String(row["value"]),
    id: String(row["id"]),
    status: row["status"] as Status,
    ...(row["lead_id"] === null ? {} : { leadId: String(row["lead_id"]) }),
    name,
    initials: initials.join("").toUpperCase(),
    station: String(row["station"]),
    at: new Date(Number(row["accepted_at"])).toISOString(),
  };
}
