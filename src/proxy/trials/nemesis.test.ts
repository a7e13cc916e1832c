import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { startChild, withoutSettings } from "../../tools/children.ts";
import { faultProxy } from "../testing/faultProxy.ts";
import { leadLedger } from "../testing/leadLedger.ts";
import { seededRandom } from "../testing/seededRandom.ts";

/**
 * All faults at once, on real processes and sockets: the CRM fails in every known way, the network to it breaks, and
 * the proxy is killed, all under load and chosen by a seed. After the faults end, every acknowledged lead is in the CRM
 * once, or visibly parked.
 */
const isRelease = Boolean(process.env["FOYER_RELEASE"]);
const seeds = process.env["FOYER_SEED"]
  ? [Number(process.env["FOYER_SEED"])]
  : Array.from({ length: isRelease ? 40 : 4 }, (_, index) => index + 1);
const timeScale = "40";
const mostTroubles = 12;
const leads = 50;

const faults = [
  ...["status429", "status500", "html502", "status503", "commitThen500", "commitThen504", "dropBefore"],
  ...["commitThenDrop", "dropThenCommit", "silence", "silenceBefore", "okWithoutId", "emptyBody", "redirect302"],
  ...["halfJson", "halfBody", "halfHeaders", "slowBytes"],
];

test.concurrent.each(seeds)("seed %i", { timeout: 300_000 }, async (seed) => {
  const random = seededRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), "foyer-nemesis-"));
  const env: NodeJS.ProcessEnv = { ...withoutSettings(), FOYER_TIME_SCALE: timeScale, SANDBOX_PORT: "0", PORT: "0" };
  const print = () => undefined;
  const sandbox = startChild("sandbox", { args: ["src/sandbox/main.ts"], env, print });
  const crm = await sandbox.address;
  const line = await faultProxy(crm);
  const start = () =>
    startChild("proxy", {
      args: ["src/proxy/main.ts"],
      env: {
        ...env,
        DATA_DIR: folder,
        SANDBOX_PORT: new URL(line.url).port,
        CLIENT_RATE_PER_MINUTE: "0",
        LOG_LEVEL: "silent",
      },
      print,
    });
  const switches = (values: object) =>
    fetch(`${crm}/sandbox/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(values),
    });

  let proxy = start();
  let kills = 0;
  const restart = async () => {
    await proxy.end("SIGKILL");
    kills += 1;
    proxy = start();
  };
  const troubles = {
    fault: async () =>
      switches({
        fault: random.pick(faults),
        faultOn: random.pick(["create", "lookup", "read", "note", "all"]),
        faultProbability: random.between(0.2, 0.8),
        faultSeed: seed,
        processAfterMs: random.pick([0, 40_000]),
        readLagMs: random.pick([1_500, 60_000]),
      }),
    line: async () => {
      await line.set(random.pick(["closed", "reset"] as const));
      await sleep(random.between(50, 600));
      await line.set("through");
    },
    kill: restart,
    peace: async () => switches({ reset: true }),
  };

  let address = await proxy.address;
  const ledger = leadLedger(crm);
  const load = ledger.load(() => [address], 2);
  for (let times = 0; times < mostTroubles; times++) {
    await sleep(random.between(100, 700));
    await troubles[random.weighted({ fault: 5, line: 2, kill: 2, peace: 1 })]();
    address = await proxy.address;
  }
  await switches({ reset: true });
  while (ledger.acknowledged() < leads) await sleep(50);
  await load.stop();
  const { lost, doubled, ...counts } = await ledger.settle(address);
  console.log(JSON.stringify({ seed, kills, ...counts }));
  await proxy.end();
  line.end();
  await sandbox.end();
  rmSync(folder, { recursive: true, force: true });
  expect({ seed, lost, doubled }).toEqual({ seed, lost: [], doubled: [] });
  expect(counts.acknowledged).toBeGreaterThanOrEqual(leads);
});
