import { afterAll, afterEach, expect, test } from "vitest";
import { startSandbox } from "./testing/startSandbox.ts";

const sandbox = await startSandbox();
afterEach(() => sandbox.reset());
afterAll(() => sandbox.end());

const { ask, create, leads, set } = sandbox;
const ann = { firstName: "Ann", emails: ["ann@example.com"] };

test.each([
  ["status400", 400, "Invalid parameter", 0],
  ["status429", 429, "Too Many Requests", 0],
  ["status500", 500, "BaseApplicationException:errorCode=20005", 0],
  ["html502", 502, "<h1>502 Bad Gateway</h1>", 0],
  ["status503", 503, "", 0],
  ["commitThen500", 500, "errorCode=20005", 1],
  ["commitThen502", 502, "<h1>", 1],
  ["commitThen504", 504, "", 1],
  ["okWithoutId", 200, "{}", 1],
  ["emptyBody", 200, "", 1],
  ["refusal200", 200, '"code":300011', 0],
  ["redirect302", 302, "", 0],
  ["halfJson", 200, '{"leadId":', 1],
] as const)("%s: returns %i once, then succeeds", async (fault, status, part, stored) => {
  await set({ fault, faultCount: 1 });
  const answer = await create(ann);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(part);
  expect(answer.headers.get("x-ratelimit-limit")).toBe("6000");
  expect(await leads()).toHaveLength(stored);
  expect((await create({ firstName: "Bo" })).status).toBe(200);
});

test.each([
  ["dropBefore", 0],
  ["commitThenDrop", 1],
  ["halfHeaders", 1],
  ["halfBody", 1],
] as const)("%s breaks the connection", async (fault, stored) => {
  // fetch repeats a POST when its connection is reset, so the fault must stay on.
  await set({ fault, knownEmail: "survivor" });
  await expect(create(ann)).rejects.toThrow(/fetch failed|terminated/);
  expect((await leads()).filter(({ mergedInto }) => mergedInto === undefined)).toHaveLength(stored);
});

test.each([
  ["silence", 1],
  ["silenceBefore", 0],
] as const)("%s never responds", async (fault, stored) => {
  await set({ fault });
  const signal = AbortSignal.timeout(150);
  await expect(ask("/v1.0/leads", { method: "POST", body: ann, signal })).rejects.toThrow(/timeout/);
  expect(await leads()).toHaveLength(stored);
});

test("slowBytes sends one byte a second", async () => {
  await set({ fault: "slowBytes" });
  const signal = AbortSignal.timeout(1500);
  const response = await fetch(`${sandbox.url}/v1.0/leads`, {
    method: "POST",
    headers: { authorization: "token sandbox-key", "content-type": "application/json" },
    body: JSON.stringify(ann),
    signal,
  });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value).toEqual(new TextEncoder().encode("{"));
  await expect(reader?.read()).rejects.toThrow(/timeout/);
});

test("hugeBody is valid JSON of 16 MB", async () => {
  await set({ fault: "hugeBody" });
  const { json, text } = await create(ann);
  expect(text.length).toBeGreaterThan(16_000_000);
  expect(json).toMatchObject({ leadId: expect.any(Number) });
});

test.each([
  ["create", [500, 200, 200]],
  ["lookup", [200, 500, 200]],
  ["vocabulary", [200, 200, 500]],
  ["all", [500, 500, 500]],
])("a fault on %s does not affect other routes", async (faultOn, statuses) => {
  await set({ fault: "status500", faultOn });
  const answers = [await create(ann), await ask("/v1.0/leads"), await ask("/v1.0/me")];
  expect(answers.map(({ status }) => status)).toEqual(statuses);
});

test("a fault applies faultCount times, and the request log names it", async () => {
  await set({ fault: "status503", faultCount: 2, faultOn: "all" });
  const statuses = [];
  for (let round = 0; round < 3; round++) statuses.push((await ask("/v1.0/me")).status);
  expect(statuses).toEqual([503, 503, 200]);
  const { requests } = (await ask("/sandbox/requests")).json as { requests: { fault?: string }[] };
  expect(requests.map(({ fault }) => fault)).toEqual(["status503", "status503", undefined]);
});

test("lookupFault works together with fault", async () => {
  await set({ fault: "commitThen500", lookupFault: "status503", lookupFaultCount: 1 });
  expect((await create(ann)).status).toBe(500);
  expect([(await ask("/v1.0/leads")).status, (await ask("/v1.0/leads")).status]).toEqual([503, 200]);
});

test("faultProbability with a seed fails the same requests in each run", async () => {
  const run = async () => {
    await set({ fault: "status500", faultOn: "all", faultProbability: 0.5, faultSeed: 7 });
    const statuses = [];
    for (let round = 0; round < 20; round++) statuses.push((await ask("/v1.0/me")).status);
    return statuses;
  };
  const first = await run();
  expect(new Set(first)).toEqual(new Set([200, 500]));
  expect(await run()).toEqual(first);
});

test("delayMs delays the response, not the storing", async () => {
  await set({ delayMs: 2_000 });
  const startedAt = Date.now();
  let isAnswered = false;
  const answering = create(ann).finally(() => (isAnswered = true));
  while ((await leads()).length === 0 && !isAnswered);
  expect(isAnswered).toBe(false);
  expect((await answering).status).toBe(200);
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_990);
  expect(await leads()).toHaveLength(1);
});

test("processAfterMs stores later, even if the caller has disconnected", async () => {
  await set({ processAfterMs: 300 });
  const signal = AbortSignal.timeout(100);
  await expect(ask("/v1.0/leads", { method: "POST", body: ann, signal })).rejects.toThrow(/timeout/);
  expect(await leads()).toEqual([]);
  await expect.poll(leads).toHaveLength(1);
});

test("dropThenCommit stores the lead after the connection is dropped", async () => {
  await set({ fault: "dropThenCommit", processAfterMs: 200, knownEmail: "survivor" });
  await expect(create(ann)).rejects.toThrow(/fetch failed|terminated/);
  expect(await leads()).toEqual([]);
  await expect.poll(leads).not.toHaveLength(0);
});
