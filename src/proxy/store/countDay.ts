import { houseOf } from "#lead/station/event.ts";
import type { DayCounts, HouseCounts, Today } from "#lead/submission/staffAnswers.ts";
import type { StationEvent } from "#lead/station/station.ts";
import type { Status } from "#lead/submission/submission.ts";
import type { Row, Value } from "./driver/driver.ts";

const eventIn = (json: Value | undefined): StationEvent | null =>
  typeof json === "string" ? (JSON.parse(json) as StationEvent) : null;

/** Returns the key of the house of an event's JSON; undefined without an event. */
export function houseIn(json: Value | undefined): string | undefined {
  const event = eventIn(json);
  return event === null ? undefined : houseOf(event);
}

/**
 * Returns the counts of a day, in total and for each house. `leads` has the columns event, status, entries, with_agent;
 * `parties` has event, parties. Several events at one address on one day count as one house, because agents may each
 * create one.
 */
export function countDay(leads: readonly Row[], parties: readonly Row[]): Today {
  const houses = new Map<string | undefined, { event: HouseCounts["event"]; leads: Row[]; parties: Row[] }>();
  const houseFor = (row: Row) => {
    const key = houseIn(row["event"]);
    const event = eventIn(row["event"]);
    const hours = event?.hours === undefined ? {} : { hours: event.hours };
    const place = event && { address: event.address, date: event.date, ...hours };
    const house = houses.get(key) ?? { event: place, leads: [], parties: [] };
    houses.set(key, house);
    return house;
  };
  // Uses the spelling of the address that most leads have.
  const byEntries = leads.toSorted((one, other) => Number(other["entries"]) - Number(one["entries"]));
  for (const row of byEntries) houseFor(row).leads.push(row);
  for (const row of parties) houseFor(row).parties.push(row);
  return {
    ...countRows(leads, parties),
    houses: [...houses.values()].map(({ event, ...rows }) => ({ event, ...countRows(rows.leads, rows.parties) })),
  };
}

function countRows(leads: readonly Row[], parties: readonly Row[]): DayCounts {
  const sum = (column: string, ...among: readonly Status[]) =>
    leads
      .filter(({ status }) => among.length === 0 || among.includes(status as Status))
      .reduce((total, row) => total + Number(row[column]), 0);
  const signedIn = sum("entries");
  return {
    groups: signedIn + parties.reduce((total, row) => total + Number(row["parties"]), 0),
    signedIn,
    withAgent: sum("with_agent"),
    waiting: sum("entries", "accepted", "sending", "unknown"),
    inLofty: sum("entries", "delivered", "confirmed"),
    needsYou: sum("entries", "parked"),
  };
}
