import { spawn, type ChildProcess } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { fullBrowser } from "../src/tools/browser.ts";
import { browserArgs } from "../src/tools/browserArgs.ts";
import { expect } from "./foyer.ts";
import { found } from "./proxy/encodings.ts";

export interface OwnBrowser {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly kill: () => Promise<void>;
  /** Ends the browser as its window's close button does. */
  readonly close: () => Promise<void>;
}

/** Starts a separate browser, a full one if there is one. It can be killed and started again with what it had written to disk. */
export async function startBrowser(profile: string, ...more: readonly string[]): Promise<OwnBrowser> {
  const port = join(profile, "DevToolsActivePort");
  await rm(port, { force: true });
  const path = fullBrowser() ?? process.env["CHROMIUM_PATH"] ?? chromium.executablePath();
  const args = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--no-first-run", ...more];
  const child = spawn(path, [...args, ...browserArgs, "about:blank"], { stdio: "ignore", detached: true });
  // A story that fails does not end it.
  const leave = () => void killed(child);
  process.once("exit", leave);
  child.once("exit", () => process.off("exit", leave));
  let address = "";
  await expect
    .poll(async () => (address = await readFile(port, "utf8").catch(() => "")), { timeout: 60_000 })
    .toMatch(/^\d+\n/);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${address.split("\n")[0]}`);
  const context = contextOf(browser);
  const close = async () => {
    const gone = ended(child);
    await (await browser.newBrowserCDPSession()).send("Browser.close").catch(() => undefined);
    await gone;
  };
  return { page: await context.newPage(), context, close, kill: () => killed(child) };
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once("exit", () => resolve()));

function killed(child: ChildProcess): Promise<void> {
  const gone = ended(child);
  process.kill(-(child.pid as number), "SIGKILL");
  return gone;
}

function contextOf(browser: Browser): BrowserContext {
  const context = browser.contexts()[0];
  if (!context) throw new Error("no context");
  return context;
}

/** The files of a profile that contain a text, in any encoding. */
export async function filesWith(text: string, profile: string): Promise<readonly string[]> {
  const names = await readdir(profile, { recursive: true });
  const hits: string[] = [];
  for (const name of names) {
    const bytes = await readFile(join(profile, name)).catch(() => Buffer.alloc(0));
    if (found(text, bytes).length > 0) hits.push(name);
  }
  return hits;
}
