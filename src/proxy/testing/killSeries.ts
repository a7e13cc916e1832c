import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { startChild, type Child } from "../../tools/children.ts";
import { leadLedger, type Verdict } from "./leadLedger.ts";

/** Where a proxy is killed: by itself (dieAt.ts) or by us. */
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
const timesEach = release ? 25 : 5;
const timesRandom = release ? 200 : 40;
const timeScale = 10;
const longestMs = 8_000;

interface Series {
  readonly verdict: Verdict;
  /** How often each point was reached; where it was not in time, the proxy was killed at random. */
  readonly reached: Readonly<Record<string, number>>;
  readonly kills: number;
}

/** Kills the real proxy, under load, at every point and at random; then lets one live and compares. */
export async function killSeries(store: Record<string, string>, random = Math.random): Promise<Series> {
  const scaled = { FOYER_TIME_SCALE: String(timeScale), CLIENT_RATE_PER_MINUTE: "0" };
  const env: NodeJS.ProcessEnv = { ...process.env, SANDBOX_PORT: "0", ...scaled };
  const sandbox = startChild("sandbox", { args: ["src/sandbox/main.ts"], env, print: () => undefined });
  const sandboxUrl = await sandbox.address;
  const settings = {
    PORT: "0",
    SANDBOX_PORT: new URL(sandboxUrl).port,
    CLIENT_RATE_PER_MINUTE: "0",
    LOG_LEVEL: "warn",
  };
  const start = (more: Record<string, string> = {}) =>
    startChild("proxy", { args: ["src/proxy/testing/dieAt.ts"], env: { ...env, ...settings, ...store, ...more } });
  const faults = (switches: object) =>
    fetch(`${sandboxUrl}/sandbox/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(switches),
    });

  let urls: readonly string[] = [];
  const ledger = leadLedger(sandboxUrl);
  const load = ledger.load(() => urls);
  const reached: Record<string, number> = {};

  const killAt = async (point: Point, nth: number) => {
    const proxy = start({ DIE_AT: point, DIE_NTH: String(nth) });
    const address = await proxy.address.catch(() => undefined);
    if (address === undefined) return true;
    urls = [address];
    // An answer that comes after the caller has given up makes an unknown outcome, and so a look-up.
    // At the stand-in's pace, too.
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
    const wait = sleep(200 + random() * 1_200);
    void proxy.address.then((address) => (urls = [address])).catch(() => undefined);
    await wait;
    await proxy.end("SIGKILL");
  };

  try {
    // A look that follows at once shows nothing: only one that waits finds what a killed proxy has sent.
    await faults({ readLagMs: 250_000 });
    for (const point of points)
      for (let time = 0; time < timesEach; time++) {
        const nth = point === "starting" ? time + 1 : 1 + Math.floor(random() * 3);
        if (await killAt(point, nth)) reached[point] = (reached[point] ?? 0) + 1;
      }
    await faults({ delayMs: 0 });
    for (let time = 0; time < timesRandom; time++) await killAnyTime();
    const survivor: Child = start();
    const address = await survivor.address;
    urls = [address];
    await sleep(500);
    await load.stop();
    const verdict = await ledger.settle(address, 90_000);
    await survivor.end();
    return { verdict, reached, kills: points.length * timesEach + timesRandom };
  } finally {
    await load.stop();
    await sandbox.end();
  }
}

/** What every series must come to. */
export function expectNothingLost({ verdict, reached, kills }: Series): void {
  const { lost, doubled, ...counts } = verdict;
  console.log(JSON.stringify({ kills, ...counts, reached }));
  expect(lost).toEqual([]);
  expect(doubled).toEqual([]);
  expect(counts.delivered + counts.parked).toBeGreaterThanOrEqual(counts.acknowledged);
  expect(counts.acknowledged).toBeGreaterThan(kills);
  expect(Object.keys(reached)).toEqual([...points]);
}

/** A request that breaks off in the middle of its body. */
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

/** Waits for an acknowledgement. */
async function nextAnswer(acknowledged: () => number): Promise<void> {
  const before = acknowledged();
  for (let waited = 0; acknowledged() === before && waited < longestMs; waited += 2) await sleep(2);
}
