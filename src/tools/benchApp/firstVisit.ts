import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { limit, type Contestant } from "./contestants.ts";
import { keyEvents } from "./keyEvents.ts";
import { openPage, type Condition } from "./openPage.ts";
import { watch, type Event } from "./watch.ts";
import { watchWire } from "./watchWire.ts";

export interface FirstVisit {
  readonly firstKey: number;
  readonly takenOver: number;
  readonly bytes: number;
  readonly trips: number;
  readonly typed: number;
  readonly lost: number;
}

const everyMs = 40;
const longestMs = 60_000;
const letters = "abcdefghijklmnopqrstuvwxyz";

/** Opens the form with a cold cache. */
export async function firstVisit(browser: Browser, of: Contestant, condition: Condition): Promise<FirstVisit> {
  const { page, session, close } = await openPage(browser, condition);
  try {
    return await openTyping(page, session, of);
  } finally {
    await close();
  }
}

/** Opens the form in a page and types continuously, until 1.2 s after the counter first works. */
export async function openTyping(page: Page, session: CDPSession, of: Contestant): Promise<FirstVisit> {
  const firstKey = Promise.withResolvers<number>();
  const takenOver = Promise.withResolvers<number>();
  await page.exposeFunction("benchTell", (event: Event) => {
    if (event.what === "start") press(session, event);
    else if (event.what === "first key") firstKey.resolve(event.at);
    else takenOver.resolve(event.at);
  });
  await page.addInitScript(watch, { start: of.start, limit });
  const wire = await watchWire(session);
  const typing = type(session);
  await page.goto(of.url, { waitUntil: "commit" });
  const late = AbortSignal.timeout(longestMs);
  late.addEventListener("abort", () => takenOver.reject(new Error(`${of.name}: nothing counted in ${longestMs} ms`)));
  const taken = await takenOver.promise;
  await sleep(1200);
  clearInterval(typing);
  await sleep(500);
  const { typed, held, lostPresses } = await page.evaluate(() => benchTyped());
  const first = await firstKey.promise;
  return {
    firstKey: first,
    takenOver: taken,
    bytes: wire.bytesBefore(first),
    trips: wire.tripsBefore(first),
    typed: typed.length,
    lost: typed.length - keptOf(typed, held) + lostPresses,
  };
}

/** Sends a letter every 40 ms, in alphabetical order so that a lost one is visible. Does not wait for responses. */
function type(session: CDPSession): NodeJS.Timeout {
  let count = 0;
  return setInterval(() => {
    const key = letters.charAt(count++ % letters.length);
    for (const event of keyEvents(key)) session.send("Input.dispatchKeyEvent", event).catch(() => undefined);
  }, everyMs);
}

function press(session: CDPSession, { x, y }: { readonly x: number; readonly y: number }): void {
  for (const type of ["mousePressed", "mouseReleased"] as const)
    session.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 }).catch(() => undefined);
}

/** Returns how many of the typed letters are in the box, in order. */
function keptOf(typed: string, held: string): number {
  let kept = 0;
  for (const letter of typed) if (letter === held[kept]) kept++;
  return kept;
}
