import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { expectNothingLost, leadLedger } from "../testing/leadLedger.ts";
import { startProcesses } from "../testing/startProcesses.ts";

test.skipIf(process.platform === "win32")(
  "the database thread ends under load: the process exits with one line, and no acknowledged lead is lost",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "foyer-thread-"));
    const rooms = await startProcesses({ store: { DATA_DIR: folder }, timeScale: 10 });
    const said: string[] = [];
    const proxy = rooms.proxy({}, "src/proxy/testing/threadDies.ts", (line) => said.push(line));
    let url = await proxy.address;
    const ledger = leadLedger(rooms.sandboxUrl);
    const load = ledger.load(() => [url], 8);
    while (ledger.acknowledged() < 50) await sleep(10);
    process.kill(proxy.pid, "SIGUSR2");
    expect(await proxy.ended).toBe(1);
    expect(said).toEqual([
      "foyer: the database's thread ended: it ended with code 1. Every lead that was answered is on disk.",
    ]);
    url = await rooms.proxy().address;
    await load.stop();
    expectNothingLost(await ledger.settle(url), { died: "the database's thread" });
    await rooms.end();
    rmSync(folder, { recursive: true, force: true });
  },
);
