import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { startChild, type Child } from "./children.ts";
import { findPostgres, startPostgres } from "./startPostgres.ts";

/**
 * `npm run bench:proxy`: how many leads a second are durably accepted, beside the least it could cost and beside passing
 * on without keeping. All in one run, in turns; on one machine only ratios mean something. The relay is at rest: the
 * stand-in refuses Foyer's credential, so accepting is all that is measured.
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

const lead = (id: string) => ({
  firstName: "Sample",
  lastName: "Visitor",
  emails: [`${id}@example.com`],
  phones: ["(602) 555-0142"],
  tagsAdd: ["Open house", "First-time buyer"],
  inquiry: { priceMin: 450000, priceMax: 650000, bedroomsMin: 3, locations: [{ city: "Phoenix", stateCode: "AZ" }] },
  content: "Asked about the roof and the school district. ".repeat(6),
});
const submission = (id: string) => ({ station: "front-desk", capturedAt: "2026-11-23T09:00:00Z", lead: lead(id) });

const folder = mkdtempSync(join(tmpdir(), "foyer-bench-"));
const children: Child[] = [];
const run = async (program: string, env: NodeJS.ProcessEnv) => {
  const child = startChild(program, { args: [program], env: { ...process.env, ...env }, print: () => undefined });
  children.push(child);
  return child.address;
};
const bin = findPostgres();
const postgres = bin === undefined ? undefined : await startPostgres(bin);
try {
  await main();
} finally {
  await Promise.all(children.map((child) => child.end("SIGKILL")));
  await postgres?.end();
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const contestants = await start();
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

async function start(): Promise<readonly Contestant[]> {
  const refusing = await run("src/sandbox/main.ts", { SANDBOX_PORT: "0" });
  await set(refusing, { auth: "refuse" });
  const taking = await run("src/sandbox/main.ts", { SANDBOX_PORT: "0" });
  await set(taking, { ratePerMinute: 1_000_000 });
  const foyer = { SANDBOX_PORT: new URL(refusing).port, PORT: "0", LOG_LEVEL: "warn", CLIENT_RATE_PER_MINUTE: "0" };
  const stores = {
    SQLite: { bare: "bareSqlite.ts", env: { DATA_DIR: folder, DATABASE_URL: "" } },
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

/** Half a second to warm up, then as many as so many hands can send. */
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
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { perSecond: times.length / secondsEach, p50: quantile(0.5), p99: quantile(0.99) };
}

function post(agent: Agent, url: string, id: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(url, { agent, method: "POST", headers: { ...headers, "idempotency-key": id } }, (response) => {
      response.resume().once("end", () => {
        if ((response.statusCode ?? 500) < 300) resolve();
        else reject(new Error(`${url}: ${response.statusCode}`));
      });
    });
    sent.once("error", reject).end(body);
  });
}

/** The measure of the middle round. */
function middle(of: readonly Measure[]): Measure {
  const sorted = of.toSorted((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] ?? { perSecond: NaN, p50: NaN, p99: NaN };
}
