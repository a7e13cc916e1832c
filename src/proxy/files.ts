import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

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

/** Serves the built app out of memory: it is small, and nothing else of the disk can be asked for. */
export function filesIn(folder: string): (path: string) => Response | undefined {
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
  return (path) => {
    const name = files.has(path) ? path : page.test(path) ? "/index.html" : undefined;
    const file = name && files.get(name);
    if (!name || !file) return undefined;
    const forEver = name.startsWith("/assets/");
    return new Response(file, {
      headers: {
        "content-type": types[extname(name)] ?? "application/octet-stream",
        "cache-control": forEver ? `public, max-age=${yearSeconds}, immutable` : "no-cache",
      },
    });
  };
}
