import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** Pages are written anew for each address, and are short. */
const texts = new Set([".js", ".css", ".json", ".svg", ".webmanifest"]);
/** Below this a file and its headers are one packet either way. */
const leastBytes = 512;

/** Writes a `.br` and a `.gz` beside every text of dist/: the proxy serves them and compresses nothing itself. */
export function compress(): Plugin {
  let outDir = "";
  return {
    name: "foyer:compress",
    apply: "build",
    configResolved: (config) => void (outDir = join(config.root, config.build.outDir)),
    closeBundle() {
      for (const name of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
        if (!texts.has(extname(name))) continue;
        const path = join(outDir, name);
        const text = readFileSync(path);
        if (text.length < leastBytes) continue;
        writeFileSync(`${path}.br`, brotliCompressSync(text));
        writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}
