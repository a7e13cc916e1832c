import { spawnSync } from "node:child_process";
import { installOnDebian } from "./installOnDebian.ts";
import { findPostgres } from "./startPostgres.ts";

const hasStrace = () => spawnSync("strace", ["-V"], { stdio: "ignore" }).error === undefined;

/**
 * Some tests want a real Postgres, and strace to see what reaches the disk. On Debian root gets them installed;
 * elsewhere the tests that want what is absent count as skipped.
 */
export async function installServices(): Promise<void> {
  const absent = [
    ...(findPostgres() === undefined ? ["postgresql"] : []),
    ...(process.platform === "linux" && !hasStrace() ? ["strace"] : []),
  ];
  if (absent.length > 0 && !(await installOnDebian(absent)))
    console.log(`not here, and not to be installed: ${absent.join(", ")}. The tests that want it are skipped.`);
}
