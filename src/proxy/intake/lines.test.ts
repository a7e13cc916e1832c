import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Consent } from "#lead/submission/consent.ts";
import type { SealingKey } from "#lead/submission/sealed.ts";
import { appOver, unreachable } from "../testing/appOver.ts";
import { sealFor } from "../testing/sealFor.ts";

const at = "2026-11-25T09:00:00Z";
const unknownVersion = { stationVersion: "00000000000000ff" };
let rooms: Awaited<ReturnType<typeof appOver>>;
let consent: object;

beforeEach(async () => {
  rooms = await appOver(unreachable, {
    CLIENT_RATE_PER_MINUTE: "0",
    STAFF_PASSCODE: "sample passcode",
    TRUST_PROXY: "1",
    FOYER_TIME_SCALE: "1",
    PUBLIC_ORIGIN: "http://127.0.0.1",
  });
  const shown = (await (await rooms.send("GET", "/api/stations/website")).json()) as { consent: Consent };
  const { version, text } = shown.consent;
  consent = { version, text, language: "en", at, by: "self", channels: { email: true } };
});
afterEach(() => rooms.stop());

interface Post {
  readonly station?: string;
  readonly id?: string;
  readonly cookie?: string;
  readonly from?: string;
  readonly more?: object;
}
const post = ({ station = "website", id = randomUUID(), cookie = "", from = "192.0.2.1", more }: Post) => {
  const lead = { firstName: "Sample", emails: ["sample@example.com"] };
  const headers = { "idempotency-key": id, "x-forwarded-for": from, ...(cookie ? { cookie } : {}) };
  const visited = station === "front-desk" ? {} : { consent };
  return rooms.send("POST", "/api/leads", { station, lead, capturedAt: at, ...visited, ...more }, headers);
};
const cookieOf = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
const signIn = async (more: object = {}) =>
  cookieOf(await rooms.send("POST", "/api/session", { passcode: "sample passcode", ...more }));
const counted = (answers: readonly Response[]) => {
  const withStatus = (status: number) => answers.filter((answer) => answer.status === status).length;
  return [withStatus(202), withStatus(429)];
};
const stored = async () => Number((await rooms.driver.query("SELECT count(*) AS n FROM submissions"))[0]?.["n"]);
/** Two hosts in each of 400 IPv6 networks (/64), in two spellings. */
const networks = Array.from({ length: 800 }, (_, index) => {
  const network = `2001:db8:7:${(index >> 1).toString(16)}`;
  return index % 2 === 0 ? `${network}::${index.toString(16)}` : `[${network.toUpperCase()}:0:0:1:${index}]:443`;
});

test("400 posts from one address to a website: accepts 50; does not refuse staff or a known key", async () => {
  const ids = Array.from({ length: 400 }, () => randomUUID());
  const answers = await Promise.all(ids.map((id) => post({ id })));
  expect(counted(answers)).toEqual([50, 350]);
  expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("60");

  const known = ids[answers.findIndex(({ status }) => status === 202)];
  expect((await post({ ...(known ? { id: known } : {}) })).status).toBeLessThan(300);
  expect((await post({ station: "front-desk", cookie: await signIn() })).status).toBe(202);
});

test("400 hosts in one IPv6 network (/64) count as one address", async () => {
  const hosts = Array.from({ length: 400 }, (_, index) =>
    index % 2 === 0 ? `2001:db8:7:1::${index.toString(16)}` : `[2001:0DB8:7:1:${index}::]:${1024 + index}`,
  );
  expect(counted(await Promise.all(hosts.map((from) => post({ from }))))).toEqual([50, 350]);
});

