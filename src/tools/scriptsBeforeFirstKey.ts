import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { root } from "./children.ts";

export interface Script {
  readonly name: string;
  /** As `gzip -9` leaves it, however it was served. */
  readonly bytes: number;
}

/** The scripts a cold browser asks for before First name stands on the page and can be typed in, biggest first. */
export async function scriptsBeforeFirstKey(page: Page, address: string): Promise<readonly Script[]> {
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (!document.getElementById("f-firstName")) return;
      performance.mark("first-name");
      look.disconnect();
    });
    look.observe(document, { childList: true, subtree: true });
  });
  await answerOnce(page, address);
  await page.goto(address);
  await page.getByLabel("First name").waitFor();
  const names = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName("first-name");
    return performance
      .getEntriesByType("resource")
      .filter(({ name, startTime }) => name.endsWith(".js") && startTime <= (mark?.startTime ?? Infinity))
      .map(({ name }) => new URL(name).pathname);
  });
  return names
    .map((name) => ({ name, bytes: gzipSync(readFileSync(join(root, "dist", name)), { level: 9 }).length }))
    .toSorted((one, other) => other.bytes - one.bytes);
}

/** What an agent station asks once a day: whose leads, and which house. Without its answers there is no First name yet. */
async function answerOnce(page: Page, address: string): Promise<void> {
  await page.addInitScript((station) => {
    const day = new Date().toLocaleDateString("sv");
    const event = { id: "the-sample-open-house", address: "48 Larkspur Lane", date: day };
    localStorage.setItem(`foyer:who:${station}`, JSON.stringify({ routing: true }));
    localStorage.setItem(`foyer:event:${station}:routing`, JSON.stringify({ day, event }));
  }, address.split("/").at(-1));
}

export const total = (scripts: readonly Script[]) => scripts.reduce((sum, { bytes }) => sum + bytes, 0);
