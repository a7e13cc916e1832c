import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { findPostgres, startPostgres } from "../tools/startPostgres.ts";
import { expectNothingLost, leadLedger } from "./testing/leadLedger.ts";
import { startProcesses } from "./testing/startProcesses.ts";

/** A small disk, when this machine allows it (root with the right to mount). */
const disk = mkdtempSync(join(tmpdir(), "foyer-full-"));
const mounted =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=120m,mode=0777", "tmpfs", disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync("umount", [disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Uses all free space of the disk. */
function fill(): void {
  const file = openSync(join(disk, "ballast"), "w");
  try {
    for (let size = 1 << 20; size >= 512; size >>= 1)
      try {
        for (;;) if (writeSync(file, Buffer.alloc(size)) < size) break;
      } catch {
        // Not enough space for this size: try half of it.
      }
  } finally {
    closeSync(file);
  }
}

/** Leads arrive while the disk is full for some seconds. */
async function staysWhole(store: Record<string, string>): Promise<void> {
  const rooms = await startProcesses({ store, timeScale: 10 });
  const url = await rooms.proxy().address;
  const ledger = leadLedger(rooms.sandboxUrl);
  const load = ledger.load(() => [url], 8);
  await sleep(1_000);
  fill();
  const full = ledger.acknowledged();
  let refused = 0;
  for (let waited = 0; waited < 60_000 && refused < 50; waited += 100) {
    refused = ledger.refused();
    await sleep(100);
  }
  const whileFull = ledger.acknowledged() - full;
  rmSync(join(disk, "ballast"));
  await sleep(2_000);
  await load.stop();
  expectNothingLost(await ledger.settle(url), { refused, whileFull });
  expect(refused).toBeGreaterThanOrEqual(50);
  expect(ledger.acknowledged()).toBeGreaterThan(full + whileFull);
  await rooms.end();
}

describe.skipIf(!mounted)("full disk: 503, nothing is half stored, and it continues when there is space", () => {
  test("on SQLite", () => staysWhole({ DATA_DIR: join(disk, "data") }));

  const bin = findPostgres();
  test.skipIf(bin === undefined)("on Postgres", async () => {
    const postgres = await startPostgres(bin ?? "", disk);
    await staysWhole({ DATABASE_URL: postgres.url });
    await postgres.end();
  });
});
