import { spawnSync } from "node:child_process";
import { installOnDebian } from "./installOnDebian.ts";
import { findPostgres } from "./startPostgres.ts";

const hasStrace = () => spawnSync("strace", ["-V"], { stdio: "ignore" }).error === undefined;

/**
 * Installs Postgres and strace (used to see what reaches the disk) for the tests that need them. Works as root on
 * Debian. Elsewhere the tests whose program is missing are skipped.
 */
export async function installServices(): Promise<void> {
  const absent = [
    ...(findPostgres() === undefined ? ["postgresql"] : []),
    ...(process.platform === "linux" && !hasStrace() ? ["strace"] : []),
  ];
  if (absent.length > 0 && !(await installOnDebian(absent)))
    console.log(`missing, and cannot be installed: ${absent.join(", ")}. Tests that need it are skipped.`);
}
