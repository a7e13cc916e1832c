import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";
import { fieldsAsHtml } from "./floors/plain/fieldsAsHtml.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

const fields: Plugin = {
  name: "bench:fields",
  transformIndexHtml: (html) => html.replace("<!-- fields -->", fieldsAsHtml),
};

/** The smallest service worker that serves these files from its cache. */
const workerFor = (paths: readonly string[]) => `
  const files = caches.open("files");
  addEventListener("install", (event) => event.waitUntil(files.then((cache) => cache.addAll(${JSON.stringify(paths)}))));
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) =>
    event.respondWith(files.then((cache) => cache.match(event.request)).then((kept) => kept ?? fetch(event.request))));
`;

export interface Floors {
  readonly url: string;
  readonly end: () => void;
}

/** Builds both floors into `folder` and serves them in the fastest way: brotli, from memory, immutable assets. */
export async function serveFloors(folder: string): Promise<Floors> {
  const files = new Map<string, { readonly body: Buffer; readonly type: string }>();
  for (const floor of ["plain", "react"]) {
    const outDir = join(folder, floor);
    await build({
      configFile: false,
      logLevel: "warn",
      root: join(import.meta.dirname, "floors", floor),
      base: `/${floor}/`,
      plugins: [react(), fields],
      build: { outDir, emptyOutDir: true, target: "es2022", modulePreload: false },
    });
    for (const name of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
      const type = types[extname(name)];
      if (!type) continue;
      const path = `/${floor}/${name.replaceAll("\\", "/").replace("index.html", "")}`;
      files.set(path, { body: brotliCompressSync(readFileSync(join(outDir, name))), type });
    }
  }
  for (const floor of ["plain", "react"]) {
    const paths = [...files.keys()].filter((path) => path.startsWith(`/${floor}/`));
    files.set(`/${floor}/worker.js`, { body: brotliCompressSync(workerFor(paths)), type: "text/javascript" });
  }
  const server = createServer(({ url = "/" }, response) => {
    const file = files.get(url);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": file.type,
      "content-length": file.body.length,
      "content-encoding": "br",
      "cache-control": file.type.startsWith("text/html") ? "no-cache" : "max-age=31536000, immutable",
    });
    response.end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    end: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
