import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver, unreachable } from "../testing/appOver.ts";

/** Cross-site protection: every combination of headers that a browser may send, and only the right ones pass. */
let rooms: Awaited<ReturnType<typeof appOver>>;
beforeAll(async () => {
  rooms = await appOver(unreachable, { CLIENT_RATE_PER_MINUTE: "0", PUBLIC_ORIGIN: "https://foyer.example.com" });
});
afterAll(() => rooms.stop());

const own = "https://foyer.example.com";
const origins = [
  undefined,
  own,
  "http://foyer.example.com",
  "https://evil.example.com",
  `${own}.evil.example.com`,
  "null",
];
const sites = [undefined, "same-origin", "none", "same-site", "cross-site"];
const types = [undefined, "application/json", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"];
const keys = [undefined, "2b1c2f4e-3a5d-4c6b-8e7f-0123456789ab"];

test("300 combinations of Origin, Sec-Fetch-Site, Content-Type and key", async () => {
  const body = JSON.stringify({ station: "front-desk", lead: { firstName: "Mx" }, capturedAt: "2026-11-25T09:00:00Z" });
  const found: Record<number, number> = {};
  for (const origin of origins)
    for (const site of sites)
      for (const type of types)
        for (const key of keys) {
          const headers = { origin, "sec-fetch-site": site, "content-type": type, "idempotency-key": key };
          const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
          const request = new Request(`${own}/api/leads`, {
            method: "POST",
            headers: given,
            body: new TextEncoder().encode(body),
          });
          const { status } = await rooms.fetch(request);
          const named = origin === undefined || origin === own;
          const ours = site === "same-origin" || ((site === undefined || site === "none") && named);
          const expected = !ours ? 403 : type !== "application/json" ? 415 : key === undefined ? 400 : undefined;
          if (expected === undefined) expect([200, 202]).toContain(status);
          else expect([headers, status]).toEqual([headers, expected]);
          found[status] = (found[status] ?? 0) + 1;
        }
  expect(found).toEqual({ 202: 1, 200: 9, 400: 10, 415: 80, 403: 200 });
  expect(await rooms.driver.query("SELECT count(*) AS entries FROM submissions")).toEqual([{ entries: 1 }]);
});

const nested = (depth: number): unknown => (depth === 0 ? "x" : { deeper: nested(depth - 1) });
const lead = (value: object) => ({
  station: "front-desk",
  capturedAt: "2026-11-25T09:00:00Z",
  lead: { firstName: "A", ...value },
});

test.each([
  ["not JSON", "{", 400],
  ["JSON twice", "{} {}", 400],
  ["nothing", "", 400],
  ["an array", [], 422],
  ["a text", '"text"', 422],
  ["null", "null", 422],
  ["a number of no size", '{"lead":{"priceMin":1e999}}', 422],
  ["__proto__", '{"station":"front-desk","lead":{"firstName":"A","__proto__":{"role":"staff"}}}', 422],
  ["constructor", lead({ constructor: { prototype: { role: "staff" } } }), 422],
  ["deeper than 8", lead({ inquiry: nested(8) }), 400],
  ["101 items", lead({ phones: Array.from({ length: 101 }, () => "555 0100") }), 400],
  ["1,001 keys", lead(Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`k${index}`, 1]))), 400],
  ["over 64 KiB", lead({ content: "x".repeat(65_536) }), 413],
] as const)("%s: refused, nothing stored", async (_name, body, status) => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const key = crypto.randomUUID();
  const answer = await rooms.send("POST", "/api/leads", text, { "idempotency-key": key });
  const problem = (await answer.json()) as { type: string; status: number };
  expect([answer.status, problem.status, answer.headers.get("content-type")]).toEqual([
    status,
    status,
    "application/problem+json",
  ]);
  expect((await rooms.send("GET", `/api/leads/${key}`)).status).toBe(404);
  expect(({} as { role?: string }).role).toBeUndefined();
});

test("refuses invalid UTF-8 and compressed bodies", async () => {
  const send = (body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    rooms.fetch(
      new Request(`${own}/api/leads`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID(), ...headers },
        body,
      }),
    );
  // {"a":"…"} with an invalid byte.
  expect((await send(new Uint8Array([...Buffer.from('{"a":"'), 0xff, ...Buffer.from('"}')]))).status).toBe(400);
  expect((await send(new Uint8Array([0x1f, 0x8b, 8]), { "content-encoding": "gzip" })).status).toBe(415);
});
