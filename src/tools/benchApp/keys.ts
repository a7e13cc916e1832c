import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, CDPSession, Locator, Page } from "@playwright/test";
import type { Contestant } from "./contestants.ts";
import { keyEvents } from "./keyEvents.ts";
import { openPage } from "./openPage.ts";

export interface Keys {
  /** Script, layout and style in ms for each key. */
  readonly uncounted: number;
  readonly counted: number;
  /** CPU time in ms for going to the second step, at CPU 4x. */
  readonly step: number;
  /** CPU time in ms for the whole load, at CPU 4x. */
  readonly load: number;
  /** Heap after a garbage collection, in MB. */
  readonly heap: number;
}

const batches = 8;
const keysInBatch = 25;
const msBetweenKeys = 10;

/** Loads the form at CPU 4x and waits until it is idle. Then types 200 keys into each of the two boxes at CPU 1x. */
export async function keys(browser: Browser, of: Contestant): Promise<Keys> {
  const { page, session, close } = await openPage(browser, { name: "", cpu: 4, isSlow: false });
  try {
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(of.url);
    if (of.start) await page.getByRole("button", { name: of.start }).click();
    const counted = page.getByRole("textbox", { name: /^First name/ });
    await counted.waitFor();
    // Resources that the app fetches when idle count as load.
    await page.waitForLoadState("networkidle");
    await sleep(1000);
    const load = (await metrics(session, ["TaskDuration"])) * 1000;
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await session.send("HeapProfiler.enable");
    await session.send("HeapProfiler.collectGarbage");
    const heap = (await metrics(session, ["JSHeapUsedSize"])) / 1e6;
    const uncounted = page.getByRole("textbox", { name: new RegExp(`^${of.uncounted}`) });
    const msEach = { uncounted: await msPerKey(session, uncounted), counted: await msPerKey(session, counted) };
    await counted.fill("Bench Sample");
    await page.getByRole("textbox", { name: /^Email 1/ }).fill("bench.sample@example.com");
    return { ...msEach, step: await step(page, session), load, heap };
  } finally {
    await close();
  }
}

/**
 * Returns ms for each key. Types in batches that stay below every limit; each batch replaces the one before. Includes
 * the work in the 300 ms after a batch.
 */
async function msPerKey(session: CDPSession, box: Locator): Promise<number> {
  const work = () => metrics(session, ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"]);
  await box.click();
  await type(session, keysInBatch);
  let sum = 0;
  for (let batch = 0; batch < batches; batch++) {
    await box.selectText();
    await sleep(50);
    const before = await work();
    await type(session, keysInBatch);
    await sleep(300);
    sum += (await work()) - before;
  }
  return (sum * 1000) / (batches * keysInBatch);
}

/** Returns the CPU time in ms of the click and of the second after it. */
async function step(page: Page, session: CDPSession): Promise<number> {
  await sleep(500);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const before = await metrics(session, ["TaskDuration"]);
  await page.getByRole("button", { name: /^(Continue|More questions|Sign in)$/ }).click();
  await page.getByRole("textbox", { name: /^First name/ }).waitFor({ state: "hidden" });
  await sleep(1000);
  return ((await metrics(session, ["TaskDuration"])) - before) * 1000;
}

/** Sends a key every 10 ms without waiting: a response comes only with the page's next frame. */
async function type(session: CDPSession, count: number): Promise<void> {
  const answers: Promise<unknown>[] = [];
  for (let key = 0; key < count; key++) {
    for (const event of keyEvents("abcde".charAt(key % 5))) answers.push(session.send("Input.dispatchKeyEvent", event));
    await sleep(msBetweenKeys);
  }
  await Promise.all(answers);
}

async function metrics(session: CDPSession, names: readonly string[]): Promise<number> {
  const { metrics: all } = await session.send("Performance.getMetrics");
  return all.filter(({ name }) => names.includes(name)).reduce((sum, { value }) => sum + value, 0);
}
