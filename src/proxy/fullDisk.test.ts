import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { findPostgres, startPostgres } from "../tools/startPostgres.ts";
import { expectNothingLost, leadLedger } from "./testing/leadLedger.ts";
import { startProcesses } from "./testing/startProcesses.ts";

/** A small disk of our own, where this machine lets us have one (root, and leave to mount). */
const disk = mkdtempSync(join(tmpdir(), "foyer-full-"));
const mounted =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=120m,mode=0777", "tmpfs", disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync("umount", [disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Takes what is left of the disk. */
function fill(): void {
  const file = openSync(join(disk, "ballast"), "w");
  try {
    for (let size = 1 << 20; size >= 512; size >>= 1)
      try {
        for (;;) if (writeSync(file, Buffer.alloc(size)) < size) break;
      } catch {
        // Not even that much is left: the half of it may be.
      }
  } finally {
    closeSync(file);
  }
}

/** Leads come in while the disk is full for some seconds. */
async function staysWhole(store: Record<string, string>): Promise<void> {
  const rooms = await startProcesses({ store, timeScale: 10 });
  const url = await rooms.proxy().address;
  const ledger = leadLedger(rooms.sandboxUrl);
  const load = ledger.load(() => [url], 8);
  await sleep(1_000);
  fill();
  const full = ledger.acknowledged();
  let refused = 0;
  for (let waited = 0; waited < 20_000 && refused < 50; waited += 100) {
    refused = ledger.refused();
    await sleep(100);
  }
  const whileFull = ledger.acknowledged() - full;
  rmSync(join(disk, "ballast"));
  await sleep(2_000);
  await load.stop();
  expectNothingLost(await ledger.settle(url, 60_000), { refused, whileFull });
  expect(refused).toBeGreaterThanOrEqual(50);
  expect(ledger.acknowledged()).toBeGreaterThan(full + whileFull);
  await rooms.end();
}

describe.skipIf(!mounted)("a full disk is a 503: nothing is half stored, and it goes on when there is room", () => {
  test("on SQLite", () => staysWhole({ DATA_DIR: join(disk, "data") }));

  const bin = findPostgres();
  test.skipIf(bin === undefined)("on Postgres", async () => {
    const postgres = await startPostgres(bin ?? "", disk);
    await staysWhole({ DATABASE_URL: postgres.url });
    await postgres.end();
  });
});
