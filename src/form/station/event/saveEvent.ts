import type { StationEvent } from "#lead/station/station.ts";
import { ask, refusalOf } from "../../browser/api.ts";
import { trimmedEvent } from "./trimmedEvent.ts";
import { withEvent } from "../eventNow.ts";
import { replaceStation } from "../loadStation.ts";
import type { FormStation } from "../useStation.ts";

/**
 * Stores a station's event; null removes the stored one. Changes nothing else, whatever this page has loaded: reads the
 * station first, and again if somebody saves it meanwhile. Throws a RequestError.
 */
export async function saveEvent(id: string, event: StationEvent | null): Promise<void> {
  const path = `/api/stations/${encodeURIComponent(id)}`;
  const station = await ask<FormStation>("GET", path);
  if (textOf(station.event) === textOf(event)) return;
  const next = withEvent(station, event && trimmedEvent(event));
  const seen = station.version === undefined ? {} : { "if-match": station.version };
  try {
    replaceStation(await ask<FormStation>("PUT", path, next, seen));
  } catch (error) {
    if (refusalOf(error)?.status !== 409) throw error;
    await saveEvent(id, event);
  }
}

const textOf = (event: StationEvent | null | undefined) => (event ? JSON.stringify(trimmedEvent(event)) : "");
