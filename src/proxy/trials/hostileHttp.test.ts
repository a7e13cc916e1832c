import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { versionOf } from "../store/stationVersions.ts";
import { serveHttp, type Listening } from "../http/serveHttp.ts";
import { appOver, refusing } from "../testing/appOver.ts";

/** Malformed and hostile HTTP on a raw socket. It never gets a 5xx, and no lead is sent. */
let rooms: Awaited<ReturnType<typeof appOver>>;
let http: Listening;
const port = () => Number(new URL(http.address).port);

beforeAll(async () => {
  rooms = await appOver(refusing, { CLIENT_RATE_PER_MINUTE: "0" });
  http = await serveHttp(rooms.fetch, { port: 0, hostname: "127.0.0.1" });
});
afterAll(async () => {
  await http.close();
  await rooms.stop();
});

/** Returns the response text, until the other side closes or sends nothing for a while. */
function talk(parts: readonly (string | Uint8Array)[], { waitMs = 400, betweenMs = 0 } = {}): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(port(), "127.0.0.1");
    // `waitMs` begins with the first byte of the response.
    let timer = setTimeout(() => socket.destroy(), waitMs + parts.length * betweenMs + 20_000);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => socket.destroy(), waitMs);
    };
    socket.on("data", (chunk) => {
      heard += chunk.toString("latin1");
      later();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(heard);
    });
    socket.on("connect", () => {
      void (async () => {
        for (const part of parts) {
          if (socket.destroyed) return;
          socket.write(part);
          if (betweenMs > 0) await sleep(betweenMs);
        }
      })();
    });
  });
}
const statusesIn = (heard: string) => [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

const lead = JSON.stringify({ station: "front-desk", capturedAt: "2026-11-25T09:00:00Z", lead: { firstName: "Raw" } });
const post = (headers: readonly string[], body: string | Uint8Array = lead, line = "POST /api/leads HTTP/1.1") => {
  const own = ["Host: 127.0.0.1", `Idempotency-Key: ${randomUUID()}`, "Connection: close", ...headers];
  return [`${line}\r\n${own.join("\r\n")}\r\n\r\n`, body];
};
const json = "Content-Type: application/json";
const length = (body: string) => `Content-Length: ${Buffer.byteLength(body)}`;
const sized = (body: string) => post([json, length(body)], body);
const get = (path: string, headers: readonly string[] = []) => [
  `GET ${path} HTTP/1.1\r\n${["Host: 127.0.0.1", "Connection: close", ...headers].join("\r\n")}\r\n\r\n`,
];
const chunked = (chunks: string) => post([json, "Transfer-Encoding: chunked"], chunks);

const versions = new Map(readyStations.map((station) => [station.id, versionOf(station)]));
const sealedBody = (station: string, text: string) =>
  `{"station":"${station}","stationVersion":"${versions.get(station)}","capturedAt":"2026-11-25T09:00:00Z","sealed":"${text}"}`;
const sealed = (station: string, text: string) => sized(sealedBody(station, text));

/** The request and its allowed statuses; 0 when the connection may be closed without a response. */
const requests: readonly (readonly [
  name: string,
  parts: readonly (string | Uint8Array)[],
  answers: readonly number[],
])[] = [
  ["two lengths", post([json, "Content-Length: 5", length(lead)]), [400]],
  ["two equal lengths", post([json, length(lead), length(lead)]), [400]],
  ["length and chunks", post([json, length(lead), "Transfer-Encoding: chunked"]), [400]],
  ["chunks named twice", post([json, "Transfer-Encoding: chunked", "Transfer-Encoding: identity"]), [400]],
  ["chunked in disguise", post([json, "Transfer-Encoding: xchunked"]), [400, 501]],
  ["chunked after a space", post([json, "Transfer-Encoding : chunked"]), [400]],
  ["a negative length", post([json, "Content-Length: -1"]), [400]],
  ["a length in hex", post([json, "Content-Length: 0x10"]), [400]],
  ["a length of words", post([json, "Content-Length: many"]), [400]],
  ["a length beyond all", post([json, "Content-Length: 99999999999999999999"]), [400, 413]],
  ["a plus before the length", post([json, "Content-Length: +10"]), [400]],
  ["a list of lengths", post([json, "Content-Length: 10, 10"]), [400]],
  ["no length at all", post([json]), [400]],
  ["a chunk of no size", chunked("zz\r\nabc\r\n0\r\n\r\n"), [400]],
  ["a chunk size beyond all", chunked("fffffffffffffffff\r\na"), [400]],
  ["a chunk that ends elsewhere", chunked("3\r\nabcd\r\n0\r\n\r\n"), [400]],
  ["a chunk extension of 20 KB", chunked(`3;${"x".repeat(20_000)}\r\nabc\r\n0\r\n\r\n`), [400, 413]],
  ["trailers", chunked(`2\r\n{}\r\n0\r\nX-Trail: 1\r\n\r\n`), [400, 422]],
  ["a header without a colon", post([json, "broken", length(lead)]), [400]],
  ["a header that goes on in the next line", post([json, "X-A: 1\r\n  2", length(lead)]), [400]],
  ["a line end of its own kind", ["GET / HTTP/1.1\nHost: a\n\n"], [400, 404]],
  ["NUL in a header", post([json, "X-A: a\u0000b", length(lead)]), [400]],
  ["headers of 20 KB", get("/api/config", [`X-A: ${"a".repeat(20_000)}`]), [431]],
  [
    "3,000 headers",
    get(
      "/api/config",
      Array.from({ length: 3000 }, (_, index) => `X-${index}: 1`),
    ),
    [200, 431],
  ],
  ["no host", ["GET /api/config HTTP/1.1\r\nConnection: close\r\n\r\n"], [400]],
  ["two hosts", get("/api/config", ["Host: evil.example.com"]), [400, 200]],
  ["a host of nonsense", ["GET /api/config HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n"], [400, 200]],
  ["HTTP/0.9", ["GET /\r\n\r\n"], [400]],
  ["HTTP/2 by surprise", ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"], [400, 505]],
  ["HTTP/3.7", ["GET / HTTP/3.7\r\nHost: a\r\n\r\n"], [400, 505]],
  ["TLS", [new Uint8Array([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc])], [400]],
  ["noise", [new Uint8Array(512).map((_, index) => (index * 73) % 256)], [400]],
  ["an upgrade to websocket", get("/api/config", ["Upgrade: websocket", "Connection: Upgrade"]), [200, 400, 0]],
  ["an expectation", post([json, length(lead), "Expect: 200-maybe"]), [417]],
  ["CONNECT", ["CONNECT api.lofty.com:443 HTTP/1.1\r\nHost: api.lofty.com\r\n\r\n"], [400, 405, 0]],
  [
    "TRACE",
    [`TRACE /api/config HTTP/1.1\r\nHost: a\r\nCookie: foyer=secret-canary\r\nConnection: close\r\n\r\n`],
    [400, 404, 405],
  ],
  ["a method of its own", ["FOYER / HTTP/1.1\r\nHost: a\r\n\r\n"], [400]],
  ["PATCH", post([json, length(lead)], lead, "PATCH /api/leads HTTP/1.1"), [404, 405]],
  [
    "OPTIONS",
    ["OPTIONS /api/leads HTTP/1.1\r\nHost: a\r\nOrigin: https://evil.example.com\r\nConnection: close\r\n\r\n"],
    [403, 404],
  ],
  [
    "a lead by GET",
    [
      "GET /api/leads HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
    ],
    [404],
  ],
  [
    "another server's address",
    ["GET http://api.lofty.com/v1.0/me HTTP/1.1\r\nHost: api.lofty.com\r\nConnection: close\r\n\r\n"],
    [421],
  ],
  ["two slashes", get("//evil.example.com/"), [404]],
  ["up and away", get("/../../../../etc/passwd"), [404]],
  ["up in disguise", get("/%2e%2e/%2e%2e/etc/passwd"), [404]],
  ["up in assets", get("/assets/..%2f..%2f..%2fpackage.json"), [404]],
  ["half an escape", get("/api/leads/%"), [400, 404]],
  ["an overlong slash", get("/%c0%af%c0%af"), [400, 404]],
  ["NUL in the path", get("/api/config%00.html"), [404]],
  ["a backslash", get("/\\evil.example.com\\"), [400, 404]],
  ["a path of 15 KB", get(`/${"a".repeat(15_000)}`), [404]],
  ["a path of 20 KB", get(`/${"a".repeat(20_000)}`), [431, 414]],
  ["gzip", post([json, "Content-Encoding: gzip", "Content-Length: 4"], new Uint8Array([0x1f, 0x8b, 8, 0])), [415]],
  [
    "another charset",
    post(
      ["Content-Type: application/json; charset=utf-16", "Content-Length: 4"],
      new Uint8Array([0xff, 0xfe, 0x7b, 0]),
    ),
    [415],
  ],
  ["JSON by another name", post(["Content-Type: text/json", length(lead)]), [415]],
  ["a form", post(["Content-Type: application/x-www-form-urlencoded", "Content-Length: 3"], "a=1"), [415]],
  ["a byte order mark", sized(`\uFEFF{}`), [400, 422]],
  ["no UTF-8", post([json, "Content-Length: 3"], new Uint8Array([0x22, 0xc3, 0x28])), [400]],
  ["60,000 brackets", sized("[".repeat(30_000) + "]".repeat(30_000)), [400]],
  ["3,000 brackets", sized("[".repeat(3_000) + "]".repeat(3_000)), [400]],
  ["60,000 levels of objects", sized(`${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`), [400]],
  [
    "1e999",
    sized(
      '{"station":"front-desk","capturedAt":"2026-11-25T09:00:00Z","lead":{"firstName":"A","inquiry":{"priceMin":1e999}}}',
    ),
    [422],
  ],
  [
    "the same key twice",
    sized('{"station":"front-desk","capturedAt":"2026-11-25T09:00:00Z","lead":{"firstName":"A"},"lead":{}}'),
    [422],
  ],
  ["sealed at a station of staff", sealed("front-desk", "x"), [422]],
  ["sealed without a version", sized('{"station":"kiosk","capturedAt":"2026-11-25T09:00:00Z","sealed":"x"}'), [422]],
  ["sealed and plain at once", sized(sealedBody("kiosk", "x").replace("{", '{"lead":{},')), [422]],
  ["sealed twice", sized(sealedBody("kiosk", "x").replace("{", '{"sealed":{},')), [202]],
  ["60,001 sealed characters", sealed("kiosk", "x".repeat(60_001)), [422]],
  ["70,000 sealed characters", sealed("kiosk", "x".repeat(70_000)), [413]],
  ["sealed nonsense", sealed("kiosk", "....\\u0000"), [202]],
  ["sealed with a header of 40 KB", sealed("kiosk", `${btoa(`{"kid":"${"k".repeat(40_000)}"}`)}....`), [202]],
  ["sealed with 10,000 dots", sealed("kiosk", ".".repeat(10_000)), [202]],
  ["a comment in JSON", sized('{"lead":1} // yes'), [400]],
  ["a body longer than it said", post([json, "Content-Length: 2"], lead), [400]],
];

test.each(requests)("%s", async (_name, parts, answers) => {
  const heard = await talk(parts);
  const statuses = statusesIn(heard);
  expect(answers).toContain(statuses[0] ?? 0);
  for (const status of statuses) expect(status).toBeLessThan(500);
  expect(heard).not.toMatch(/secret-canary|node_modules|\.ts:\d|Error:|access-control-allow/i);
});

test("two smuggled requests in one: no lead is stored", async () => {
  const inner = `POST /api/leads HTTP/1.1\r\nHost: a\r\nIdempotency-Key: ${randomUUID()}\r\n${json}\r\n${length(lead)}\r\n\r\n${lead}`;
  const heard = await talk([
    `POST /api/leads HTTP/1.1\r\nHost: a\r\n${json}\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
  ]);
  expect(statusesIn(heard)).toEqual([400]);
});

test("reads no more than the limit: 5 MB without a length", async () => {
  const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
  const heard = await talk([
    ...post([json, "Transfer-Encoding: chunked"], ""),
    ...Array.from({ length: 80 }, () => chunk),
  ]);
  expect(statusesIn(heard)).toEqual([413]);
});

test("closes slow headers and slow bodies while normal requests are answered", async () => {
  const normal = async () => {
    const times: number[] = [];
    for (let index = 0; index < 50; index++) {
      const asked = performance.now();
      expect((await fetch(`${http.address}/api/config`)).status).toBe(200);
      times.push(performance.now() - asked);
      await sleep(50);
    }
    return times.toSorted((one, other) => one - other)[47] ?? 0;
  };
  // A slow machine answers slowly also without them.
  const undisturbed = await normal();
  const from = Date.now();
  const slowly = (text: string) => talk([...text], { waitMs: 30_000, betweenMs: 800 });
  const slow = [
    ...Array.from({ length: 50 }, () => slowly(`GET /api/config HTTP/1.1\r\nHost: a\r\nX-A: ${"a".repeat(40)}`)),
    ...Array.from({ length: 20 }, () =>
      talk([...post([json, "Content-Length: 60"], ""), ..."x".repeat(40)], { waitMs: 30_000, betweenMs: 800 }),
    ),
  ];
  expect(await normal()).toBeLessThan(Math.max(500, 5 * undisturbed));
  const heard = await Promise.all(slow);
  expect(Date.now() - from).toBeLessThan(25_000);
  for (const one of heard) expect([408, 0]).toContain(statusesIn(one)[0] ?? 0);
});

test("only sealed leads were stored, for staff, and a normal lead is still accepted", async () => {
  expect(await rooms.driver.query("SELECT reason, count(*) AS entries FROM submissions GROUP BY reason")).toEqual([
    { reason: "cannot-open", entries: 4 },
  ]);
  expect(statusesIn(await talk(sized(lead), { waitMs: 3000 }))).toEqual([202]);
  expect(rooms.logged.filter((line) => "event" in line && line.event === "failed")).toEqual([]);
});
