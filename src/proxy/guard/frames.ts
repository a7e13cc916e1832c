import { isFrameParent } from "#lead/station/frameParents.ts";
import type { Station } from "#lead/station/station.ts";

interface Stations {
  readonly find: (id: string) => Station | undefined;
}

/** The script for pages with our frames (public/embed.js). Only this file may be loaded by other sites. */
export const frameHelper = "/embed.js";

const embedStation = (path: string, stations: Stations) => {
  const found = stations.find(/^\/embed\/([^/]+)/.exec(path)?.[1] ?? "");
  return found?.profile === "embed" ? found : undefined;
};

/**
 * Returns who may frame the page at this path, as sources of `frame-ancestors`: only an embed station's page, and the
 * preview in the setup page, which has no data of its own.
 */
export function frameAncestors(path: string, stations: Stations): readonly string[] {
  if (path === "/preview") return ["'self'"];
  const station = embedStation(path, stations);
  return station ? ["'self'", ...station.frameParents] : [];
}

/**
 * Returns true when a page that is not allowed opens this page in a frame. Browsers would show it an empty frame. A page
 * may hide its origin: then the browser compares it with `frame-ancestors`. An older browser does not say that it
 * opens a frame.
 */
export function isForeignFrame({ headers }: Request, path: string, stations: Stations): boolean {
  const isFrame = ["iframe", "frame", "embed", "object"].includes(headers.get("sec-fetch-dest") ?? "");
  if (!isFrame || headers.get("sec-fetch-site") === "same-origin") return false;
  const parents = embedStation(path, stations)?.frameParents ?? [];
  const parent = parentOf(headers);
  return parents.length === 0 || (parent !== undefined && !isFrameParent(parents, parent));
}

/** The origin of the page that opens a frame; undefined when it hides it. */
export function parentOf(headers: Headers): string | undefined {
  try {
    const { protocol, origin } = new URL(headers.get("referer") ?? "");
    return /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}
