import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type Page } from "@playwright/test";
import { startChild, type Child } from "../src/tools/children.ts";
import { takeAway, younger } from "./olderBrowser.ts";

/** A lead as the sandbox saw it: what it was sent, what it kept, and the paths it cut. */
export interface SandboxLead {
  readonly leadId: string;
  readonly received: Record<string, unknown>;
  readonly stored: Record<string, unknown>;
  readonly cut: readonly string[];
}

export interface Foyer {
  readonly url: string;
  readonly sandboxUrl: string;
  /** Every line the proxy printed. */
  readonly log: readonly string[];
  readonly faults: (switches: Record<string, unknown>) => Promise<void>;
  readonly leads: () => Promise<readonly SandboxLead[]>;
  /** Ends the proxy (`kill`: as a power cut would) and starts it again on the same port and data. */
  readonly restartProxy: (how?: { kill?: boolean }) => Promise<void>;
}

export interface Options {
  /** Added to the proxy's environment: `test.use({ proxyEnv: { … } })` gives a file rooms of its own. */
  readonly proxyEnv: Record<string, string>;
}

/** A story with the real rooms behind it: one sandbox and one proxy for a worker, on free ports, with data of its own. */
export const test = base.extend<object, Options & { foyer: Foyer }>({
  proxyEnv: [{}, { option: true, scope: "worker" }],
  foyer: [
    async ({ proxyEnv }, use) => {
      const data = await mkdtemp(join(tmpdir(), "foyer-"));
      const rooms = await startRooms(data, proxyEnv);
      await use(rooms.foyer);
      await rooms.end();
      await rm(data, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  context: async ({ context }, use) => {
    await context.addInitScript(takeAway, younger);
    await use(context);
  },
  baseURL: async ({ foyer }, use) => use(foyer.url),
});

/** A device that has said who it is, at a house of today: what an agent station asks before it opens. */
export async function atOpenHouse(page: Page): Promise<void> {
  await page.goto("/settings");
  await page.evaluate(() => {
    const day = new Date().toLocaleDateString("sv");
    const house = { address: "48 Larkspur Lane", date: day, hours: "1 to 4 pm", host: "Sample Agent One" };
    const event = { id: "the-sample-open-house", ...house };
    localStorage.setItem("foyer:who:open-house", JSON.stringify({ routing: true }));
    localStorage.setItem("foyer:event:open-house:routing", JSON.stringify({ day, event }));
  });
}

export { expect } from "@playwright/test";

async function startRooms(data: string, proxyEnv: Record<string, string>) {
  const log: string[] = [];
  // Every visitor of every story comes from one address.
  const quiet = { CLIENT_RATE_PER_MINUTE: "0" };
  const env = { ...withoutCredentials(), DATA_DIR: data, SANDBOX_PORT: "0", ...quiet, ...proxyEnv };
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
  return { foyer, end: async () => void (await Promise.all([proxy.end(), sandbox.end()])) };
}

/** `{sandbox}` in a story's environment is the address of its sandbox. */
const within = (env: NodeJS.ProcessEnv, sandboxUrl: string): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value?.replace("{sandbox}", sandboxUrl)]));

/** A story must never reach a real CRM, whatever the shell it was started from holds. */
function withoutCredentials(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(LOFTY_|STAFF_|DATABASE_URL)/.test(name)),
  );
}
