import { isVisited } from "#lead/station/allowed.ts";
import { ask, refusalOf } from "../browser/api.ts";
import { failedUntilAgain } from "../browser/askAgain.ts";
import { recall } from "../browser/device.ts";
import { pageData, settled } from "../browser/pageData.ts";
import { keepCopy, orLast } from "./orLast.ts";
import type { FormStation } from "./useStation.ts";

/**
 * Returns the station of a page from the proxy: the full station if this device has it in the same version, else the
 * one that visitors see. Undefined if the page has no such station.
 */
export function stationOfPage(id: string): FormStation | undefined {
  const station = pageData()?.station as FormStation | undefined;
  if (station?.id !== id || loading.has(id)) return undefined;
  // `pageData` is never a form link's, so this key is right. Do not call `keyOf` here: the proxy renders this too, and
  // has no `window.location`.
  const kept = isVisited(station) ? undefined : recall<FormStation>(`station:${id}`);
  return kept !== undefined && kept.version === station.version ? kept : station;
}

const loading = new Map<string, Promise<FormStation>>();

/**
 * Returns the station from the proxy. If the proxy cannot be reached, returns the copy on this device. Requested once
 * per page load. Rejects with a RequestError.
 */
export function loadStation(id: string): Promise<FormStation> {
  const known = loading.get(id);
  if (known) return known;
  const asked = orLast(keyOf(id), fetchStation(id), () => lastSeen(id), "stations").then(withBrand);
  loading.set(id, asked);
  asked.catch(() => failedUntilAgain(() => loading.delete(id)));
  return asked;
}

const orRemoved = new WeakMap<Promise<FormStation>, Promise<FormStation>>();

/** The same for the station of a stored lead, which may have been removed since. */
export function loadStationOfLead(id: string): Promise<FormStation> {
  const asked = loadStation(id);
  const found =
    orRemoved.get(asked) ??
    asked.catch((error: unknown) => {
      if (refusalOf(error)?.status !== 404) throw error;
      return ask<FormStation>("GET", `/api/stations/${encodeURIComponent(id)}?also=removed`);
    });
  orRemoved.set(asked, found);
  return found;
}

/** Requests a station again, of which the page shows a copy. Rejects with a RequestError. */
export async function loadStationAgain(id: string): Promise<FormStation> {
  const station = await orLast(keyOf(id), fetchStation(id), () => undefined);
  replaceStation(station);
  return station;
}

/** Replaces the loaded station after somebody has saved it. The page does not suspend: its boxes keep the focus. */
export function replaceStation(station: FormStation): void {
  loading.set(station.id, settled(station));
  void withBrand(station);
  keepStation(station);
}

/**
 * Applies the brand color before the page is drawn. Most stations have no color of their own and do not load that code.
 */
export async function withBrand(station: FormStation): Promise<FormStation> {
  const colour = station.brand?.colour;
  if (colour !== undefined) (await import("../theme/applyBrand.ts")).applyBrand(colour);
  return station;
}

// A form link shows the visitors' form, even to staff and at a station for staff.
const isForm = () => window.location.pathname.startsWith("/embed/");
const keyOf = (id: string) => (isForm() ? `form:${id}` : `station:${id}`);

/** Stores a copy of the station for when the proxy cannot be reached. */
export const keepStation = (station: FormStation) => keepCopy(keyOf(station.id), station);

async function fetchStation(id: string): Promise<FormStation> {
  const form = isForm() ? "?form=visitors" : "";
  const station = await ask<FormStation>("GET", `/api/stations/${encodeURIComponent(id)}${form}`);
  keepStation(station);
  return station;
}

/** The copy on this device, from the station itself or from the list of stations. */
export const lastSeen = (id: string): FormStation | undefined =>
  recall<FormStation>(keyOf(id)) ?? (isForm() ? undefined : lastStations()?.find((station) => station.id === id));

/** The list of stations as this device last saw it (useStations.ts). */
export const lastStations = (): readonly FormStation[] | undefined => recall<readonly FormStation[]>("stations");
