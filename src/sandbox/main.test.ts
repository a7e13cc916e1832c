import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env["PATH"], ...env }, stdio: "pipe" });
  children.push(child);
  const ended = once(child, "close") as Promise<[code: number | null, signal: string | null]>;
  return { child, ended };
}

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  const [chunk] = stream === null ? [""] : ((await once(stream, "data")) as [Buffer]);
  return String(chunk);
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "prints its address; %s ends it within 1 s, even with open requests",
  async (signal) => {
    const { child, ended } = start({ SANDBOX_PORT: "0", SANDBOX_KEY: "other-key" });
    const line = await firstLine(child.stdout);
    expect(line).toMatch(/^sandbox listening on http:\/\/127\.0\.0\.1:\d+\n$/);
    const url = line.trim().split(" ").at(-1) ?? "";
    const headers = { authorization: "token other-key", "content-type": "application/json" };
    expect((await fetch(`${url}/v1.0/me`, { headers })).status).toBe(200);

    await fetch(`${url}/sandbox/faults`, { method: "POST", body: '{"fault":"silence","faultOn":"all"}' });
    const hanging = fetch(`${url}/v1.0/me`, { headers }).catch(() => "broken");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const askedAt = Date.now();
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(Date.now() - askedAt).toBeLessThan(1000);
    expect(await hanging).toBe("broken");
  },
);

test.each([
  [{ SANDBOX_PORT: "many" }, "sandbox: SANDBOX_PORT: not a port: many\n"],
  [{ SANDBOX_PORT: "0", FOYER_TIME_SCALE: "0" }, "sandbox: FOYER_TIME_SCALE: not a number above 0: 0\n"],
])("%j: prints one line and exits with 1", async (env, line) => {
  const { child, ended } = start(env);
  expect(await firstLine(child.stderr)).toBe(line);
  expect((await ended)[0]).toBe(1);
});
