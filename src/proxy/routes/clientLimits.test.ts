import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver, unreachable } from "../testing/appOver.ts";
import { from, signedInRooms } from "../testing/signedInRooms.ts";

let rooms: Awaited<ReturnType<typeof signedInRooms>>["rooms"];
let cookies: Awaited<ReturnType<typeof signedInRooms>>["cookies"];
beforeAll(async () => void ({ rooms, cookies } = await signedInRooms()));
afterAll(() => rooms.stop());

test("wrong passcodes slow down only the guesser, however many come at once", async () => {
  const guess = (address: string, passcode = "sesame") =>
    rooms.send("POST", "/api/session", { passcode }, from(address));
  // A header value from the client itself does not count; only the last value, added by our own proxy.
  const many = await Promise.all(Array.from({ length: 20 }, (_, index) => guess(`192.0.2.${index}, 198.51.100.7`)));
  const statuses = many.map(({ status }) => status).toSorted((one, other) => one - other);
  expect(statuses).toEqual(statuses.map((_, index) => (index < 5 ? 401 : 429)));
  expect(Number(many.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await guess("198.51.100.8", "open sesame")).status).toBe(204);
});

test("a guesser behind an address that staff share does not lock staff out", async () => {
  const shared = from("203.0.113.77");
  const type = (passcode: string, cookie = "") =>
    rooms.send("POST", "/api/session", { passcode }, { ...shared, ...(cookie && { cookie }) });
  const known = (await type("open sesame")).headers.getSetCookie().map((one) => /^[^;]+/.exec(one)?.[0] ?? "");
  // All at once, so that no wait ends before the last one is checked.
  const behind = async (guesses: number, cookie?: string) => {
    const wrong = Array.from({ length: guesses }, (_, index) => type(`sesame ${index}`));
    const right = type("open sesame", cookie);
    const answers = await Promise.all(wrong);
    return [answers.filter(({ status }) => status === 401).length, (await right).status];
  };
  expect(await behind(8)).toEqual([5, 204]);
  // More guesses than are checked: a device that gave the right passcode before does not wait for the others.
  const device = known.find((one) => one.startsWith("foyer-device="));
  expect(await behind(90, device)).toEqual([5, 204]);
  const mine = { ...shared, cookie: known[0] ?? "" };
  expect((await rooms.send("GET", "/api/config", undefined, mine)).status).toBe(200);
});

test("600 requests a minute for a session, or for an address without one", async () => {
  const ask = (headers: Record<string, string>) => rooms.send("GET", "/api/config", undefined, headers);
  const statuses: number[] = [];
  for (let index = 0; index < 620; index++) statuses.push((await ask(from("203.0.113.50"))).status);
  expect([statuses.indexOf(429), statuses.filter((status) => status === 429).length]).toEqual([600, 20]);
  const late = await ask(from("203.0.113.50"));
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask(from("203.0.113.51"))).status).toBe(200);
  // An unknown cookie counts for its address. A session counts for itself, from any address.
  expect((await ask({ ...from("203.0.113.50"), cookie: "foyer=made-up" })).status).toBe(429);
  expect((await ask({ ...from("203.0.113.50"), cookie: cookies["staff"] ?? "" })).status).toBe(200);
});

test("every route has a limit per address; files have ten times as much, because a page has many", async () => {
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

test("strangers behind a shared address use up neither the requests nor the pages of a device that staff know", async () => {
  const variables = { STAFF_PASSCODE: "open sesame", CLIENT_RATE_PER_MINUTE: "8", PUBLIC_ORIGIN: "http://127.0.0.1" };
  // TRUST_PROXY is not set: all clients have one address.
  const one = await appOver(unreachable, variables);
  const forwarded = (index: number) => ({ "x-forwarded-for": `203.0.113.${index}`, "x-forwarded-proto": "https" });
  const signed = await one.send("POST", "/api/session", { passcode: "open sesame" });
  const device = signed.headers.getSetCookie().find((set) => set.startsWith("foyer-device=")) ?? "";
  const known = { cookie: /^[^;]+/.exec(device)?.[0] ?? "" };
  for (let index = 0; index < 90; index++) {
    await one.send("GET", "/api/config", undefined, forwarded(index));
    await one.send("GET", "/healthz", undefined, forwarded(index));
  }
  const statuses = async (headers: Record<string, string>) => [
    (await one.send("POST", "/api/session", { passcode: "open sesame" }, headers)).status,
    (await one.send("GET", "/healthz", undefined, headers)).status,
  ];
  expect(await statuses({})).toEqual([429, 429]);
  expect(await statuses(known)).toEqual([204, 200]);
  for (const unset of ["trust-proxy-unset", "public-origin-unset"])
    expect(one.logged.filter((line) => (line as { event: string }).event === unset)).toHaveLength(1);
  await one.stop();
});

test("a hundred guessers at once keep neither a known device nor a lead waiting", async () => {
  const busy = await appOver(unreachable, { STAFF_PASSCODE: "open sesame", TRUST_PROXY: "1" });
  const sign = (passcode: string, headers: object) =>
    busy.send("POST", "/api/session", { passcode }, headers as Record<string, string>);
  const device = (await sign("open sesame", {})).headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
  const guesses = Array.from({ length: 100 }, (_, index) =>
    sign(`wrong ${index}`, { "x-forwarded-for": `2001:db8:0:${index.toString(16)}::1` }),
  );
  expect((await sign("open sesame", { cookie: device })).status).toBe(204);
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  // One is checked, and ten wait for their turn.
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(11);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(89);
  await busy.stop();
});
