import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { stationPage, type Preloads } from "./pages/stationPage.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

export const built = fileURLToPath(new URL("../../dist/", import.meta.url));
const firstBuild = Date.UTC(2026, 10, 1);
const yearSeconds = 31_536_000;

/** The pages the app draws; every other path that is no file is not found. */
const page = /^\/($|s\/|kiosk\/|embed\/|outbox(\/|$)|today$|settings(\/|$))/;

/** When the app was built, in milliseconds since 1970 (vite.config.ts); before all of them when it was not. */
export function builtAt(folder: string): number {
  try {
    const { at } = JSON.parse(readFileSync(join(folder, "built.json"), "utf8")) as { at: string };
    return Date.parse(at);
  } catch {
    return firstBuild;
  }
}

/** What stands beside a file compressed (src/tools/compress.ts), the smallest first. */
const endings = { br: ".br", gzip: ".gz" } as const;
type Encoding = keyof typeof endings;

/** Serves the built app out of memory: it is small, and nothing else of the disk can be asked for. */
export function filesIn(folder: string): (path: string, c: Context) => Response | undefined {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const walk = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const name = `${inside}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else files.set(name, new Uint8Array(readFileSync(join(folder, name))));
    }
  };
  try {
    walk("");
  } catch {
    // Not built: the proxy still takes leads.
  }
  const textOf = (name: string) => new TextDecoder().decode(files.get(name));
  const index = textOf("/index.html");
  const preloads = JSON.parse(textOf("/preloads.json") || "{}") as Preloads;
  return (name, c) => {
    if (index !== "" && page.test(name))
      return new Response(stationPage(index, preloads, name), {
        headers: { "content-type": types[".html"] as string, "cache-control": "no-cache" },
      });
    const file = files.get(name);
    const type = types[extname(name)];
    if (!file || !type) return undefined;
    const beside = (Object.keys(endings) as Encoding[]).filter((encoding) => files.has(name + endings[encoding]));
    // Browsers take all of them alike, and name the smallest last.
    const encoding = accepts(c, {
      header: "Accept-Encoding",
      supports: beside,
      default: "",
      match: (taken) => beside.find((ours) => taken.some(({ type, q }) => type === ours && q > 0)) ?? "",
    }) as Encoding | "";
    const forEver = name.startsWith("/assets/");
    return new Response(encoding ? files.get(name + endings[encoding]) : file, {
      headers: {
        "content-type": type,
        "cache-control": forEver ? `public, max-age=${yearSeconds}, immutable` : "no-cache",
        ...(beside.length > 0 && { vary: "accept-encoding" }),
        ...(encoding && { "content-encoding": encoding }),
        // Its name holds the hash of its content: it need not be hashed again for each request.
        ...(forEver && { etag: `"${name}${encoding && endings[encoding]}"` }),
      },
    });
  };
}
