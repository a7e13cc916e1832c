import { expect, test } from "vitest";
import { appOver } from "../testing/appOver.ts";
import { cookieIn } from "../testing/signedInRooms.ts";

const page = "<!doctype html><html><head><style>\nb { color: red; }\n</style></head><body>stored</body></html>";
const asked: string[] = [];
const transport = async (url: string) => {
  asked.push(url);
  return url.includes("/sandbox/") ? new Response(page) : Response.json({});
};

test("what the sandbox stored is shown to staff, and to nobody else", async () => {
  const rooms = await appOver(transport, { STAFF_PASSCODE: "open sesame" });
  const get = (cookie: string) => rooms.send("GET", "/sandbox/leads", undefined, { cookie });
  expect((await get("")).status).toBe(401);
  const signed = await rooms.send("POST", "/api/session", { passcode: "open sesame" });
  const answer = await get(cookieIn(signed));
  expect([answer.status, await answer.text()]).toEqual([200, page]);
  expect(answer.headers.get("content-security-policy")).toMatch(/style-src 'self' 'sha256-[\w+/]{43}='/);
  expect(asked.at(-1)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sandbox\/leads\?bare$/);
  const other = await rooms.send("GET", "/sandbox/faults", undefined, { cookie: cookieIn(signed) });
  expect(other.status).toBe(404);
  await rooms.stop();
});

test("with Lofty's credential there is no such page", async () => {
  const rooms = await appOver(transport, {
    LOFTY_API_KEY: "key",
    STAFF_PASSCODE: "open sesame",
    LOFTY_BASE_URL: "https://crm.example.com",
  });
  const signed = await rooms.send("POST", "/api/session", { passcode: "open sesame" });
  const answer = await rooms.send("GET", "/sandbox/leads", undefined, { cookie: cookieIn(signed) });
  expect(answer.status).toBe(404);
  await rooms.stop();
});
