/** The scripts that a first screen needs, by the first part of its address (dist/preloads.json). */
export type Preloads = { readonly [at: string]: readonly string[] };

const stationAddress = /^\/(s|kiosk|embed)\/([^/]+)/;

/**
 * A station's page: the built index.html that also names what its first screen will ask for, so that the browser asks
 * for all of it at once. Everybody gets the same page, and nothing in it tells whether there is such a station.
 */
export function stationPage(index: string, preloads: Preloads, path: string): string {
  const [, at = "", id] = stationAddress.exec(path) ?? [];
  const station = id === undefined ? undefined : segment(id);
  if (station === undefined) return index;
  const scripts = preloads[at] ?? [];
  // As api.ts asks: a browser uses what it has preloaded only for the very same address.
  const asked = [
    "/api/config",
    `/api/stations/${encodeURIComponent(station)}${at === "embed" ? "?form=visitors" : ""}`,
  ];
  const links = [
    ...scripts.map((href) => `<link rel="modulepreload" crossorigin href="${href}" />`),
    ...asked.map((href) => `<link rel="preload" as="fetch" crossorigin href="${href}" />`),
  ];
  return index.replace("</head>", `${links.join("")}</head>`);
}

/** Undefined where a stray `%` makes it no text: no station is called so. */
function segment(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
