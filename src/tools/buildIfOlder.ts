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
];

/** Builds the app into dist/ unless what is there is newer than all it is made of; answers the exit code. */
export function buildIfOlder(): number {
  if (newest("dist/index.html") > Math.max(...sources.map(newest))) return 0;
  console.log("building the app …");
  const vite = ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"];
  return spawnSync(process.execPath, vite, { cwd: root, stdio: "inherit" }).status ?? 1;
}

/** When this file, or the newest file in this folder, was changed; 0 when there is none. */
function newest(path: string): number {
  const full = join(root, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found) return 0;
  return found.isDirectory()
    ? Math.max(0, ...readdirSync(full).map((name) => newest(join(path, name))))
    : found.mtimeMs;
}
