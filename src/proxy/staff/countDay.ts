import { houseOf } from "#lead/event.ts";
import type { DayCounts, HouseCounts, Today } from "#lead/staffAnswers.ts";
import type { StationEvent } from "#lead/station.ts";
import type { Status } from "#lead/submission.ts";
import type { Row, Value } from "../store/driver.ts";

const eventIn = (json: Value | undefined): StationEvent | null =>
  typeof json === "string" ? (JSON.parse(json) as StationEvent) : null;

/** The house of an event's JSON; undefined without one. */
export function houseIn(json: Value | undefined): string | undefined {
  const event = eventIn(json);
  return event === null ? undefined : houseOf(event);
}

/**
 * The counts of a day, whole and by house. `leads`: event, status, entries, with_agent; `parties`: event, parties. Two
 * events at one house on one day are one house: agents make them apart.
 */
export function countDay(leads: readonly Row[], parties: readonly Row[]): Today {
  const houses = new Map<string | undefined, { event: HouseCounts["event"]; leads: Row[]; parties: Row[] }>();
  const houseFor = (row: Row) => {
    const key = houseIn(row["event"]);
    const event = eventIn(row["event"]);
    const place = event && { address: event.address, date: event.date };
    const house = houses.get(key) ?? { event: place, leads: [], parties: [] };
    houses.set(key, house);
    return house;
  };
  // The address as most leads have it.
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
