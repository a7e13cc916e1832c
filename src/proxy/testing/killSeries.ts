import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { expectNothingLost, leadLedger, type Verdict } from "./leadLedger.ts";
import { startProcesses } from "./startProcesses.ts";

/** The points where a proxy is killed, by itself (dieAt.ts) or by this test. */
const points = [
  "starting",
  "body half read",
  "judged",
  "inserted",
  "committed",
  "answered",
  "claimed",
  "marked",
  "written",
  "replied",
  "looking",
  "draining",
] as const;
type Point = (typeof points)[number];

const release = process.env["FOYER_RELEASE"] === "1";
const timesEach = release ? 25 : 3;
const timesRandom = release ? 200 : 14;
const timeScale = 10;
const longestMs = 30_000;

interface Series {
  readonly verdict: Verdict;
  /** How often each point was reached. A proxy that did not reach it in time was killed at random. */
  readonly reached: Readonly<Record<string, number>>;
  readonly kills: number;
}

/** Kills the real proxy under load at every point and at random, then lets one run and compares. */
export async function killSeries(store: Record<string, string>, random = Math.random): Promise<Series> {
  const rooms = await startProcesses({ store, timeScale });
  const { sandboxUrl, faults } = rooms;
  const start = (settings: Record<string, string> = {}) => rooms.proxy(settings, "src/proxy/testing/dieAt.ts");

  let urls: readonly string[] = [];
  const ledger = leadLedger(sandboxUrl);
  const load = ledger.load(() => urls);
  const reached: Record<string, number> = {};

  const killAt = async (point: Point, nth: number) => {
    const proxy = start({ DIE_AT: point, DIE_NTH: String(nth) });
    const address = await proxy.address.catch(() => undefined);
    if (address === undefined) return true;
    urls = [address];
    // A response that comes after the client's timeout makes an unknown outcome, and so a look-up. The sandbox's time
    // scale applies as well.
    const slowMs = point === "written" || point === "draining" ? 100 : point === "looking" ? 2_000 : 0;
    await faults({ delayMs: slowMs * timeScale, delayOn: "create" });
    if (point === "body half read") await sendHalf(address);
    if (point === "answered") await nextAnswer(() => ledger.acknowledged());
    if (point === "draining") {
      await nextAnswer(() => ledger.acknowledged());
      process.kill(proxy.pid, "SIGTERM");
      await sleep(random() * 60);
    }
    const ours = point === "body half read" || point === "answered" || point === "draining";
    const itself = ours ? false : await Promise.race([proxy.ended.then(() => true), sleep(longestMs, false)]);
    await proxy.end("SIGKILL");
    return ours || itself;
  };
  const killAnyTime = async () => {
    const proxy = start();
    const listening = proxy.address.then((address) => void (urls = [address])).catch(() => undefined);
    // One in five is killed during its start.
    if (random() < 0.8) await listening;
    await sleep(random() * 600);
    await proxy.end("SIGKILL");
  };

  try {
    // With this lag an immediate look finds nothing. Only a look that waits finds what a killed proxy has sent.
    await faults({ readLagMs: 250_000 });
    for (const point of points)
      for (let time = 0; time < timesEach; time++) {
        const nth = point === "starting" ? time + 1 : 1 + Math.floor(random() * 3);
        if (await killAt(point, nth)) reached[point] = (reached[point] ?? 0) + 1;
      }
    await faults({ delayMs: 0 });
    for (let time = 0; time < timesRandom; time++) await killAnyTime();
    const address = await start().address;
    urls = [address];
    await sleep(500);
    await load.stop();
    const verdict = await ledger.settle(address);
    return { verdict, reached, kills: points.length * timesEach + timesRandom };
  } finally {
    await load.stop();
    await rooms.end();
  }
}

/** Checks the result of a series, and that every point was reached. */
export function expectWhole({ verdict, reached, kills }: Series): void {
  expectNothingLost(verdict, { kills, reached });
  expect(verdict.acknowledged).toBeGreaterThan(kills / 2);
  expect(Object.keys(reached)).toEqual([...points]);
}

/** Sends a request that stops in the middle of its body. */
async function sendHalf(proxy: string): Promise<void> {
  const { port } = new URL(proxy);
  const socket = connect(Number(port), "127.0.0.1");
  await once(socket, "connect");
  socket.on("error", () => undefined);
  socket.write(
    "POST /api/leads HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n" +
      'idempotency-key: 3f0c3d6e-52f5-4a43-8c2c-6a1f6b0f6a11\r\ncontent-length: 400\r\n\r\n{"station":"front-desk","lead":{"first',
  );
  await sleep(20);
}

/** Waits for an acknowledgment. */
async function nextAnswer(acknowledged: () => number): Promise<void> {
  const before = acknowledged();
  for (let waited = 0; acknowledged() === before && waited < longestMs; waited += 2) await sleep(2);
}
