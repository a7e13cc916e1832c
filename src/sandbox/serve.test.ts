import { afterAll, afterEach, expect, test } from "vitest";
import { startSandbox } from "./testing/startSandbox.ts";

const sandbox = await startSandbox();
afterEach(() => sandbox.reset());
afterAll(() => sandbox.end());

const { ask, set } = sandbox;

test.each([
  ["token sandbox-key", 200, undefined],
  ["Bearer sandbox-key", 400, { code: 200058, message: "User in token does not exist." }],
  ["Token sandbox-key", 401, { code: "BAD_CREDENTIALS" }],
  ["token other", 401, { code: "BAD_CREDENTIALS" }],
  ["Bearer other", 401, { code: "BAD_CREDENTIALS" }],
  ["sandbox-key", 401, { code: "BAD_CREDENTIALS" }],
  ["", 401, { code: "BAD_CREDENTIALS" }],
])('Authorization "%s" returns %i', async (authorization, status, body) => {
  const answer = await ask("/v1.0/me", { headers: { authorization } });
  expect(answer.status).toBe(status);
  if (body !== undefined) expect(answer.json).toMatchObject(body);
  expect(answer.headers.get("x-ratelimit-limit")).toBe("6000");
});

test.each([
  ["no-scope", 403, 200100],
  ["refuse", 401, "BAD_CREDENTIALS"],
  ["user-gone", 400, 200058],
])("auth %s: valid credentials return %i", async (auth, status, code) => {
  await set({ auth });
  const answer = await ask("/v1.0/me");
  expect([answer.status, (answer.json as { code: unknown }).code]).toEqual([status, code]);
});

test.each([
  ["GET", "/v1.0/me", "text/plain", 415],
  ["POST", "/v1.0/leads", "text/plain", 400],
  ["POST", "/v1.0/leads", "application/x-www-form-urlencoded", 400],
  ["POST", "/v1.0/leads", "application/json; charset=utf-8", 200],
])("%s %s with Content-Type %s returns %i", async (method, path, type, status) => {
  const body = method === "POST" ? { body: { firstName: "Ann" } } : {};
  const answer = await ask(path, { method, ...body, headers: { "content-type": type } });
  expect(answer.status).toBe(status);
  if (status === 400) expect(answer.json).toMatchObject({ code: 20001 });
});

test.each([
  ["GET", "/v1/leads", 403],
  ["GET", "/v1.0/nothing", 404],
  ["PATCH", "/v1.0/leads/1", 405],
  ["GET", "/v1.0/leads/1", 404],
  ["GET", "/v1.0/leads/search", 400],
])("%s %s returns %i", async (method, path, status) => {
  expect((await ask(path, { method })).status).toBe(status);
});

test("over the limit: 429 with X-RateLimit headers and no Retry-After", async () => {
  await set({ ratePerMinute: 2 });
  sandbox.pass(60_000);
  const answers = [await ask("/v1.0/me"), await ask("/v1.0/me"), await ask("/v1.0/me")];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get("x-ratelimit-remaining"))).toEqual(["1", "0", "0"]);
  expect(answers[2]?.json).toEqual({ message: "Too Many Requests" });
  expect(answers[2]?.headers.get("retry-after")).toBeNull();
  sandbox.pass(60_000);
  expect((await ask("/v1.0/me")).status).toBe(200);
});

test.each([
  ["epoch-s", 1_700_000_000, 10_000_000_000],
  ["epoch-ms", 1_700_000_000_000, 10_000_000_000_000],
  ["delta-s", 0, 60],
  ["delta-ms", 61, 60_000],
])("X-RateLimit-Reset as %s", async (limitReset, from, to) => {
  await set({ limitReset });
  sandbox.pass(60_000);
  const reset = Number((await ask("/v1.0/me")).headers.get("x-ratelimit-reset"));
  expect(reset).toBeGreaterThanOrEqual(from);
  expect(reset).toBeLessThanOrEqual(to);
});

test("the request log has all requests and no tokens", async () => {
  await ask("/v1.0/leads?email=a%40example.com");
  await ask("/v1.0/leads", { method: "POST", body: "{" });
  const { json, text } = await ask("/sandbox/requests");
  expect(json).toMatchObject({
    requests: [
      { method: "GET", path: "/v1.0/leads", query: { email: "a@example.com" }, auth: "token", status: 200 },
      { method: "POST", path: "/v1.0/leads", auth: "token", body: "{", status: 400 },
    ],
  });
  expect(text).not.toContain("sandbox-key");
});
