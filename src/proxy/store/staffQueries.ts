import type { Match } from "#lead/submission/duplicates.ts";
import type { Today } from "#lead/submission/staffAnswers.ts";
import type { Status } from "#lead/submission/submission.ts";
import { countDay, houseIn } from "./countDay.ts";
import type { Reach } from "./reach.ts";
import { nameIn } from "./nameIn.ts";
import type { Driver, Row } from "./driver/driver.ts";
import { parked } from "./statuses.ts";

export interface StaffQueries {
  /**
   * Returns earlier submissions of people with one of these contacts, each once, newest first. Values are in stored
   * form.
   */
  readonly matches: (reach: readonly Reach[]) => Promise<readonly Match[]>;
  /** Returns the counts since `since` (ms), at one station or all. */
  readonly today: (station: string | undefined, since: number) => Promise<Today>;
  /** Returns the newest leads of a place since `since` (ms), at most `most`; of parked ones the oldest. Leaves forgotten ones out. */
  readonly taken: (place: TakenAt, since: number, most: number) => Promise<readonly Taken[]>;
  /** Counts groups that gave no name, once for each id. A negative count that exceeds the total does nothing. */
  readonly addParties: (parties: Parties) => Promise<void>;
}

/** Which leads of a day. */
export interface TakenAt {
  /** Undefined: at all stations. */
  readonly station?: string | undefined;
  /**
   * Only leads of the houses with these keys (lead/station/event.ts), at every station. The key "" stands for leads of no
   * house, at the station. An empty list selects no lead.
   */
  readonly houses?: readonly string[] | undefined;
  /** Only those that need a person. */
  readonly isParked?: boolean;
}

/** A lead with its person. Texts are JSON. */
export interface Taken {
  readonly id: string;
  readonly station: string;
  readonly status: Status;
  readonly reason: string | null;
  readonly leadId: string | null;
  readonly lead: string;
  readonly consent: string | null;
  readonly event: string | null;
  readonly capturedAt: number;
  readonly acceptedAt: number;
  /** 0: a visitor entered it, 1: staff did, 2: it is from paper or a file. */
  readonly walkIn: number;
}

export interface Parties {
  /** Older pages send none. */
  readonly id?: string | undefined;
  readonly station: string;
  readonly count: number;
  /** Start of the day, in ms. */
  readonly since: number;
  /** Their event, as JSON. */
  readonly event: string | undefined;
}

const mostMatches = 20;
/** The event of a lead that has no number for it. */
const withoutKey = "CASE WHEN event_key IS NULL THEN event END";

/** The queries of staff's pages. */
export function staffQueriesIn({ query, personal }: Driver, now: () => number): StaffQueries {
  const partiesAt = (station: string | undefined, since: number) =>
    query(
      `SELECT event, sum(parties) AS parties FROM unnamed_parties WHERE counted_at >= $1 AND station LIKE $2
       GROUP BY event`,
      [since, station ?? "%"],
    );
  /** Returns the day's events at these houses, as JSON. Agents may spell one house differently. */
  const eventsAt = async (houses: readonly string[], since: number) => {
    if (houses.every((house) => house === "")) return [];
    const rows = await query("SELECT DISTINCT event FROM submissions WHERE captured_at >= $1", [since]);
    return rows.flatMap(({ event }) =>
      event !== null && houses.includes(houseIn(event) ?? "") ? [String(event)] : [],
    );
  };
  return {
    matches: async (reach) => {
      if (reach.length === 0) return [];
      const values = reach.map((_, index) => `(CAST($${index + 1} AS TEXT))`).join();
      const rows = await query(
        `WITH asked (value) AS (VALUES ${values}), ways (asked, value) AS (${personal.marks})
         SELECT kind, ways.asked AS value, id, status, lead_id, lead, station, accepted_at
         FROM ways JOIN reach ON reach.value = ways.value JOIN submissions ON id = submission
         ORDER BY accepted_at DESC, id, kind LIMIT ${mostMatches}`,
        reach.map(({ value }) => value),
      );
      return rows.map(matchOf).filter(({ id }, index, all) => all[index - 1]?.id !== id);
    },
    today: async (station, since) => {
      const [at, values] = placeOf(station, since);
      const leads = await query(
        // Groups by the number of each event (eventKey.ts). Leads of older versions have none: they are grouped by its text.
        `WITH counted AS (
           SELECT status, event_key, ${withoutKey} AS event, count(*) AS entries,
             sum(with_agent) AS with_agent, min(captured_at) AS first
           FROM submissions WHERE ${at} GROUP BY status, event_key, ${withoutKey})
         SELECT status, entries, with_agent, coalesce(event, (
           SELECT event FROM submissions AS one
           WHERE one.captured_at = counted.first AND one.event_key = counted.event_key LIMIT 1)) AS event
         FROM counted`,
        values,
      );
      return countDay(leads, await partiesAt(station, since));
    },
    taken: async (place, since, most) => {
      const events = await eventsAt(place.houses ?? [], since);
      const [at, values] = takenAt(place, since, events);
      const order = place.isParked ? "ASC" : "DESC";
      // Only these rows are decrypted.
      const rows = await query(
        `SELECT id, station, status, reason, lead_id AS "leadId", lead, consent, event, captured_at AS "capturedAt",
           accepted_at AS "acceptedAt", walk_in AS "walkIn"
         FROM submissions WHERE ${at} AND lead IS NOT NULL ORDER BY captured_at ${order}, id LIMIT ${most}`,
        values,
      );
      return rows as unknown as readonly Taken[];
    },
    addParties: async ({ id, station, count, since, event }) => {
      const house = houseIn(event ?? null);
      const there = (await partiesAt(station, since)).filter((row) => houseIn(row["event"]) === house);
      if (count + there.reduce((total, { parties }) => total + Number(parties), 0) < 0) return;
      await query(
        `INSERT INTO unnamed_parties (station, counted_at, parties, event, id) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO NOTHING`,
        [...[station, now(), count, event ?? null], id ?? null],
      );
    },
  };
}

/** Returns the condition for the leads since `since` at one station or all, and its values. */
const placeOf = (station: string | undefined, since: number): readonly [string, readonly (string | number)[]] =>
  station === undefined ? ["captured_at >= $1", [since]] : ["captured_at >= $1 AND station = $2", [since, station]];

/** Returns the condition for the leads of a place, and its values. `events` are those of its houses. */
function takenAt(
  { station, houses, isParked = false }: TakenAt,
  since: number,
  events: readonly string[],
): readonly [string, readonly (string | number)[]] {
  const values: (string | number)[] = [since];
  const given = (value: string | number) => `$${values.push(value)}`;
  const ofStation = () => (station === undefined ? [] : [`station = ${given(station)}`]);
  const inHouses = events.length > 0 ? [`event IN (${events.map(given).join()})`] : [];
  const inNone = () => (houses?.includes("") ? [["event IS NULL", ...ofStation()].join(" AND ")] : []);
  const parts = [
    "captured_at >= $1",
    ...(houses ? [`(${[...inHouses, ...inNone()].join(" OR ") || "false"})`] : ofStation()),
    ...(isParked ? [parked] : []),
  ];
  return [parts.join(" AND "), values];
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
