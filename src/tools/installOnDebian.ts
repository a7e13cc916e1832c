import { existsSync, readFileSync } from "node:fs";
import { finishes } from "./finishes.ts";

/**
 * Installs packages, only as root on Debian. On Ubuntu the package chromium is a stub that needs snap. Returns whether
 * it succeeded.
 */
export async function installOnDebian(packages: readonly string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  if (!/^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"))) return false;
  await finishes("apt-get", ["update", "-q"]);
  return finishes("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages]);
}
