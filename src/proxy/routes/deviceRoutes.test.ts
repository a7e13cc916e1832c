import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeviceList } from "#lead/submission/deviceReport.ts";
import { cookieIn, signedInRooms } from "../testing/signedInRooms.ts";

let rooms: Awaited<ReturnType<typeof signedInRooms>>["rooms"];
let mine: string;
beforeAll(async () => {
  const signedIn = await signedInRooms();
  rooms = signedIn.rooms;
  mine = signedIn.cookies["staff"] ?? "";
});
afterAll(() => rooms.stop());

const report = (cookie: string, unsent: number) =>
  rooms.send("POST", "/api/device", { kind: "phone", build: "b", unsent }, { cookie });
const listed = async () => {
  const answer = await rooms.send("GET", "/api/devices", undefined, { cookie: mine });
  return (await answer.json()) as DeviceList;
};

test("a device that staff put away stays so until Undo, or until it is heard from", async () => {
  const tablet = cookieIn(await rooms.send("POST", "/api/session", { passcode: "open sesame" }));
  await report(tablet, 0);
  const id = (await listed()).devices[0]?.id ?? "";
  const say = async (action: string) =>
    (await rooms.send("POST", `/api/devices/${id}`, { action }, { cookie: mine })).status;
  const putAwayAt = async () => (await listed()).devices.find((one) => one.id === id)?.putAwayAt;
  expect([await say("put-away"), await putAwayAt()]).toEqual([204, expect.stringMatching(/^\d{4}-.*Z$/)]);
  expect([await say("not-away"), await putAwayAt()]).toEqual([204, undefined]);
  await say("put-away");
  await report(tablet, 0);
  expect(await putAwayAt()).toBeUndefined();
  await rooms.send("POST", `/api/devices/${id}`, { action: "revoke" }, { cookie: mine });
  await say("put-away");
  expect((await report(tablet, 2)).status).toBe(401);
  expect(await putAwayAt()).toBeUndefined();
});

test("what a revoked device still holds is known once it reports again; it stays revoked", async () => {
  const phone = cookieIn(await rooms.send("POST", "/api/session", { passcode: "open sesame" }));
  expect((await report(phone, 0)).status).toBe(204);
  const { devices, at } = await listed();
  expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
  const { id = "", seenAt = "" } = devices[0] ?? {};
  expect(seenAt <= at).toBe(true);
  const action = { action: "revoke" };
  expect((await rooms.send("POST", `/api/devices/${id}`, action, { cookie: mine })).status).toBe(204);

  const refused = await report(phone, 1);
  expect([refused.status, await refused.json()]).toEqual([
    401,
    expect.objectContaining({ type: "/problems/device-revoked" }),
  ]);
  expect(refused.headers.get("clear-site-data")).toBe('"cache"');
  const [now] = (await listed()).devices;
  expect(now).toMatchObject({ id, unsent: 1, revokedAt: expect.any(String) as string });
  expect(now?.seenAt && now.revokedAt && now.seenAt >= now.revokedAt).toBe(true);
});
