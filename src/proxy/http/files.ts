import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { assetAt, isPage } from "#lead/paths.ts";

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

export const built = fileURLToPath(new URL("../../../dist/", import.meta.url));
const firstBuild = Date.UTC(2026, 10, 1);
const yearSeconds = 31_536_000;

/**
 * Returns the build time of the app, in ms since 1970 (vite.config.ts); a date before all builds when it was not built.
 */
export function builtAt(folder: string): number {
  try {
    const { at } = JSON.parse(readFileSync(join(folder, "built.json"), "utf8")) as { at: string };
    return Date.parse(at);
  } catch {
    return firstBuild;
  }
}

/** The compressed variants of a file (src/tools/compress.ts), the smallest first. */
const endings = { br: ".br", gzip: ".gz" } as const;
export type Encoding = keyof typeof endings;

/** Returns the first of our encodings that the client accepts, or "". `ours`: the smallest first. */
export const encodingFor = (c: Context, ours: readonly Encoding[]): Encoding | "" =>
  accepts(c, {
    header: "Accept-Encoding",
    supports: [...ours],
    default: "",
    // Browsers accept all of them equally and list the smallest last, so we choose the order.
    match: (taken) => ours.find((one) => taken.some(({ type, q }) => type === one && q > 0)) ?? "",
  }) as Encoding | "";

/** Serves the built app from memory: it is small, and no other file of the disk can be requested. */
export function filesIn(folder: string): (path: string, c: Context) => Response | undefined {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const walk = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const name = `${inside}/${entry.name}`;
      // The code that renders first screens (pages/built.ts) is not served.
      if (name === "/server") continue;
      if (entry.isDirectory()) walk(name);
      else files.set(name, new Uint8Array(readFileSync(join(folder, name))));
    }
  };
  try {
    walk("");
  } catch {
    // Not built: the proxy still accepts leads.
  }
  const index = files.get("/index.html");
  return (path, c) => {
    const name = assetAt(path);
    if (index && isPage(name))
      return new Response(index, {
        headers: { "content-type": types[".html"] as string, "cache-control": "no-cache" },
      });
    const file = files.get(name);
    const type = types[extname(name)];
    if (!file || !type) return undefined;
    const beside = (Object.keys(endings) as Encoding[]).filter((encoding) => files.has(name + endings[encoding]));
    const encoding = encodingFor(c, beside);
    const forEver = name.startsWith("/assets/");
    return new Response(encoding ? files.get(name + endings[encoding]) : file, {
      headers: {
        "content-type": type,
        "cache-control": forEver ? `public, max-age=${yearSeconds}, immutable` : "no-cache",
        ...(beside.length > 0 && { vary: "accept-encoding" }),
        ...(encoding && { "content-encoding": encoding }),
        // Its name contains a hash of its content, so no ETag needs to be computed for each request.
        ...(forEver && { etag: `"${name}${encoding && endings[encoding]}"` }),
      },
    });
  };
}
