import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { serveHttp } from "./serveHttp.ts";

/** A client that keeps its connections open, as browsers and proxies do. */
const stays = () => {
  const agent = new Agent({ keepAlive: true });
  const get = async (url: string) => {
    const asked = request(url, { agent }).end();
    const [answer] = (await once(asked, "response")) as [import("node:http").IncomingMessage];
    let body = "";
    for await (const chunk of answer) body += String(chunk);
    return body;
  };
  return { get, end: () => agent.destroy() };
};

test("ends at once with clients that keep connections open, after pending requests are answered", async () => {
  const { address, close } = await serveHttp(
    async (asked) => {
      if (asked.url.endsWith("/slow")) await sleep(300);
      return new Response("answered");
    },
    { port: 0, hostname: "127.0.0.1" },
  );
  const [idle, busy] = [stays(), stays()];
  await idle.get(address);
  await busy.get(address);
  // Browsers also open spare connections.
  const silent = connect(Number(new URL(address).port), "127.0.0.1").on("error", () => undefined);
  await once(silent, "connect");
  const slow = busy.get(`${address}/slow`);
  await sleep(100);
  const from = performance.now();
  await close();
  const tookMs = performance.now() - from;
  expect(await slow).toBe("answered");
  expect(tookMs).toBeGreaterThan(150);
  expect(tookMs).toBeLessThan(1_000);
  silent.destroy();
  idle.end();
  busy.end();
});

test.each([
  ["reads nothing", 0],
  ["reads a little now and then", 20],
])(
  "closes a client that %s of a long response",
  async (_name, everyMs) => {
    const body = "x".repeat(40_000_000);
    const { address, close } = await serveHttp(async () => new Response(body), {
      port: 0,
      hostname: "127.0.0.1",
      slowMs: 300,
    });
    const reader = connect(Number(new URL(address).port), "127.0.0.1").on("error", () => undefined);
    reader.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    await once(reader, "readable");
    let bytes = 0;
    const count = (chunk: Buffer | null) => void (bytes += chunk?.length ?? 0);
    const readSome = () => count(reader.read(1_000) as Buffer | null);
    const reading = everyMs > 0 ? setInterval(readSome, everyMs) : undefined;
    await sleep(5_000);
    clearInterval(reading);
    // The client now gets what is still in the system's buffers, but not the rest.
    reader.on("data", count);
    const wasCut = () => reader.destroyed && bytes < body.length;
    await expect.poll(() => wasCut() || bytes >= body.length, { timeout: 15_000 }).toBe(true);
    expect(wasCut()).toBe(true);
    reader.destroy();
    await close();
  },
  40_000,
);
