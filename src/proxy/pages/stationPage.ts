import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { isVisited } from "#lead/station/allowed.ts";
import type { LeadEvent } from "#lead/station/event.ts";
import { pickLanguage, staffLanguages, type Language } from "#lead/languages.ts";
import type { SealingKey } from "#lead/submission/sealed.ts";
import type { Station } from "#lead/station/station.ts";
import type { Inline } from "../guard/headers.ts";
import type { Who } from "../guard/who.ts";
import type { Encoding } from "../http/files.ts";
import { mayUse } from "../intake/mayUse.ts";
import { seenByVisitors } from "../intake/seenByVisitors.ts";
import type { Stations } from "../store/stations.ts";
import type { Built } from "./built.ts";

interface Parts {
  readonly built: Built | undefined;
  readonly stations: Pick<Stations, "find" | "versionOf">;
  /** Returns the key to which a kiosk seals its leads. */
  readonly sealTo: () => SealingKey;
  readonly config: { readonly mode: string; readonly version: string; readonly signIn: boolean };
}

export interface StationPage {
  readonly html: string;
  /** The same, compressed. */
  readonly bodies: { readonly [encoding in Encoding]: Uint8Array<ArrayBuffer> };
  /** Browsers do not store staff's pages. */
  readonly isStaffs: boolean;
  readonly inline: Inline;
  /** Hash of the text. Computed once, because the page is served many times. */
  readonly etag: string;
}

/** The languages that the sender of a request wants. */
export interface Wanted {
  /** The browser's, the most wanted first. */
  readonly browser: readonly string[];
  /** What staff have chosen in the settings of this device. */
  readonly setting: string | undefined;
}

const address = /^\/(?:(s)\/([^/]+)(?:\/([a-z]+))?|(kiosk|embed)\/([^/]+))\/?$/;
/** Steps whose first screen depends on data that only the device has. */
const ownScreens = new Set(["review", "who", "event"]);
const mostKept = 200;
/** Safari makes links of phone numbers and addresses. They would lead visitors out of a kiosk. */
const noLinks = '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">';

/**
 * Renders stations' pages: the HTML of the first screen, the station as visitors see it, and the styles, so that typing
 * can start after one response. Returns undefined for an unknown path, or when the sender may not use the station: then
 * the page loads its data by requests. `event`: that of the form link.
 */
export function stationPages({
  built,
  stations,
  sealTo,
  config,
}: Parts): (path: string, who: Who, wanted: Wanted, event?: LeadEvent) => StationPage | undefined {
  const kept = new Map<string, StationPage>();
  return (path, who, { browser, setting }, event) => {
    const [, s, staffs, step = "", visited, visitors] = address.exec(path) ?? [];
    const [at, id] = [s ?? visited ?? "", staffs ?? visitors ?? ""];
    const station = stations.find(id);
    if (!built || !station || mayUse(who, station)) return undefined;
    const isStaffs = !isVisited(station) && at === "s";
    // When staff open a kiosk, they hand it over first. A form link's page and an embedded form are the visitors' page
    // for everybody.
    const isKiosk = station.profile === "kiosk" && at === "kiosk" && !(who.role === "staff" && config.signIn);
    if (at !== "embed" && !isKiosk && !(isStaffs && who.role === "staff")) return undefined;
    const version = stations.versionOf(station);
    const language = isStaffs
      ? pickLanguage([setting ?? "", ...browser], staffLanguages)
      : // A kiosk is one device for everybody: its browser's language says nothing about the visitor.
        pickLanguage(isKiosk ? [] : browser, station.languages);
    const view = viewOf(event ? { ...station, event } : station, version, at, sealTo);
    const key = `${path} ${version} ${language} ${view.sealTo?.kid ?? ""} ${event?.id ?? ""}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= mostKept) kept.clear();
    // The browser enforces the same list (frame-ancestors).
    const parents = station.profile === "embed" && station.frameParents;
    const page = make(built, { path, language, station: view, ...(parents && { parents }) }, step, isStaffs);
    kept.set(key, page);
    return page;
  };

  function make(built: Built, page: Page, step: string, isStaffs: boolean): StationPage {
    const { language, station } = page;
    const data = JSON.stringify({ ...page, config });
    const { css, boot, density, ...screen } = built.screenOf(JSON.parse(data) as object);
    const html = ownScreens.has(step) ? "" : screen.html;
    const styles = [built.css, css].filter(Boolean);
    // Hidden without scripts, because the form could not send a lead.
    const noScript = "#first{display:none}";
    const { id, profile } = station as Station;
    const marks = `data-density="${density}"${isVisited({ profile }) ? ' data-visitors=""' : ""}`;
    const body = [
      `<script type="application/json" id="page-data">${inScript(data)}</script>`,
      html &&
        `<noscript><style>${noScript}</style></noscript><div id="first" data-station="${id}" data-profile="${profile}">${html}</div><script>${boot}</script>`,
    ].join("");
    const text = built.index
      .replace('<html lang="en"', () => `<html ${marks} lang="${language}"`)
      .replace("</head>", (end) => `${isStaffs ? "" : noLinks}${wordLinks(built.wordsOf(language, isStaffs))}${end}`)
      .replace(/<link rel="stylesheet"[^>]*>/, () => styles.map((style) => `<style>${style}</style>`).join(""))
      .replace('<div id="app"></div>', () => body);
    return {
      html: text,
      // 4 ms. A higher quality takes 20 to 130 ms, and this runs while somebody waits for the page.
      bodies: {
        br: new Uint8Array(brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 8 } })),
        gzip: new Uint8Array(gzipSync(text)),
      },
      isStaffs,
      etag: createHash("sha256").update(text).digest("base64url"),
      inline: { scripts: html ? [hashOf(boot)] : [], styles: [...styles, noScript].map(hashOf) },
    };
  }
}

interface Page {
  readonly path: string;
  readonly language: Language;
  /** The station as the page's readers may see it. */
  readonly station: object;
  /** The origins of the pages that may frame this page. */
  readonly parents?: readonly string[];
}

function viewOf(
  station: Station,
  version: string,
  at: string,
  sealTo: () => SealingKey,
): { readonly sealTo?: SealingKey } {
  const view = seenByVisitors(station, version, at === "embed", sealTo);
  if (at === "embed" || isVisited(station)) return view;
  // Staff's event and presets are loaded later, with their other data.
  const { event: _, ...rest } = view;
  const staffs = { drafts: station.drafts, temperatures: station.temperatures };
  return { ...rest, ...staffs };
}

/** The app needs its words as early as its script, and fetches them before it imports them (form/build/fetchFirst.ts). */
const wordLinks = (scripts: readonly string[]) =>
  scripts.map((href) => `<link rel="preload" as="fetch" crossorigin href="${href}" />`).join("");

/** Escapes the JSON so that it cannot end its script element. */
const inScript = (json: string) =>
  json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
