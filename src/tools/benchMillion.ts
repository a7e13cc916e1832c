import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { Agent } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { post, quantile, submission } from "./benchLoad.ts";
import { timePages } from "./benchPages.ts";
import { filesHold, keysIn, lostOf } from "./benchFiles.ts";
import type { Child } from "./children.ts";

interface Settings {
  readonly start: (program: string, env: NodeJS.ProcessEnv, print?: (line: string) => void) => Child;
  readonly set: (sandbox: string, switches: object) => Promise<void>;
  readonly secondsEach: number;
  readonly rounds: number;
  /** Only the start and staff's pages. */
  readonly onlyPages: boolean;
}

const atOnce = 16;
const perSecond = 20;
/** How often an open outbox page, and its pill, send requests. */
const pageEveryMs = 5_000;
const pillEveryMs = 15_000;
const probeEveryMs = 10;
const atRestMs = 20_000;

/** Measures a store of BENCH_LEADS leads (default 1,000,000): the start, staff's pages, and retention. */
export async function benchMillion(folder: string, settings: Settings): Promise<void> {
  const { start, set, secondsEach, rounds, onlyPages } = settings;
  const leads = process.env["BENCH_LEADS"] ?? "1000000";
  const code = await start("src/proxy/testing/fillStore.ts", { DATA_DIR: folder, FILL_LEADS: leads }, console.log)
    .ended;
  if (code !== 0) throw new Error("the store could not be filled");
  const size = statSync(join(folder, "foyer.sqlite")).size / 2 ** 30;
  console.log(`${cpus().length} cores, ${Number(leads).toLocaleString("en")} leads, ${size.toFixed(2)} GiB\n`);
  const sandbox = await start("src/sandbox/main.ts", { SANDBOX_PORT: "0" }).address;
  await set(sandbox, { auth: "refuse" });
  const env = { DATA_DIR: folder, SANDBOX_PORT: new URL(sandbox).port, PORT: "0" };
  const foyer = (more: NodeJS.ProcessEnv, print?: (line: string) => void) =>
    start("src/proxy/main.ts", { ...env, CLIENT_RATE_PER_MINUTE: "0", LOG_LEVEL: "warn", ...more }, print);

  const from = performance.now();
  // Retention deletes nothing in this part.
  const pages = foyer({ RETENTION_DAYS: "365" });
  const url = await pages.address;
  row("start until it listens", ms(performance.now() - from));
  for (const { page, p50, most } of await timePages(url)) row(`${page}, at rest`, `${ms(p50)}, longest ${ms(most)}`);
  if (onlyPages) return void (await pages.end());
  const alone: Load[] = [];
  const withPage: Load[] = [];
  const health = watchHealth(url);
  for (let round = 0; round < rounds; round++) {
    alone.push(await accept(url, secondsEach));
    const page = openPage(url);
    withPage.push(await accept(url, Math.max(secondsEach, (2 * pageEveryMs) / 1000)));
    page.close();
  }
  const [without, open] = [rate(alone), rate(withPage)];
  row(`accepts/s, ${atOnce} at once`, `${without.toFixed(0)}, p99 ${ms(quantile(times(alone), 0.99))}`);
  row(
    "the same while a page is open",
    `${open.toFixed(0)}, p99 ${ms(quantile(times(withPage), 0.99))}, ${Math.round((100 * open) / without)} %`,
  );
  row("longest silence of /healthz", ms(await health.stop()));
  const until = performance.now() + atRestMs;
  const atRest = await acceptSteadily(url, () => performance.now() > until);
  row(`${perSecond} accepts/s, nothing else to do`, spread(atRest.times));
  await pages.end();

  const file = join(folder, "foyer.sqlite");
  const keysBefore = keysIn(`${file}.keys`);
  let forgotten: string | undefined;
  const tidying = foyer({ RETENTION_DAYS: "30", LOG_LEVEL: "info" }, (line) => {
    if (line.includes('"event":"forgotten"')) forgotten = /"entries":(\d+)/.exec(line)?.[1];
  });
  const tidied = await tidying.address;
  const probe = watchHealth(tidied);
  const began = performance.now();
  const steady = await acceptSteadily(tidied, () => forgotten !== undefined);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  row(`${forgotten} leads forgotten under ${perSecond} accepts/s`, `after ${seconds} s`);
  row("accepts meanwhile", `${spread(steady.times)}, ${steady.failed} of ${steady.times.length} failed`);
  row("longest silence of /healthz meanwhile", ms(await probe.stop()));
  const keysAfter = keysIn(`${file}.keys`);
  const ended = [...keysBefore].filter(([week]) => !keysAfter.has(week)).map(([, key]) => key);
  const found = (bytes: string | Uint8Array) => (filesHold(folder, bytes) ? "FOUND" : "not found");
  row("the name of every lead, searched in all files", found("Quetzalcoatlus"));
  row(`keys of ${ended.length} weeks deleted, searched in all files`, ended.map(found).join() || "none was due");
  row("accepted leads that are lost", String(lostOf(file, steady.ids, keysAfter)));
  await tidying.end();
}

