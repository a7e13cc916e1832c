import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { OutboxAnswer, OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { parseExact } from "#lead/wire.ts";
import { startChild, withoutSettings, type Child } from "../../tools/children.ts";
import { readEnvironment } from "../platform/environment.ts";
import { openOutside } from "../outside.ts";
import { startProxy } from "../start.ts";
import { faultProxy } from "./faultProxy.ts";

/** A lead as the sandbox shows it. */
export interface Held {
  readonly leadId: string;
  readonly mergedInto?: string;
  readonly received: { readonly content?: string };
  readonly stored: { readonly [key: string]: unknown };
  readonly notes: readonly { readonly content: string }[];
}

const fastest = 40;
const scale = { FOYER_TIME_SCALE: String(fastest) };
const idle: Child[] = [];

/**
 * The real proxy on real sockets, a network that can fail, and the sandbox with its switches as a process. `timeScale`:
 * the proxy's. At 40 a request that takes 0.4 s has timed out, as any does on a busy machine.
 */
export async function roomsWithFaults(timeScale = fastest) {
  const folder = mkdtempSync(join(tmpdir(), "foyer-faults-"));
  const sandbox = idle.pop() ?? startSandbox();
  const crm = await sandbox.address;
  const line = await faultProxy(crm);

  const open = async (baseUrl: string) => {
    const env = readEnvironment({
      FOYER_TIME_SCALE: String(timeScale),
      DATA_DIR: folder,
      LOFTY_BASE_URL: baseUrl,
      LOG_LEVEL: "silent",
      CLIENT_RATE_PER_MINUTE: "0",
      LOFTY_API_KEY: "sandbox-key",
      STAFF_PASSCODE: "sample passcode",
    });
    const outside = await openOutside(env);
    const proxy = await startProxy(env, outside);
    const cookie = await signIn(proxy.fetch);
    return { ...proxy, outside, cookie };
  };
  let proxy = await open(line.url);
  const close = async () => {
    await proxy.stop();
    await proxy.outside.close();
  };
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    proxy.fetch(
      new Request(`http://127.0.0.1${path}`, {
        method,
        headers: { cookie: proxy.cookie, "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const outbox = async () => ((await (await ask("GET", "/api/outbox")).json()) as OutboxAnswer).entries;

  const switches = async (values: object) => {
    const answer = await fetch(`${crm}/sandbox/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(values),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };

  return {
    crm,
    line,
    ask,
    /** Restarts the proxy on the same store, with another CRM address. */
    restart: async (baseUrl = line.url) => {
      await close();
      proxy = await open(baseUrl);
    },
    switches,
    /** Adds a person who is already in the CRM. */
    addPerson: async (lead: object) => {
      const headers = { authorization: "token sandbox-key", "content-type": "application/json" };
      await fetch(`${crm}/v1.0/leads`, { method: "POST", headers, body: JSON.stringify(lead) });
    },
    /** Sends a lead. Returns its id and the response time in ms. */
    submit: async (lead: object) => {
      const id = randomUUID();
      const at = performance.now();
      const body = { station: "front-desk", capturedAt: "2026-11-25T09:00:00Z", lead };
      const answer = await ask("POST", "/api/leads", body, { "idempotency-key": id });
      if (!answer.ok) throw new Error(await answer.text());
      return { id, tookMs: performance.now() - at };
    },
    /** Returns the entries when all have one of these statuses, or after `withinMs`. */
    settled: async (rest: readonly string[], withinMs: number): Promise<readonly OutboxEntry[]> => {
      const until = performance.now() + withinMs;
      for (;;) {
        const entries = await outbox();
        if (entries.every(({ status }) => rest.includes(status)) || performance.now() > until) return entries;
        await sleep(50);
      }
    },
    held: async (): Promise<readonly Held[]> => {
      const answer = await fetch(`${crm}/sandbox/leads`, { headers: { accept: "application/json" } });
      return (parseExact(await answer.text()) as { leads: readonly Held[] }).leads;
    },
    end: async () => {
      await close();
      line.end();
      await Promise.all(["leads", "requests"].map((what) => fetch(`${crm}/sandbox/${what}`, { method: "DELETE" })));
      await switches({ reset: true });
      idle.push(sandbox);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
/** Sandboxes are emptied and used again. */
export const endSandboxes = () => Promise.all(idle.map((sandbox) => sandbox.end()));

const startSandbox = () =>
  startChild("sandbox", {
    args: ["src/sandbox/main.ts"],
    env: { ...withoutSettings(), ...scale, SANDBOX_PORT: "0" },
    print: () => undefined,
  });

export type Rooms = Awaited<ReturnType<typeof roomsWithFaults>>;

async function signIn(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
  const answer = await fetch(
    new Request("http://127.0.0.1/api/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ passcode: "sample passcode" }),
    }),
  );
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}
