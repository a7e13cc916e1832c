import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type Page } from "@playwright/test";
import { startChild, withoutSettings, type Child } from "../src/tools/children.ts";
import { takeAway, younger } from "./olderBrowser.ts";

/** A lead in the sandbox: what was received, what was stored, and the paths that were cut. */
export interface SandboxLead {
  readonly leadId: string;
  readonly received: Record<string, unknown>;
  readonly stored: Record<string, unknown>;
  readonly cut: readonly string[];
}

export interface Foyer {
  readonly url: string;
  readonly sandboxUrl: string;
  /** All lines that the proxy printed. */
  readonly log: readonly string[];
  readonly faults: (switches: Record<string, unknown>) => Promise<void>;
  readonly leads: () => Promise<readonly SandboxLead[]>;
  /** Stops the proxy (`kill`: with SIGKILL) and starts it again with the same port and data. */
  readonly restartProxy: (how?: { kill?: boolean }) => Promise<void>;
}

export interface Options {
  /** Added to the proxy's environment. */
  readonly proxyEnv: Record<string, string>;
}

/**
 * Runs stories against real rooms: a sandbox and a proxy on free ports, with separate data. Each file of stories has
 * rooms of its own. The stories of a file run one after the other and find what the earlier ones left there.
 */
export const test = base.extend<{ foyer: Foyer }, Options & { roomsOf: (file: string) => Promise<Foyer> }>({
  proxyEnv: [{}, { option: true, scope: "worker" }],
  roomsOf: [
    async ({ proxyEnv }, use) => {
      let open: { readonly file: string; readonly rooms: Rooms } | undefined;
      await use(async (file) => {
        if (open?.file !== file) {
          await open?.rooms.end();
          open = { file, rooms: await startRooms(proxyEnv) };
        }
        return open.rooms.foyer;
      });
      await open?.rooms.end();
    },
    { scope: "worker" },
  ],
  foyer: async ({ roomsOf }, use, { file }) => use(await roomsOf(file)),
  context: async ({ context }, use) => {
    await context.addInitScript(takeAway, younger);
    await use(context);
  },
  baseURL: async ({ foyer }, use) => use(foyer.url),
});

/** Stores who and event on the device, so that an agent station opens directly. The event is today. */
export async function atOpenHouse(page: Page): Promise<void> {
  await page.goto("/settings");
  await chooseOpenHouse(page);
}

/** The same on a page of Foyer that is open. */
export async function chooseOpenHouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    const day = new Date().toLocaleDateString("sv");
    const house = { address: "48 Larkspur Lane", date: day, hours: "1 to 4 pm", host: "Sample Agent One" };
    const event = { id: "the-sample-open-house", ...house };
    localStorage.setItem("foyer:who:open-house", JSON.stringify({ routing: true }));
    localStorage.setItem("foyer:event:open-house:routing", JSON.stringify({ day, event }));
  });
}

/** The paths that the service worker has cached, in the caches whose name begins with `start`. */
export const cachedPaths = (page: Page, start = ""): Promise<readonly string[]> =>
  page.evaluate(async (start) => {
    const names = (await caches.keys()).filter((name) => name.startsWith(start));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  }, start);

export { expect } from "@playwright/test";

interface Rooms {
  readonly foyer: Foyer;
  readonly end: () => Promise<void>;
}

async function startRooms(proxyEnv: Record<string, string>): Promise<Rooms> {
  const data = await mkdtemp(join(tmpdir(), "foyer-"));
  const log: string[] = [];
  // All stories share one IP address, and no story should wait for the leads of earlier stories.
  const quiet = { CLIENT_RATE_PER_MINUTE: "0", LOFTY_RATE_PER_MINUTE: "6000", FORM_LEAST_SECONDS: "0" };
  const env = { ...withoutSettings(), DATA_DIR: data, SANDBOX_PORT: "0", ...quiet, ...proxyEnv };
  const sandbox = startChild("sandbox", { args: ["src/sandbox/main.ts"], env, print: () => undefined });
  const sandboxUrl = await sandbox.address;

  const start = (port: string): Child =>
    startChild("proxy", {
      args: ["src/proxy/main.ts"],
      env: { ...within(env, sandboxUrl), PORT: port, SANDBOX_PORT: new URL(sandboxUrl).port },
      print: (line) => log.push(line),
    });
  const listening = (child: Child) =>
    child.address.catch((error: unknown) => {
      throw new Error(`${String(error)}\n${log.slice(-20).join("\n")}`);
    });
  let proxy = start("0");
  const url = await listening(proxy);

  const sandboxRequest = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(sandboxUrl + path, init);
    if (!response.ok) throw new Error(`sandbox: ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const foyer: Foyer = {
    url,
    sandboxUrl,
    log,
    faults: async (switches) => {
      const headers = { "content-type": "application/json" };
      await sandboxRequest("/sandbox/faults", { method: "POST", headers, body: JSON.stringify(switches) });
    },
    leads: async () => {
      const response = await sandboxRequest("/sandbox/leads", { headers: { accept: "application/json" } });
      return ((await response.json()) as { leads: readonly SandboxLead[] }).leads;
    },
    restartProxy: async ({ kill = false } = {}) => {
      await proxy.end(kill ? "SIGKILL" : "SIGTERM");
      proxy = start(new URL(url).port);
      await listening(proxy);
    },
  };
  const end = async (): Promise<void> => {
    await Promise.all([proxy.end(), sandbox.end()]);
    await rm(data, { recursive: true, force: true });
  };
  return { foyer, end };
}

/** Replaces `{sandbox}` in a story's environment by the address of its sandbox. */
const within = (env: NodeJS.ProcessEnv, sandboxUrl: string): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value?.replace("{sandbox}", sandboxUrl)]));
