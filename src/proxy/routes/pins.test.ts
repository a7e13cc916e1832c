import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieIn, signedInRooms } from "../testing/signedInRooms.ts";

let rooms: Awaited<ReturnType<typeof signedInRooms>>["rooms"];
let cookies: Awaited<ReturnType<typeof signedInRooms>>["cookies"];
beforeAll(async () => void ({ rooms, cookies } = await signedInRooms()));
afterAll(() => rooms.stop());

const as = (who: string) => ({ cookie: cookies[who] ?? "" });
const setPin = (pin: unknown, who = "staff", station = "kiosk") =>
  rooms.send("PUT", `/api/stations/${station}/pin`, { pin }, as(who));
const openKiosk = async () =>
  cookieIn(await rooms.send("POST", "/api/session", { passcode: "open sesame", station: "kiosk" }));
const tryPin = (pin: unknown, cookie: string) => rooms.send("POST", "/api/session/pin", { pin }, { cookie });
const outbox = async (cookie: string) => (await rooms.send("GET", "/api/outbox", undefined, { cookie })).status;

test("only staff set a PIN, only at a kiosk, and it has 6 to 8 digits", async () => {
  const isSet = async () => (await rooms.send("GET", "/api/stations/kiosk/pin", undefined, as("staff"))).json();
  expect(await isSet()).toEqual({ isSet: false });
  for (const who of ["kiosk", "link", "stranger"])
    expect([who, (await setPin("123456", who)).status]).toEqual([who, who === "stranger" ? 401 : 403]);
  for (const wrong of ["12345", "123456789", "12345a", "١٢٣٤٥٦", 123456, ""])
    expect([wrong, (await setPin(wrong)).status]).toEqual([wrong, 422]);
  expect((await setPin("123456", "staff", "front-desk")).status).toBe(404);
  expect(await isSet()).toEqual({ isSet: false });
  expect((await setPin("904417")).status).toBe(204);
  expect(await isSet()).toEqual({ isSet: true });
});

test("the PIN and the passcode turn a kiosk's session into one of staff; nothing else does", async () => {
  await setPin("904417");
  for (const right of ["904417", "open sesame"]) {
    const kiosk = await openKiosk();
    const wrong = await tryPin("904418", kiosk);
    expect([wrong.status, wrong.headers.get("set-cookie"), await outbox(kiosk)]).toEqual([401, null, 403]);
    const back = await tryPin(right, kiosk);
    expect([back.status, await outbox(cookieIn(back)), await outbox(kiosk)]).toEqual([204, 200, 401]);
  }
  for (const who of ["link", "stranger", "staff"])
    expect((await tryPin("904417", cookies[who] ?? "")).status).toBe(401);
  expect((await tryPin(904417, await openKiosk())).status).toBe(422);
});

test("wrong PINs of all tablets of a station count together, and the right one still passes", async () => {
  await setPin("904417");
  const tablets = [];
  for (let at = 0; at < 12; at++) tablets.push(await openKiosk());
  const tries = await Promise.all(tablets.map((tablet, at) => tryPin(String(100_000 + at), tablet)));
  // Five tries are free. A slow machine may allow one or two more, because each waits only a second or two.
  expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
  expect(tries.map(({ status }) => status)).not.toContain(204);
  expect((await tryPin("904417", await openKiosk())).status).toBe(204);
});

test("the store has no PIN in clear text", async () => {
  await setPin("83016544");
  const rows = await rooms.driver.query("SELECT * FROM kept");
  expect(JSON.stringify(rows)).not.toContain("83016544");
  expect((await tryPin("83016544", await openKiosk())).status).toBe(204);
});
