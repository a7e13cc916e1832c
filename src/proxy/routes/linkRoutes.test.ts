import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieIn, signedInRooms } from "../testing/signedInRooms.ts";

let made: Awaited<ReturnType<typeof signedInRooms>>;
beforeAll(async () => {
  made = await signedInRooms();
});
afterAll(() => made.rooms.stop());

const day = new Date().toISOString().slice(0, 10);
const event = { id: "any.id / with signs", address: "48 Larkspur Lane", date: day, hours: "1 to 4 pm" };
const linkFor = async (more?: object) => {
  const { rooms, cookies } = made;
  const answer = await rooms.send("POST", "/api/stations/open-house/link", more, { cookie: cookies["staff"] ?? "" });
  return (await answer.json()) as { url: string; validUntil: string };
};
const open = async (url: string, cookie = "") => {
  const answer = await made.rooms.send("GET", new URL(url).pathname, undefined, { cookie });
  return { status: answer.status, cookie: cookieIn(answer) };
};

test("a link carries its event: the form shows it, and the lead belongs to it", async () => {
  const { url, validUntil } = await linkFor({ event });
  expect(Date.parse(validUntil)).toBe(Date.parse(day) + 36 * 3_600_000);
  const { status, cookie } = await open(url);
  expect(status).toBe(303);
  const headers = { cookie };
  const seen = await made.rooms.send("GET", "/api/stations/open-house?form=visitors", undefined, headers);
  const station = (await seen.json()) as { event: object; version: string };
  expect(station.event).toEqual(event);
  const id = randomUUID();
  const consent = { version: "1", text: "", language: "en", at: new Date().toISOString(), by: "self", channels: {} };
  const { consent: words } = station as unknown as { consent: { version: string; text: string } };
  const body = {
    ...{ station: "open-house", stationVersion: station.version, capturedAt: new Date().toISOString() },
    ...{ event: { id: event.id }, lead: { firstName: "Visitor", phones: ["4155550134"] } },
    consent: { ...consent, version: words.version, text: words.text },
  };
  const answer = await made.rooms.send("POST", "/api/leads", body, { ...headers, "idempotency-key": id });
  expect([answer.status, await answer.text()]).toEqual([202, expect.any(String)]);
  const [row] = await made.rooms.driver.query("SELECT event FROM submissions WHERE id = $1", [id]);
  expect(JSON.parse(String(row?.["event"]))).toEqual(event);
});

test("another event's link replaces the first on a visitor's phone, and staff see their station as before", async () => {
  const first = await open((await linkFor({ event })).url);
  const other = { ...event, id: "other", address: "5 Gamma Court" };
  const second = await open((await linkFor({ event: other })).url, first.cookie);
  const seen = await made.rooms.send("GET", "/api/stations/open-house?form=visitors", undefined, {
    cookie: second.cookie,
  });
  expect(((await seen.json()) as { event: object }).event).toEqual(other);
  // The same link again opens no new session.
  expect((await open((await linkFor({ event: other })).url, second.cookie)).cookie).toBe("");
  const staffs = `${made.cookies["staff"]}; ${first.cookie}`;
  const own = await made.rooms.send("GET", "/api/stations/open-house", undefined, { cookie: staffs });
  expect(await own.json()).not.toHaveProperty("event");
});

test("a changed token opens nothing, and a link without an event still works", async () => {
  const { url } = await linkFor({ event });
  const parts = url.split(".");
  expect((await open(parts.with(-2, Buffer.from("other").toString("base64url")).join("."))).status).toBe(404);
  expect((await open(parts.toSpliced(-2, 1).join("."))).status).toBe(404);
  expect((await open((await linkFor()).url)).status).toBe(303);
});