test.each([
  ["on their way", {}],
  ["parked, as their version is unknown", unknownVersion],
])("800 posts from 400 IPv6 networks: 500 leads %s at one station", async (_name, more) => {
  const posts = networks.map((from) => ({ from, more, id: randomUUID() }));
  const answers: Response[] = [];
  for (let first = 0; first < posts.length; first += 100)
    answers.push(...(await Promise.all(posts.slice(first, first + 100).map(post))));
  const [accepted = 0, refusals = 0] = counted(answers);
  expect(accepted + refusals).toBe(800);
  // Concurrent posts may count twice for a moment.
  for (let host = 0; (await post({ from: `198.51.100.${host}`, more })).status === 202; host++)
    expect(host).toBeLessThan(100);
  expect(await stored()).toBe(500);

  const refused = posts[answers.findIndex(({ status }) => status === 429)] ?? {};
  const again = await post(refused);
  expect([again.status, again.headers.get("retry-after")]).toEqual([429, "60"]);
  const taken = posts[answers.findIndex(({ status }) => status === 202)] ?? {};
  expect((await post(taken)).status).toBe(202);

  // Signed-in staff, other stations, and other senders of this station are not limited.
  const [staff, kiosk] = [await signIn(), await signIn({ station: "kiosk" })];
  expect((await post({ cookie: staff, more })).status).toBe(202);
  expect((await post({ station: "front-desk", cookie: staff })).status).toBe(202);
  expect((await post({ station: "kiosk", cookie: kiosk })).status).toBe(202);
  const link = await rooms.send("POST", "/api/stations/open-house/link", {}, { cookie: staff });
  const { url } = (await link.json()) as { url: string };
  const visitor = cookieOf(await rooms.send("GET", new URL(url).pathname));
  expect((await post({ station: "open-house", cookie: visitor })).status).toBe(202);
  expect((await post({ more: more === unknownVersion ? {} : unknownVersion })).status).toBe(202);

  // A refused lead is accepted on a retry when there is room.
  await rooms.driver.query("UPDATE submissions SET status = 'confirmed', due_at = NULL");
  expect((await post(refused)).status).toBe(202);
});

test("concurrent posts from many addresses: accepts at most 500", async () => {
  const answers = await Promise.all(networks.map((from) => post({ from })));
  const [accepted = 0, refused = 0] = counted(answers);
  expect(accepted + refused).toBe(800);
  expect(accepted).toBeGreaterThan(400);
  expect(accepted).toBeLessThanOrEqual(500);
  expect(await stored()).toBe(accepted);
});

test("refused posts of one address do not count for the station", async () => {
  const flood = Array.from({ length: 600 }, () => post({}));
  const neighbor = post({ from: "192.0.2.2" });
  expect(counted(await Promise.all(flood))).toEqual([50, 550]);
  expect((await neighbor).status).toBe(202);
});

test("a kiosk that once opened a form link is not limited like strangers", async () => {
  const kiosk = await signIn({ station: "kiosk" });
  const link = await rooms.send("POST", "/api/stations/open-house/link", {}, { cookie: await signIn() });
  const { pathname } = new URL(((await link.json()) as { url: string }).url);
  const cookie = `${kiosk}; ${cookieOf(await rooms.send("GET", pathname))}`;
  const answers = await Promise.all(Array.from({ length: 60 }, () => post({ station: "kiosk", cookie })));
  expect(counted(answers)).toEqual([60, 0]);
});

test("a form link does not count as a passcode: parks at most 50 leads of an unknown version", async () => {
  const link = await rooms.send("POST", "/api/stations/open-house/link", {}, { cookie: await signIn() });
  const { pathname } = new URL(((await link.json()) as { url: string }).url);
  const opened = await rooms.send("GET", pathname);
  const cookie = cookieOf(opened);
  for (const station of ["open-house", "website"]) {
    const posts = Array.from({ length: 60 }, () => post({ station, cookie, more: unknownVersion }));
    expect(counted(await Promise.all(posts))).toEqual([50, 10]);
  }
  // Opening the link again gives no second session.
  expect((await rooms.send("GET", pathname, undefined, { cookie })).headers.get("set-cookie")).toBeNull();
});

test("sealed posts of one address: parks at most 50 that cannot be opened or sent as they are", async () => {
  const website = (await (await rooms.send("GET", "/api/stations/website")).json()) as { version: string };
  const post = (sealed: string) =>
    rooms.send(
      "POST",
      "/api/leads",
      { station: "website", stationVersion: website.version, capturedAt: at, sealed },
      { "idempotency-key": randomUUID(), "x-forwarded-for": "192.0.2.1" },
    );
  const [row] = await rooms.driver.query("SELECT kid, key FROM kiosk_keys");
  const key = JSON.parse(String(row?.["key"])) as Omit<SealingKey, "kid">;
  const sealTo = { ...key, kid: String(row?.["kid"]) };
  const needsFix = await sealFor(sealTo, { lead: {} });
  expect(counted(await Promise.all(Array.from({ length: 40 }, () => post("x"))))).toEqual([40, 0]);
  expect(counted(await Promise.all(Array.from({ length: 20 }, () => post(needsFix))))).toEqual([10, 10]);
  const fine = await sealFor(sealTo, { lead: { firstName: "Sample", emails: ["sample@example.com"] }, consent });
  expect((await post(fine)).status).toBe(429);
});
