import { afterAll, beforeAll, expect, test } from "vitest";
import { signedInRooms } from "../testing/signedInRooms.ts";

let rooms: Awaited<ReturnType<typeof signedInRooms>>["rooms"];
let cookies: Awaited<ReturnType<typeof signedInRooms>>["cookies"];
beforeAll(async () => void ({ rooms, cookies } = await signedInRooms()));
afterAll(() => rooms.stop());

type Sent = { readonly id: string; readonly name: string; readonly version: string };
const staff = () => ({ cookie: cookies["staff"] ?? "" });
const send = (method: string, id: string, body?: unknown, headers = {}) =>
  rooms.send(method, `/api/stations/${id}`, body, { ...staff(), ...headers });
const read = async (id: string) => (await (await send("GET", id)).json()) as Sent;
const added = { id: "second-desk", profile: "desk", name: "Second desk" };

test("a new station is added only if its id is free", async () => {
  const first = await send("PUT", "second-desk", added, { "if-none-match": "*" });
  expect([first.status, ((await first.json()) as Sent).name]).toEqual([200, "Second desk"]);
  const again = await send("PUT", "second-desk", { ...added, name: "Other" }, { "if-none-match": "*" });
  expect([again.status, ((await again.json()) as { type: string }).type]).toEqual([409, "/problems/station-changed"]);
  expect((await read("second-desk")).name).toBe("Second desk");
});

test("of two people who edit the same version, the second is told", async () => {
  const { version: _, ...before } = await read("front-desk");
  const seen = { "if-match": (await read("front-desk")).version };
  expect((await send("PUT", "front-desk", { ...before, name: "First edit" }, seen)).status).toBe(200);
  expect((await send("PUT", "front-desk", { ...before, name: "Second edit" }, seen)).status).toBe(409);
  expect((await read("front-desk")).name).toBe("First edit");
  expect((await send("PUT", "front-desk", before)).status).toBe(200);
});

test("of two people who save the same version at once, one is told", async () => {
  const { version: _, ...before } = await read("front-desk");
  const seen = { "if-match": (await read("front-desk")).version };
  const names = ["First edit", "Second edit"];
  const answers = await Promise.all(names.map((name) => send("PUT", "front-desk", { ...before, name }, seen)));
  expect(answers.map(({ status }) => status)).toEqual([200, 409]);
  expect((await read("front-desk")).name).toBe("First edit");
  expect((await send("PUT", "front-desk", before)).status).toBe(200);
});

test("a removed station is gone, a page that had it open cannot save it, and a lead of its form is still accepted", async () => {
  const { version } = await read("second-desk");
  for (const who of ["kiosk", "link", "stranger"]) {
    const answer = await rooms.send("DELETE", "/api/stations/second-desk", undefined, { cookie: cookies[who] ?? "" });
    expect([who, answer.status]).toEqual([who, who === "stranger" ? 401 : 403]);
  }
  expect((await send("DELETE", "second-desk")).status).toBe(204);
  const late = await send("PUT", "second-desk", added, { "if-match": version });
  expect([late.status, ((await late.json()) as { type: string }).type]).toEqual([409, "/problems/station-changed"]);
  expect([(await send("GET", "second-desk")).status, (await send("DELETE", "second-desk")).status]).toEqual([404, 404]);
  // Staff still read and correct its leads.
  const path = "/api/stations/second-desk?also=removed";
  const forLead = async (who: string) =>
    (await rooms.send("GET", path, undefined, { cookie: cookies[who] ?? "" })).status;
  expect([await forLead("staff"), await forLead("kiosk"), await forLead("stranger")]).toEqual([200, 404, 401]);
  const lead = { station: "second-desk", stationVersion: version, lead: { firstName: "Late Sample" } };
  const lateLead = await rooms.send(
    "POST",
    "/api/leads",
    { ...lead, capturedAt: new Date().toISOString() },
    { ...staff(), "idempotency-key": crypto.randomUUID() },
  );
  expect([201, 202]).toContain(lateLead.status);
  const id = crypto.randomUUID();
  await rooms.send(
    "POST",
    "/api/leads",
    { ...lead, stationVersion: "0123456789abcdef", capturedAt: new Date().toISOString() },
    { ...staff(), "idempotency-key": id },
  );
  // Its version is not known here, so staff settle it.
  const act = (action: object) => rooms.send("POST", `/api/outbox/${id}`, action, staff());
  const wrong = await act({ action: "fix", lead: { firstName: "Late", stage: "Unheard of", phones: ["x"] } });
  expect(wrong.status).toBe(422);
  expect((await act({ action: "send-again" })).status).toBe(200);
});

test("the last station cannot be removed", async () => {
  const { stations } = (await (await rooms.send("GET", "/api/stations", undefined, staff())).json()) as {
    stations: readonly Sent[];
  };
  for (const { id } of stations.slice(1)) expect((await send("DELETE", id)).status).toBe(204);
  expect((await send("DELETE", stations[0]?.id ?? "")).status).toBe(409);
});
