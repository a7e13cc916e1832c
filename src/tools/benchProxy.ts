import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { lead, post, quantile, submission } from "./benchLoad.ts";
import { benchMillion } from "./benchMillion.ts";
import { startChild, withoutSettings, type Child } from "./children.ts";
import { findPostgres, startPostgres } from "./startPostgres.ts";

/**
 * `npm run bench:proxy` measures how many leads a second are durably accepted. Compares with the minimum cost, and with
 * forwarding without storing. All contestants run in turn in one run, because on one machine only ratios are
 * meaningful. The sandbox refuses Foyer's credential, so the relay is idle and only accepting is measured. `npm run
 * bench:proxy million`: only Foyer, with a store of 1,000,000 leads. `npm run bench:proxy pages`: only staff's pages on it.
 */
const secondsEach = Number(process.env["BENCH_SECONDS"] ?? 3);
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3);
const concurrencies = [1, 16, 64];

interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly path: string;
  /** Foyer's envelope, or the CRM's own body. */
  readonly body: (id: string) => object;
}
interface Measure {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const folder = mkdtempSync(join(tmpdir(), "foyer-bench-"));
const children: Child[] = [];
const start = (program: string, env: NodeJS.ProcessEnv, print: (line: string) => void = () => undefined) => {
  const child = startChild(program, { args: [program], env: { ...withoutSettings(), ...env }, print });
  children.push(child);
  return child;
};
const run = (program: string, env: NodeJS.ProcessEnv) => start(program, env).address;
const onlyPages = process.argv[2] === "pages";
const isMillion = onlyPages || process.argv[2] === "million";
const bin = isMillion ? undefined : findPostgres();
const postgres = bin === undefined ? undefined : await startPostgres(bin);
try {
  if (isMillion) await benchMillion(folder, { start, set, secondsEach, rounds, onlyPages });
  else await main();
} finally {
  await Promise.all(children.map((child) => child.end("SIGKILL")));
  await postgres?.end();
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const contestants = await startAll();
  const measures = new Map<string, Measure[]>();
  for (let round = 0; round < rounds; round++)
    for (const concurrency of concurrencies)
      for (const contestant of contestants) {
        const key = `${contestant.name} ${concurrency}`;
        measures.set(key, [...(measures.get(key) ?? []), await measure(contestant, concurrency)]);
      }
  const of = (name: string, concurrency: number) => middle(measures.get(`${name} ${concurrency}`) ?? []);
  console.log(`${cpus().length} cores, ${rounds} rounds of ${secondsEach} s, medians; data in ${tmpdir()}\n`);
  for (const concurrency of concurrencies) {
    console.log(`${concurrency} at a time            accepts/s    p50 ms    p99 ms   of the bare insert`);
    for (const { name } of contestants) {
      const { perSecond, p50, p99 } = of(name, concurrency);
      const bare = of(name.includes("Postgres") ? "bare insert, Postgres" : "bare insert, SQLite", concurrency);
      const cells = [perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), (perSecond / bare.perSecond).toFixed(2)];
      console.log(name.padEnd(26) + cells.map((cell) => cell.padStart(10)).join(""));
    }
    console.log("");
  }
}

async function startAll(): Promise<readonly Contestant[]> {
  const refusing = await run("src/sandbox/main.ts", { SANDBOX_PORT: "0" });
  await set(refusing, { auth: "refuse" });
  const taking = await run("src/sandbox/main.ts", { SANDBOX_PORT: "0" });
  await set(taking, { ratePerMinute: 1_000_000 });
  const foyer = { SANDBOX_PORT: new URL(refusing).port, PORT: "0", LOG_LEVEL: "warn", CLIENT_RATE_PER_MINUTE: "0" };
  const stores = {
    SQLite: { bare: "bareSqlite.ts", env: { DATA_DIR: folder } },
    ...(postgres ? { Postgres: { bare: "barePostgres.ts", env: { DATABASE_URL: postgres.url } } } : {}),
  };
  const all: Contestant[] = [];
  for (const [store, { bare, env }] of Object.entries(stores)) {
    const proxy = await run("src/proxy/main.ts", { ...foyer, ...env });
    all.push({ name: `Foyer, ${store}`, url: proxy, path: "/api/leads", body: submission });
    const insert = await run(`src/tools/contestants/${bare}`, env);
    all.push({ name: `bare insert, ${store}`, url: insert, path: "/", body: submission });
  }
  const forward = await run("src/tools/contestants/bareForward.ts", { CRM_URL: taking });
  all.push({ name: "passing on, kept nowhere", url: forward, path: "/", body: submission });
  const middleware = await run("src/tools/contestants/middleware.ts", { CRM_URL: taking });
  all.push({ name: "http-proxy-middleware", url: middleware, path: "/", body: lead });
  return all;
}

async function set(sandbox: string, switches: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch(`${sandbox}/sandbox/faults`, { method: "POST", headers, body: JSON.stringify(switches) });
}

/** Warms up for 0.5 s, then sends requests with this concurrency for the measured time. */
async function measure({ url, path, body }: Contestant, concurrency: number): Promise<Measure> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const times: number[] = [];
  const from = performance.now() + 500;
  const until = from + secondsEach * 1000;
  const hands = Array.from({ length: concurrency }, async () => {
    for (let at = performance.now(); at < until; at = performance.now()) {
      const id = randomUUID();
      await post(agent, url + path, id, JSON.stringify(body(id)));
      if (at >= from) times.push(performance.now() - at);
    }
  });
  await Promise.all(hands);
  agent.destroy();
  return { perSecond: times.length / secondsEach, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** The measure of the median round. */
function middle(of: readonly Measure[]): Measure {
  const sorted = of.toSorted((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] ?? { perSecond: NaN, p50: NaN, p99: NaN };
}
