import { get } from "node:http";
import { afterAll, afterEach, expect, test } from "vitest";
import { switches } from "./switches.ts";
import { startSandbox } from "./testing/startSandbox.ts";

const sandbox = await startSandbox();
afterEach(() => sandbox.reset());
afterAll(() => sandbox.end());

const { ask, create, set } = sandbox;
const html = { accept: "text/html" };

test.each([
  [{ nothing: 1 }, /^nothing: no such switch\. There are: auth, /],
  [{ truncationUnit: "bytes" }, /^truncationUnit: utf16, codepoint, utf8$/],
  [{ delayMs: -1 }, /^delayMs: a whole number from 0 to 3600000$/],
  [{ bigIds: 1 }, /^bigIds: false, true$/],
  [{ reset: 1 }, /^reset: true or false$/],
  ["[]", /^Send an object/],
  ["{", /^Send an object/],
])("POST /sandbox/faults %j is refused", async (body, message) => {
  const answer = await ask("/sandbox/faults", { method: "POST", body });
  expect(answer).toMatchObject({ status: 400, json: { message: expect.stringMatching(message) } });
});

test("a request with one wrong switch changes nothing; reset restores all defaults", async () => {
  await set({ bigIds: true, delayMs: 1, nothing: 1 });
  expect((await ask("/sandbox/faults")).json).toMatchObject({ switches: { bigIds: false, delayMs: 0 } });
  expect((await set({ bigIds: true })).json).toMatchObject({ switches: { bigIds: true } });
  expect((await set({ reset: true, readLagMs: 0 })).json).toMatchObject({ switches: { bigIds: false, readLagMs: 0 } });
});

test.each(Object.entries(switches))("%s has an allowed default, a description and a reference", async (name, row) => {
  expect(await set({ [name]: row.default })).toMatchObject({ status: 200 });
  expect(row.says).toMatch(/\.$/);
  expect(row.section).toMatch(/^\d(\.\d)?$/);
  const { table } = (await ask("/sandbox/faults")).json as { table: Record<string, unknown> };
  expect(table[name]).toMatchObject({ default: row.default, basis: row.basis });
});

test("the leads page escapes the data and says that nothing reaches Lofty", async () => {
  const empty = await ask("/sandbox/leads", { headers: html });
  expect(empty.text).toContain("No lead has arrived yet");
  await create({ firstName: "<script>alert(1)</script>", lastName: 'A "quoted" & name', content: "</ul><img src=x>" });
  const { text, headers } = await ask("/sandbox/leads", { headers: html });
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(text).toContain("Sandbox: nothing here reaches Lofty");
  expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(text).toContain("A &quot;quoted&quot; &amp; name");
  expect(text).not.toMatch(/<script|<img/);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("the switches page marks assumptions", async () => {
  await set({ truncationUnit: "utf8" });
  const { text } = await ask("/sandbox/faults", { headers: html });
  expect(text).toContain("truncationUnit");
  expect(text).toContain("an assumption");
});

test("DELETE empties leads, requests and tokens", async () => {
  await create({ firstName: "Ann" });
  expect((await ask("/sandbox/leads", { method: "DELETE" })).status).toBe(204);
  expect((await ask("/sandbox/leads")).json).toEqual({ leads: [] });
  expect((await ask("/sandbox/requests", { method: "DELETE" })).status).toBe(204);
  expect((await ask("/sandbox/requests")).json).toEqual({ requests: [] });
  expect((await ask("/sandbox/tokens", { method: "DELETE" })).status).toBe(204);
  expect((await ask("/sandbox/nothing")).status).toBe(404);
});

test("requests with another site's Origin are refused", async () => {
  expect((await ask("/sandbox/leads", { headers: { origin: "https://example.com" } })).status).toBe(403);
  expect((await ask("/sandbox/leads", { headers: { origin: sandbox.url } })).status).toBe(200);
});

/** Uses node:http, because `fetch` sets the Host header itself. */
const statusAt = (host: string, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const headers = { host, authorization: "token sandbox-key", "content-type": "application/json" };
    get(`${sandbox.url}${path}`, { headers }, (answer) => resolve(answer.resume().statusCode)).on("error", reject);
  });

test("only loopback Host names are accepted (DNS rebinding)", async () => {
  await create({ firstName: "Ann" });
  const port = new URL(sandbox.url).port;
  for (const path of ["/v1.0/leads", "/v1.0/org", "/sandbox/leads", "/nowhere", "/"]) {
    for (const host of [
      "evil.example.com",
      `evil.example.com:${port}`,
      "localhost.example.com",
      "127.0.0.1.example.com",
    ])
      expect([host, path, await statusAt(host, path)]).toEqual([host, path, 403]);
    for (const host of [`127.0.0.1:${port}`, "LOCALHOST", "127.8.8.8", `[::1]:${port}`])
      expect([host, path, await statusAt(host, path)]).not.toEqual([host, path, 403]);
  }
});

test("another site's Origin is refused on the CRM's routes too", async () => {
  const statusOf = async (origin: string) => (await ask("/v1.0/leads", { headers: { origin } })).status;
  expect([await statusOf("https://example.com"), await statusOf(sandbox.url)]).toEqual([403, 200]);
});

test("buttons: the next lead is refused and the one after is taken; silence lasts until reset", async () => {
  const press = async (name: string) => {
    const answer = await ask("/sandbox/press", { method: "POST", body: `press=${name}` });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sandbox/faults"]);
  };
  expect((await ask("/sandbox/faults", { headers: html })).text).toContain('value="refuse-next">Refuse the next lead');
  await press("refuse-next");
  expect((await create({ firstName: "One" })).status).toBe(400);
  expect((await create({ firstName: "Two" })).status).toBe(200);
  await press("go-silent");
  expect((await ask("/sandbox/faults")).json).toMatchObject({ switches: { fault: "silenceBefore", faultOn: "all" } });
  await press("reset");
  expect((await create({ firstName: "Three" })).status).toBe(200);
  expect((await ask("/sandbox/press", { method: "POST", body: "press=constructor" })).status).toBe(400);
});
