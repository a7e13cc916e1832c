import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqlite } from "../store/sqlite.ts";
import { appOver, unreachable } from "../testing/appOver.ts";

let rooms: Awaited<ReturnType<typeof appOver>>;
const cookies: Record<string, string> = {};
const from = (address: string) => ({ "x-forwarded-for": address });
const cookieIn = (answer: Response) => /^[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";

beforeAll(async () => {
  rooms = await appOver(unreachable, {
    STAFF_PASSCODE: "open sesame",
    TRUST_PROXY: "1",
    METRICS_TOKEN: "metrics-canary",
    PUBLIC_ORIGIN: "http://127.0.0.1",
  });
  const sign = async (body: object) =>
    cookieIn(await rooms.send("POST", "/api/session", { passcode: "open sesame", ...body }));
  cookies["staff"] = await sign({});
  cookies["kiosk"] = await sign({ station: "kiosk" });
  const link = await rooms.send("POST", "/api/stations/open-house/link", undefined, { cookie: cookies["staff"] });
  const { url } = (await link.json()) as { url: string };
  cookies["link"] = cookieIn(await rooms.send("GET", new URL(url).pathname));
  cookies["stranger"] = "";
});
afterAll(() => rooms.stop());

/** What each may do: staff, a kiosk's session, an open-house link's, nobody's. */
const table: readonly (readonly [string, string, unknown, Record<string, number>])[] = [
  ["GET", "/api/vocabulary", undefined, { staff: 503, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/recognition", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["POST", "/api/duplicates", {}, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/today", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/api/outbox", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
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
  ["GET", "/api/stations", undefined, { staff: 200, kiosk: 200, link: 200, stranger: 401 }],
  ["GET", "/api/stations/kiosk", undefined, { staff: 200, kiosk: 200, link: 403, stranger: 401 }],
  ["GET", "/api/stations/open-house", undefined, { staff: 200, kiosk: 403, link: 200, stranger: 401 }],
  ["GET", "/api/stations/website", undefined, { staff: 200, kiosk: 200, link: 200, stranger: 200 }],
  ["GET", "/api/stations/nowhere", undefined, { staff: 404, kiosk: 404, link: 404, stranger: 401 }],
  ["GET", "/api/stations/kiosk/left-out", undefined, { staff: 200, kiosk: 403, link: 403, stranger: 401 }],
  ["GET", "/metrics", undefined, { staff: 200, kiosk: 401, link: 401, stranger: 401 }],
  ["GET", "/api/config", undefined, { staff: 200, kiosk: 200, link: 200, stranger: 200 }],
  ["GET", "/readyz", undefined, { staff: 200, kiosk: 200, link: 200, stranger: 200 }],
];
const lead = { firstName: "Sample", phones: ["4155550134"] };
const consent = {
  version: "1",
  text: "You may contact me about homes by the ways I ticked. This is not a condition of buying anything.",
  language: "en",
  at: "2026-11-25T09:00:00Z",
  by: "self",
  channels: {},
};
const creates: readonly (readonly [string, Record<string, number>])[] = [
  ["front-desk", { staff: 202, kiosk: 403, link: 403, stranger: 401 }],
  // Whoever a form link let in is a visitor, and is asked for consent.
  ["open-house", { staff: 202, kiosk: 403, link: 422, stranger: 401 }],
  ["kiosk", { staff: 202, kiosk: 202, link: 403, stranger: 401 }],
  ["website", { staff: 202, kiosk: 202, link: 202, stranger: 202 }],
];
const cases = [
  ...table.map(([method, path, body, expected]) => [`${method} ${path}`, { method, path, body }, expected] as const),
  ...creates.map(([station, expected]) => {
    const visited = station === "kiosk" || station === "website";
    const body = { station, lead, capturedAt: "2026-11-25T09:00:00Z", ...(visited ? { consent } : {}) };
    return [`create at ${station}`, { method: "POST", path: "/api/leads", body }, expected] as const;
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

test("a key alone shows nothing: who may not use the station learns nothing of its leads", async () => {
  const key = crypto.randomUUID();
  const body = { station: "front-desk", lead, capturedAt: "2026-11-25T09:00:00Z" };
  const send = (cookie: string) => rooms.send("POST", "/api/leads", body, { cookie, "idempotency-key": key });
  expect((await send(cookies["staff"] ?? "")).status).toBe(202);
  expect([(await send(cookies["kiosk"] ?? "")).status, (await send("")).status]).toEqual([403, 401]);
  const read = (cookie: string) => rooms.send("GET", `/api/leads/${key}`, undefined, { cookie });
  expect([(await read(cookies["kiosk"] ?? "")).status, (await read("")).status]).toEqual([404, 404]);
});

test("a form link is good for its station until the event's day is over, and cannot be made up", async () => {
  const link = await rooms.send("POST", "/api/stations/kiosk/link", {}, { cookie: cookies["staff"] ?? "" });
  const { url, validUntil } = (await link.json()) as { url: string; validUntil: string };
  expect(Date.parse(validUntil)).toBeGreaterThan(Date.now());
  const path = new URL(url).pathname;
  const opened = await rooms.send("GET", path);
  expect([opened.status, opened.headers.get("location")]).toEqual([303, "/embed/kiosk"]);
  const byStaff = await rooms.send("GET", path, undefined, { cookie: cookies["staff"] ?? "" });
  expect([byStaff.status, byStaff.headers.get("set-cookie")]).toEqual([303, null]);
  for (const forged of [
    path.replace("kiosk.", "website."),
    path.replace(/\.\d/, ".9"),
    `${path}x`,
    path.slice(0, -1),
    "/link/x",
  ])
    expect([forged, (await rooms.send("GET", forged)).status]).toEqual([forged, 404]);
});

test("staff end every other session and every link; nobody else can", async () => {
  const other = await appOver(unreachable, { STAFF_PASSCODE: "open sesame", PUBLIC_ORIGIN: "http://127.0.0.1" });
  const sign = async (body: object) =>
    cookieIn(await other.send("POST", "/api/session", { passcode: "open sesame", ...body }));
  const [mine, lost, kiosk] = [await sign({}), await sign({}), await sign({ station: "kiosk" })];
  const linkMade = async () => {
    const made = await other.send("POST", "/api/stations/kiosk/link", {}, { cookie: mine });
    return new URL(((await made.json()) as { url: string }).url).pathname;
  };
  const link = await linkMade();
  const visitor = cookieIn(await other.send("GET", link));
  const end = async (cookie: string) => (await other.send("DELETE", "/api/sessions", undefined, { cookie })).status;
  expect([await end(kiosk), await end(visitor), await end("")]).toEqual([403, 403, 401]);
  expect(await end(mine)).toBe(204);
  const stations = async (cookie: string) => (await other.send("GET", "/api/stations", undefined, { cookie })).status;
  const all = [mine, lost, kiosk, visitor].map(stations);
  expect(await Promise.all(all)).toEqual([200, 401, 401, 401]);
  expect((await other.send("GET", link)).status).toBe(404);
  expect((await other.send("GET", await linkMade())).status).toBe(303);
  await other.stop();
});

test("staff hand a device over to a kiosk's visitors, whose session is all it has from then on", async () => {
  const sign = async (body: object, cookie = "") => rooms.send("POST", "/api/session", body, { cookie });
  const mine = cookieIn(await sign({ passcode: "open sesame" }));
  for (const who of ["kiosk", "link", "stranger"])
    expect([who, (await sign({ station: "kiosk" }, cookies[who])).status]).toEqual([who, 401]);
  expect((await sign({ station: "front-desk" }, mine)).status).toBe(422);
  const handed = await sign({ station: "kiosk" }, mine);
  expect(handed.status).toBe(204);
  const outbox = async (cookie: string) => (await rooms.send("GET", "/api/outbox", undefined, { cookie })).status;
  expect([await outbox(mine), await outbox(cookieIn(handed))]).toEqual([401, 403]);
});

test("another passcode ends the sessions and links of the one before", async () => {
  const driver = openSqlite(":memory:");
  const under = (passcode: string) =>
    appOver(unreachable, { STAFF_PASSCODE: passcode, PUBLIC_ORIGIN: "http://127.0.0.1" }, driver);
  const before = await under("open sesame");
  const cookie = cookieIn(await before.send("POST", "/api/session", { passcode: "open sesame" }));
  const made = await before.send("POST", "/api/stations/kiosk/link", {}, { cookie });
  const link = new URL(((await made.json()) as { url: string }).url).pathname;
  await before.stop();
  const after = await under("shut sesame");
  const outbox = await after.send("GET", "/api/outbox", undefined, { cookie });
  expect([outbox.status, (await after.send("GET", link)).status]).toEqual([401, 404]);
  await after.stop();
});

test("whether we are ready anyone may ask, how many leads there are only who may read figures", async () => {
  const ask = async (headers: Record<string, string>) =>
    (await rooms.send("GET", "/readyz", undefined, headers)).json();
  expect(await ask({})).toEqual({ status: "ok" });
  const figures = { status: "ok", credential: "untried", entries: expect.objectContaining({}) as unknown };
  expect(await ask({ authorization: "Bearer metrics-canary" })).toMatchObject(figures);
  expect(await ask({ cookie: cookies["staff"] ?? "" })).toMatchObject(figures);
});

test("METRICS_TOKEN reads the figures, and nothing else", async () => {
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

test("guessing the passcode gets slow for the guesser alone, however many guesses come at once", async () => {
  const guess = (address: string, passcode = "sesame") =>
    rooms.send("POST", "/api/session", { passcode }, from(address));
  // What a client writes into the header itself does not count: only our own proxy's last word does.
  const many = await Promise.all(Array.from({ length: 20 }, (_, index) => guess(`192.0.2.${index}, 198.51.100.7`)));
  const statuses = many.map(({ status }) => status).toSorted((one, other) => one - other);
  expect(statuses).toEqual(statuses.map((_, index) => (index < 5 ? 401 : 429)));
  expect(Number(many.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await guess("198.51.100.8", "open sesame")).status).toBe(204);
});

test("whoever guesses behind an address that staff share does not lock staff out", async () => {
  const shared = from("203.0.113.77");
  const type = (passcode: string, cookie = "") =>
    rooms.send("POST", "/api/session", { passcode }, { ...shared, ...(cookie && { cookie }) });
  const known = (await type("open sesame")).headers.getSetCookie().map((one) => /^[^;]+/.exec(one)?.[0] ?? "");
  // They come at once, so that no wait is over before the last is judged.
  const behind = async (guesses: number, cookie?: string) => {
    const wrong = Array.from({ length: guesses }, (_, index) => type(`sesame ${index}`));
    const right = type("open sesame", cookie);
    const answers = await Promise.all(wrong);
    return [answers.filter(({ status }) => status === 401).length, (await right).status];
  };
  expect(await behind(20)).toEqual([5, 204]);
  // More than are judged: a device on which it was right before does not wait for the others.
  const device = known.find((one) => one.startsWith("foyer-device="));
  expect(await behind(90, device)).toEqual([5, 204]);
  const mine = { ...shared, cookie: known[0] ?? "" };
  expect((await rooms.send("GET", "/api/config", undefined, mine)).status).toBe(200);
});

test("staff who open a form link from a web mail, which sends no cookie, stay signed in", async () => {
  const mine = cookieIn(await rooms.send("POST", "/api/session", { passcode: "open sesame" }, from("203.0.113.78")));
  const made = await rooms.send("POST", "/api/stations/open-house/link", {}, { cookie: mine });
  const path = new URL(((await made.json()) as { url: string }).url).pathname;
  const jar = new Map([mine.split("=", 2) as [string, string]]);
  for (const set of (await rooms.send("GET", path)).headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    jar.set(name, value);
  }
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  expect((await rooms.send("GET", "/api/outbox", undefined, { cookie })).status).toBe(200);
});

test("HEAD opens no session", async () => {
  const sessions = async () => (await rooms.driver.query("SELECT count(*) AS open FROM sessions"))[0]?.["open"];
  const made = await rooms.send("POST", "/api/stations/open-house/link", {}, { cookie: cookies["staff"] ?? "" });
  const path = new URL(((await made.json()) as { url: string }).url).pathname;
  const before = await sessions();
  const head = await rooms.send("HEAD", path);
  expect([head.status, head.headers.get("set-cookie"), await sessions()]).toEqual([303, null, before]);
});

test.each([
  [{ passcode: 7 }, 422],
  [{ passcode: "x".repeat(201) }, 422],
  [{ passcode: "open sesame", role: "staff" }, 422],
  [{ passcode: "open sesame", station: "front-desk" }, 422],
  [{ passcode: "open sesame", station: "nowhere" }, 422],
  [{}, 422],
])("signing in with %j", async (body, status) => {
  const answer = await rooms.send("POST", "/api/session", body, from("203.0.113.9"));
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([status, null]);
});

test("600 requests a minute for a session, or for an address that has none", async () => {
  const ask = (headers: Record<string, string>) => rooms.send("GET", "/api/config", undefined, headers);
  const statuses: number[] = [];
  for (let index = 0; index < 620; index++) statuses.push((await ask(from("203.0.113.50"))).status);
  expect([statuses.indexOf(429), statuses.filter((status) => status === 429).length]).toEqual([600, 20]);
  const late = await ask(from("203.0.113.50"));
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask(from("203.0.113.51"))).status).toBe(200);
  // A made-up cookie is no session; a real one is a client of its own wherever it comes from.
  expect((await ask({ ...from("203.0.113.50"), cookie: "foyer=made-up" })).status).toBe(429);
  expect((await ask({ ...from("203.0.113.50"), cookie: cookies["staff"] ?? "" })).status).toBe(200);
});

test("every route is bounded for an address; files ten times as much, for a page is many", async () => {
  const few = await appOver(unreachable, { TRUST_PROXY: "1", CLIENT_RATE_PER_MINUTE: "6" });
  const routes = ["/api/config", "/link/x", "/readyz", "/metrics", "/healthz", "/", "/embed/website", "/nowhere"];
  for (const [index, path] of routes.entries()) {
    const client = from(`203.0.113.${100 + index}`);
    const most = index < 4 ? 6 : 60;
    const statuses: number[] = [];
    for (let count = 0; count < most + 2; count++)
      statuses.push((await few.send("GET", path, undefined, client)).status);
    expect([path, statuses.indexOf(429)]).toEqual([path, most]);
    expect((await few.send("GET", path, undefined, from("203.0.113.99"))).status).not.toBe(429);
  }
  await few.stop();
});
