import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./children.ts";

const sources = [
  "src/form",
  "src/lead",
  "public",
  "index.html",
  "vite.config.ts",
  "tailwind.config.ts",
  "package.json",
  "package-lock.json",
];

/** Builds the app into dist/ if a source is newer. Returns the exit code. */
export function buildIfOlder(): number {
  // The build writes this file last.
  if (newest("dist/server/render.js") > Math.max(...sources.map(newest))) return 0;
  console.log("building the app …");
  const vite = ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"];
  return spawnSync(process.execPath, vite, { cwd: root, stdio: "inherit" }).status ?? 1;
}

/** Returns when this file, or the newest file in this folder, was changed (ms); 0 if it does not exist. */
function newest(path: string): number {
  const full = join(root, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found) return 0;
  return found.isDirectory()
    ? Math.max(0, ...readdirSync(full).map((name) => newest(join(path, name))))
    : found.mtimeMs;
}