interface Load {
  readonly times: readonly number[];
  readonly seconds: number;
}
const times = (loads: readonly Load[]) => loads.flatMap((load) => load.times);
const rate = (loads: readonly Load[]) =>
  quantile(
    loads.map((load) => load.times.length / load.seconds),
    0.5,
  );
const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const spread = (values: readonly number[]) => {
  const [middle, high, most] = [0.5, 0.99, 1].map((share) => ms(quantile(values, share)));
  return `p50 ${middle}, p99 ${high}, longest ${most}`;
};
const row = (name: string, value: string) => console.log(name.padEnd(50) + value);

async function timed(url: string): Promise<number> {
  const from = performance.now();
  await (await fetch(url)).arrayBuffer();
  return performance.now() - from;
}

async function sendOne(agent: Agent, url: string, into: number[], id: string = randomUUID()): Promise<void> {
  const from = performance.now();
  await post(agent, `${url}/api/leads`, id, JSON.stringify(submission(id)));
  into.push(performance.now() - from);
}

async function accept(url: string, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const until = performance.now() + seconds * 1000;
  const all: number[] = [];
  const hand = async () => {
    while (performance.now() < until) await sendOne(agent, url, all);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  agent.destroy();
  return { times: all, seconds };
}

/** Sends `perSecond` submissions a second until `isOver`, without waiting for earlier responses. */
async function acceptSteadily(url: string, isOver: () => boolean) {
  const agent = new Agent({ keepAlive: true });
  const all: number[] = [];
  const ids: string[] = [];
  const sent: Promise<unknown>[] = [];
  let failed = 0;
  const end = performance.now() + 15 * 60_000;
  while (!isOver() && performance.now() < end) {
    const id = randomUUID();
    const sending = sendOne(agent, url, all, id).then(
      () => ids.push(id),
      () => (failed += 1),
    );
    sent.push(sending);
    await sleep(1000 / perSecond);
  }
  await Promise.all(sent);
  agent.destroy();
  return { times: all, failed, ids };
}

/** Sends the same requests as an open outbox page, at the same intervals. */
function openPage(url: string) {
  const ask = (path: string) => void timed(url + path).catch(() => undefined);
  const timers = [setInterval(() => ask("/api/outbox"), pageEveryMs), setInterval(() => ask("/api/open"), pillEveryMs)];
  ask("/api/outbox");
  ask("/api/open");
  return { close: () => timers.forEach(clearInterval) };
}

/** Polls /healthz. `stop` returns the longest response time in ms. */
function watchHealth(url: string) {
  let isOver = false;
  let longest = 0;
  const watching = (async () => {
    while (!isOver) {
      longest = Math.max(longest, await timed(`${url}/healthz`));
      await sleep(probeEveryMs);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await watching;
      return longest;
    },
  };
}
