import { afterAll, beforeAll, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { versionOf } from "../store/stationVersions.ts";
import { consentGiven } from "../testing/consentGiven.ts";
import { signedInRooms } from "../testing/signedInRooms.ts";

let rooms: Awaited<ReturnType<typeof signedInRooms>>["rooms"];
let cookies: Awaited<ReturnType<typeof signedInRooms>>["cookies"];
beforeAll(async () => void ({ rooms, cookies } = await signedInRooms()));
afterAll(() => rooms.stop());

/** The expected statuses for each sender: staff, a kiosk session, a form link's session, nobody. */
const table: readonly (readonly [string, string, unknown, Record<string, number>])[] = [
  ["GET", "/api/vocabulary", undefined, { staff: 503, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/recognition", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["POST", "/api/duplicates", {}, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["POST", "/api/known", { people: [] }, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/today", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/outbox", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/open", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/outbox/export", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/outbox?group=waiting", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/outbox/x", undefined, { staff: 404, kiosk: 403, link: 403, stranger: 401 }],
  [
    "POST",
    "/api/outbox",
    { action: "send-all", reason: "blocked", count: 2 },
    { staff: 409, kiosk: 403, link: 403, stranger: 401 },
  ],
  ["POST", "/api/outbox/x", { action: "send-again" }, { staff: 404, kiosk: 403, link: 403, stranger: 401 }],
  ["POST", "/api/stations/kiosk/groups", { count: 1 }, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["POST", "/api/stations/kiosk/link", {}, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["PUT", "/api/stations/kiosk", {}, { staff: 422, kiosk: 403, link: 403, stranger: 401 }],
  ["DELETE", "/api/stations/nowhere", undefined, { staff: 404, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/stations", undefined, { staff: 200, kiosk: 200, link: 200, stranger: 401 }],
  ["GET", "/api/stations/kiosk", undefined, { staff: 200, kiosk: 200, link: 403, stranger: 401 }],
  ["GET", "/api/stations/open-house", undefined, { staff: 200, kiosk: 403, link: 200, stranger: 401 }],
  ["GET", "/api/stations/website", undefined, { staff: 200, kiosk: 200, link: 200, stranger: 200 }],
  ["GET", "/api/stations/nowhere", undefined, { staff: 404, kiosk: 404, link: 404, stranger: 401 }],
  ["GET", "/api/stations/kiosk/pin", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/stations/kiosk/left-out", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/metrics", undefined, { staff: 200, kiosk: 401, link: 401, stranger: 401 }],
  ["GET", "/api/config", undefined, { staff: 200, kiosk: 200, link: 200, stranger: 200 }],
  ["GET", "/readyz", undefined, { staff: 200, kiosk: 200, link: 200, stranger: 200 }],
];
const lead = { firstName: "Sample", phones: ["4155550134"] };
const consent = consentGiven();
const creates: readonly (readonly [string, Record<string, number>])[] = [
  ["front-desk", { staff: 202, kiosk: 403, link: 403, stranger: 401 }],
  // A sender with a form link counts as a visitor, who must give consent.
  ["open-house", { staff: 202, kiosk: 403, link: 422, stranger: 401 }],
  ["kiosk", { staff: 202, kiosk: 202, link: 403, stranger: 401 }],
  ["website", { staff: 202, kiosk: 202, link: 202, stranger: 202 }],
];
/** Staff send plain leads to their own stations. */
const sealedCreates: typeof creates = [
  ["front-desk", { staff: 422, kiosk: 403, link: 403, stranger: 401 }],
  ["open-house", { staff: 422, kiosk: 403, link: 202, stranger: 401 }],
  ["kiosk", { staff: 202, kiosk: 202, link: 403, stranger: 401 }],
  ["website", { staff: 202, kiosk: 202, link: 202, stranger: 202 }],
];
const versions = new Map(readyStations.map((station) => [station.id, versionOf(station)]));
const cases = [
  ...table.map(([method, path, body, expected]) => [`${method} ${path}`, { method, path, body }, expected] as const),
  ...creates.map(([station, expected]) => {
    const visited = station === "kiosk" || station === "website";
    const body = { station, lead, capturedAt: "2026-11-25T09:00:00Z", ...(visited ? { consent } : {}) };
    return [`create at ${station}`, { method: "POST", path: "/api/leads", body }, expected] as const;
  }),
  ...sealedCreates.map(([station, expected]) => {
    const body = { station, stationVersion: versions.get(station), capturedAt: "2026-11-25T09:00:00Z", sealed: "x" };
    return [`create sealed at ${station}`, { method: "POST", path: "/api/leads", body }, expected] as const;
  }),
];

test.each(cases)("%s", async (_name, { method, path, body }, expected) => {
  const found: Record<string, number> = {};
  for (const [who, cookie] of Object.entries(cookies)) {
    const headers = { cookie, "idempotency-key": crypto.randomUUID() };
    const answer = await rooms.send(method, path, body, headers);
    found[who] = answer.status;
    if (answer.status === 200 && who !== "staff") expect(await answer.text()).not.toContain("presets");
  }
  expect(found).toEqual(expected);
});

test("a key without the right to use the station reveals nothing about its leads", async () => {
  const key = crypto.randomUUID();
  const body = { station: "front-desk", lead, capturedAt: "2026-11-25T09:00:00Z" };
  const send = (cookie: string) => rooms.send("POST", "/api/leads", body, { cookie, "idempotency-key": key });
  expect((await send(cookies["staff"] ?? "")).status).toBe(202);
  expect([(await send(cookies["kiosk"] ?? "")).status, (await send("")).status]).toEqual([403, 401]);
  const read = (cookie: string) => rooms.send("GET", `/api/leads/${key}`, undefined, { cookie });
  expect([(await read(cookies["kiosk"] ?? "")).status, (await read("")).status]).toEqual([404, 404]);
});

test("anyone may ask whether the proxy is ready; the number of leads needs the right to read metrics", async () => {
  const ask = async (headers: Record<string, string>) =>
    (await rooms.send("GET", "/readyz", undefined, headers)).json();
  expect(await ask({})).toEqual({ status: "ok" });
  const figures = { status: "ok", credential: "untried", entries: expect.objectContaining({}) as unknown };
  expect(await ask({ authorization: "Bearer metrics-canary" })).toMatchObject(figures);
  expect(await ask({ cookie: cookies["staff"] ?? "" })).toMatchObject(figures);
});

test("METRICS_TOKEN gives access to the metrics only", async () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const figures = await rooms.send("GET", "/metrics", undefined, bearer("metrics-canary"));
  expect(figures.status).toBe(200);
  const text = await figures.text();
  for (const line of [
    "foyer_leads_accepted_total ",
    'foyer_leads_moved_total{status="parked"} 0',
    'foyer_submissions{status="accepted"} ',
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/foyer_oldest_waiting_seconds [\d.]+/);
  expect(text).toMatch(/foyer_crm_requests_per_minute \d/);
  expect(text).toContain('foyer_crm_seconds_count{method="GET",status="none"}');
  expect((await rooms.send("GET", "/metrics", undefined, bearer("metrics-canari"))).status).toBe(401);
  expect((await rooms.send("GET", "/api/outbox", undefined, bearer("metrics-canary"))).status).toBe(401);
});
