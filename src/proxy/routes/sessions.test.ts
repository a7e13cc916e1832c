import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../store/database/database.ts";
import { appOver, unreachable } from "../testing/appOver.ts";
import { cookieIn, from, signedInRooms } from "../testing/signedInRooms.ts";

let rooms: Awaited<ReturnType<typeof signedInRooms>>["rooms"];
let cookies: Awaited<ReturnType<typeof signedInRooms>>["cookies"];
beforeAll(async () => void ({ rooms, cookies } = await signedInRooms()));
afterAll(() => rooms.stop());

test("a form link is valid for its station until the end of the event's day, and cannot be forged", async () => {
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

test("staff can end all other sessions and links; others cannot", async () => {
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

test("staff hand a device over to a kiosk's visitors; then it has only the kiosk session", async () => {
  const sign = async (body: object, cookie = "") => rooms.send("POST", "/api/session", body, { cookie });
  const mine = cookieIn(await sign({ passcode: "open sesame" }));
  for (const who of ["kiosk", "link", "stranger"])
    expect([who, (await sign({ station: "kiosk" }, cookies[who])).status]).toEqual([who, 401]);
  expect((await sign({ station: "front-desk" }, mine)).status).toBe(422);
  expect((await sign({ station: "kiosk" }, mine)).status).toBe(409);
  await rooms.send("PUT", "/api/stations/kiosk/pin", { pin: "902144" }, { cookie: mine });
  const handed = await sign({ station: "kiosk" }, mine);
  expect([handed.status, handed.headers.get("clear-site-data")]).toEqual([204, '"cache"']);
  const outbox = async (cookie: string) => (await rooms.send("GET", "/api/outbox", undefined, { cookie })).status;
  expect([await outbox(mine), await outbox(cookieIn(handed))]).toEqual([401, 403]);
});

test("a changed passcode ends all earlier sessions and links", async () => {
  const driver = openDatabase(":memory:");
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

test("staff stay signed in when they open a form link from web mail, which sends no cookie", async () => {
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
