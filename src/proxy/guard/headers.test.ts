import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver, unreachable } from "../testing/appOver.ts";

let rooms: Awaited<ReturnType<typeof appOver>>;
beforeAll(async () => {
  rooms = await appOver(unreachable, { PUBLIC_ORIGIN: "https://foyer.example.com" });
  const website = (await (await rooms.send("GET", "/api/stations/website")).json()) as object;
  const frameParents = ["https://www.example.com", "https://blog.example.com:8443"];
  await rooms.send("PUT", "/api/stations/website", { ...website, frameParents });
});
afterAll(() => rooms.stop());

const policyOf = (answer: Response) =>
  new Map(
    (answer.headers.get("content-security-policy") ?? "")
      .split("; ")
      .map((part) => [part.split(" ")[0], part.split(" ").slice(1).join(" ")]),
  );

test.each([
  ["GET", "/", undefined],
  ["GET", "/api/config", undefined],
  ["GET", "/api/nowhere", undefined],
  ["GET", "/nowhere", undefined],
  ["GET", "/healthz", undefined],
  ["GET", "/metrics", undefined],
  ["GET", "/link/forged", undefined],
  ["POST", "/api/leads", "{"],
  ["POST", "/api/leads", `"${"x".repeat(70_000)}"`],
  ["DELETE", "/api/leads", undefined],
  ["PUT", "/", "{}"],
])("%s %s: allows only our own scripts, no frames and no type sniffing", async (method, path, body) => {
  const answer = await rooms.send(method, path, body);
  const policy = policyOf(answer);
  expect(answer.headers.get("content-security-policy")).not.toMatch(/unsafe|\*|http:|blob:|nonce/);
  expect(policy.get("default-src")).toBe("'none'");
  expect(policy.get("script-src")).toBe("'self'");
  expect(policy.get("frame-ancestors")).toBe("'none'");
  expect([policy.get("base-uri"), policy.get("form-action")]).toEqual(["'none'", "'self'"]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "cache-control": expect.stringMatching(/^no-(store|cache)$/) as unknown,
  });
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  expect(answer.headers.get("server")).toBeNull();
});

test("only an embed station's page may be framed, and only by the sites that it lists", async () => {
  const parents = async (path: string) => policyOf(await rooms.send("GET", path)).get("frame-ancestors");
  expect(await parents("/embed/website")).toBe("'self' https://www.example.com https://blog.example.com:8443");
  for (const path of [
    "/embed/kiosk",
    "/embed/nowhere",
    "/embed/",
    "/kiosk/kiosk",
    "/s/website",
    "/embed/website%2f..",
    "/api/embed/website",
  ])
    expect([path, await parents(path)]).toEqual([path, "'none'"]);
});

test("a frame parent must be an origin; invalid ones saved by an earlier version are left out", async () => {
  const answer = await rooms.send("GET", "/api/stations/website");
  const { version: _version, ...website } = (await answer.json()) as { version: string };
  const save = (frameParents: readonly string[]) =>
    rooms.send("PUT", "/api/stations/website", { ...website, frameParents });
  for (const wrong of [
    "https://a.example.com;script-src",
    "https://a.example.com,x",
    "https://例え.jp",
    "https://*",
    "x://a",
  ])
    expect([wrong, (await save([wrong])).status]).toEqual([wrong, 422]);
  const fine = ["https://*.example.com", "http://[::1]:8080"];
  expect((await save(fine)).status).toBe(200);
  await rooms.driver.query("UPDATE stations SET station = $1 WHERE id = 'website'", [
    JSON.stringify({ ...website, frameParents: ["https://例え.jp", "https://ok.example.com"] }),
  ]);
  const again = await appOver(unreachable, {}, { ...rooms.driver, close: async () => undefined });
  const page = await again.send("GET", "/embed/website");
  expect(policyOf(page).get("frame-ancestors")).toBe("'self' https://ok.example.com");
});

test("without a passcode: refuses host names that another site could point here", async () => {
  const at = (host: string, app: typeof rooms) => app.fetch(new Request(`http://${host}/api/outbox`));
  for (const [host, status] of [
    ["evil.example.com", 421],
    ["127.0.0.1.evil.example.com", 421],
    ["foyer.example.com", 200],
    ["localhost:8080", 200],
    ["192.168.1.20:8080", 200],
    ["[fd00::1]:8080", 200],
    ["front-desk:8080", 200],
    ["front-desk.local", 200],
  ] as const)
    expect([host, (await at(host, rooms)).status]).toEqual([host, status]);
  const real = await appOver(unreachable, {
    LOFTY_API_KEY: "k",
    STAFF_PASSCODE: "open sesame",
    LOFTY_BASE_URL: "http://127.0.0.1:9",
  });
  expect((await at("evil.example.com", real)).status).toBe(401);
  await real.stop();
});

test("unknown page: 404, with a page for browsers", async () => {
  const asked = async (accept: string) => rooms.send("GET", "/nope", undefined, { accept });
  expect([(await asked("application/json")).status, (await asked("text/html,*/*")).status]).toEqual([404, 404]);
});

test("a failing store: responds with 503 and reveals no details", async () => {
  const broken = await appOver(unreachable);
  await broken.driver.query("DROP TABLE submissions");
  const body = { station: "front-desk", capturedAt: "2026-11-25T09:00:00Z", lead: { firstName: "Sam" } };
  const answer = await broken.send("POST", "/api/leads", body, { "idempotency-key": crypto.randomUUID() });
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await answer.text()).not.toMatch(/submissions|table|SQL|\.ts|Sam/i);
  const lines = JSON.stringify(broken.logged);
  expect(lines).toContain('"event":"failed"');
  expect(lines).not.toContain("Sam");
  await broken.stop();
});

test("only the script for pages with our frames may be loaded by other sites", async () => {
  const policy = async (path: string) => (await rooms.send("GET", path)).headers.get("cross-origin-resource-policy");
  expect(await policy("/embed.js")).toBe("cross-origin");
  for (const path of ["/icon.svg", "/embed/website", "/embed.js/x"])
    expect([path, await policy(path)]).toEqual([path, "same-origin"]);
});
