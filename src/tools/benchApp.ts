import { mkdtempSync, rmSync } from "node:fs";
import { arch, cpus, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { contestants } from "./benchApp/contestants.ts";
import { firstVisit } from "./benchApp/firstVisit.ts";
import { keys } from "./benchApp/keys.ts";
import type { Condition } from "./benchApp/openPage.ts";
import { offlineVisit } from "./benchApp/offlineVisit.ts";
import { print } from "./benchApp/print.ts";
import { Results } from "./benchApp/results.ts";
import { serveFloors } from "./benchApp/serveFloors.ts";
import { startFoyer } from "./benchApp/startFoyer.ts";
import { wholeVisit } from "./benchApp/wholeVisit.ts";
import { findBrowser, howToGetOne } from "./browser.ts";
import { browserArgs } from "./browserArgs.ts";
import { buildIfOlder } from "./buildIfOlder.ts";

/**
 * `npm run bench:app [-- --rounds N] [-- --only first|offline|keys]` measures for our four stations how soon they accept a key
 * and what a key costs. It compares them with the same 30 fields in plain HTML and in bare React. All contestants run
 * in turn, because on one machine only ratios are meaningful.
 */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "2" }, only: { type: "string", default: "" } },
});
const rounds = Number(values.rounds);
const wants = (part: "first" | "offline" | "keys") => values.only === "" || values.only === part;
const conditions: readonly Condition[] = [
  { name: "CPU 4x, slow line", cpu: 4, isSlow: true },
  { name: "CPU 4x", cpu: 4, isSlow: false },
  { name: "CPU 1x, slow line", cpu: 1, isSlow: true },
  { name: "CPU 1x", cpu: 1, isSlow: false },
];

/** CPU throttling of the visits without a network. */
const offlineCpus = [4, 1];

const built = buildIfOlder();
if (built !== 0) process.exit(built);
const found = await findBrowser(() => undefined);
if (!found) {
  console.error(howToGetOne);
  process.exit(1);
}
const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), "foyer-bench-"));
const floors = await serveFloors(folder);
const foyer = await startFoyer(folder);
const browser = await chromium.launch({
  args: [...browserArgs],
  env: { ...process.env, ...found.env },
  ...(found.path ? { executablePath: found.path } : {}),
});
try {
  await main();
} finally {
  await browser.close();
  await foyer.end();
  floors.end();
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const all = contestants(floors.url, foyer.url);
  const results = new Results();
  const add = (name: string, at: string, figures: object) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`${seconds} s, ${name}${at}: ${JSON.stringify(figures)}`);
    for (const [row, figure] of Object.entries(figures)) results.add(row + at, name, Number(figure));
  };
  // Runs first, because the first contestant also pays for the start of browser and proxy.
  for (const one of wants("first") ? all : []) add(one.name, "", await wholeVisit(browser, one));
  for (let round = 0; round < rounds; round++) {
    for (const condition of wants("first") ? conditions : [])
      for (const one of all) add(one.name, `, ${condition.name}`, await firstVisit(browser, one, condition));
    for (const cpu of wants("offline") ? offlineCpus : [])
      for (const one of all.filter(({ worker }) => worker !== "none"))
        add(one.name, `, offline, CPU ${cpu}x`, await offlineVisit(browser, one, cpu));
    for (const one of wants("keys") ? all : []) add(one.name, "", await keys(browser, one));
  }
  const [cpu] = cpus();
  const machine = `${cpus().length} x ${cpu?.model.trim()}, ${platform()} ${arch()}`;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const today = new Date().toLocaleDateString("sv");
  console.log(`\n${today}, ${machine}, Chromium ${browser.version()}, Node ${process.version}`);
  console.log(`${rounds} rounds in turns, ${seconds} s; medians, and their ratios to bare React`);
  print(results, { names: all.map(({ name }) => name), conditions, offlineCpus });
}
