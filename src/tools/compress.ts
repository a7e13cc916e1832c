import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** Not HTML: the proxy renders pages for each request, and they are short. */
const texts = new Set([".js", ".css", ".json", ".svg", ".webmanifest"]);
/** A smaller file fits into one packet anyway. */
const leastBytes = 512;

/**
 * Writes `.br` and `.gz` files next to the text files of dist/. The proxy serves them and compresses nothing itself.
 */
export function compress(): Plugin {
  let outDir = "";
  return {
    name: "foyer:compress",
    applyToEnvironment: ({ name }) => name === "client",
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
