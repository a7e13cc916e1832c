import { expect, test } from "vitest";
import { requestBudget, type Rank } from "./budget.ts";
import { clockOf } from "../platform/clock.ts";
import { crmGate } from "./gate.ts";
import type { Reply } from "./outcome.ts";
import { simulatedTime } from "../testing/simulatedTime.ts";

const yes: Reply = { kind: "answered", body: {} };
const lost: Reply = { kind: "unknown", reason: "no-answer" };

/** A gate with a CRM whose replies the test sets. */
function rooms({ perMinute = 6000 } = {}) {
  const time = simulatedTime(Date.UTC(2026, 10, 23, 9));
  const asked: string[] = [];
  let reply: (method: string, path: string) => Reply = () => yes;
  const budget = requestBudget({ now: time.now, after: time.after, configured: perMinute });
  const gate = crmGate({
    crm: async (method, path) => {
      asked.push(`${method} ${path}`);
      return reply(method, path);
    },
    budget,
    clock: clockOf(time.now, 1),
    log: () => undefined,
  });
  const pass = async (ms: number) => {
    const until = time.real() + ms;
    time.after(ms, () => undefined);
    while (time.real() < until) await time.step();
  };
  return { gate, budget, asked, pass, time, answers: (next: typeof reply) => (reply = next) };
}

test("five failures in a row close the gate; a harmless request opens it, then one lead at a time until one arrives", async () => {
  const { gate, asked, pass, answers } = rooms();
  answers(() => lost);
  for (let lead = 1; lead < 5; lead++) await gate.send("POST", "/v1.0/leads", String(lead));
  expect(gate.closed()).toBeUndefined();
  await gate.send("POST", "/v1.0/leads", "{}");
  expect(gate.closed()).toMatchObject({ reason: "crm-down" });
  expect(await gate.enter("create")).toBe(false);
  expect(await gate.ask("look-up")("GET", "/v1.0/leads")).toEqual({ kind: "unsent", reason: "away" });
  expect(asked.length).toBe(5);

  await pass(30_001);
  answers((method) => (method === "GET" ? yes : lost));
  expect(await gate.enter("create")).toBe(true);
  expect(asked.at(-1)).toBe("GET /v1.0/me");
  expect(gate.lanes()).toBe(1);
  // Only creates fail: the next failure closes the gate at once, for twice as long.
  await gate.send("POST", "/v1.0/leads", "{}");
  await pass(59_000);
  expect(gate.closed()).toBeDefined();
  await pass(1_001);
  answers(() => yes);
  expect(await gate.enter("create")).toBe(true);
  await gate.send("POST", "/v1.0/leads", "{}");
  expect(gate.lanes()).toBe(8);
});

test("requests that fail together cause one pause, of the first length", async () => {
  const { gate, pass, time, answers } = rooms();
  answers(() => lost);
  await Promise.all(Array.from({ length: 10 }, (_, lead) => gate.send("POST", "/v1.0/leads", String(lead))));
  expect(gate.closed()?.until).toBe(time.now() + 30_000);
  await pass(30_001);
  answers((method) => (method === "GET" ? yes : lost));
  expect(await gate.enter("create")).toBe(true);
  // The pause after it is twice as long, however many failed together.
  await gate.send("POST", "/v1.0/leads", "{}");
  expect(gate.closed()?.until).toBe(time.now() + 60_000);
});

test("a late failure does not hide that the credential is refused", async () => {
  const { gate, answers } = rooms();
  answers((_, path) => (path === "/v1.0/me" ? { kind: "credentials" } : lost));
  for (let lead = 1; lead < 5; lead++) await gate.send("POST", "/v1.0/leads", String(lead));
  await gate.send("GET", "/v1.0/me");
  await gate.send("POST", "/v1.0/leads", "5");
  expect(gate.credentialRefused()).toBe(true);
});

test("a refused credential closes the gate at once, and an accepted probe opens it", async () => {
  const { gate, pass, answers } = rooms();
  answers(() => ({ kind: "credentials" }));
  await gate.send("POST", "/v1.0/leads", "{}");
  expect([gate.credentialRefused(), gate.closed()?.reason]).toEqual([true, "credentials"]);
  await pass(60_001);
  expect(await gate.enter("create")).toBe(false);
  await pass(60_001);
  answers(() => yes);
  expect(await gate.enter("create")).toBe(true);
  expect(gate.credentialRefused()).toBe(false);
});

test("the clock goes back an hour: nothing waits for that hour", async () => {
  const { gate, pass, time, answers } = rooms();
  answers(() => ({ kind: "unsent", reason: "rate-limited", waitMs: 60_000 }));
  await gate.send("POST", "/v1.0/leads", "{}");
  time.jump(-3_600_000);
  let isIn = false;
  void gate.enter("create").then((may) => (isIn = may));
  await pass(120_001);
  expect(isIn).toBe(true);

  answers(() => ({ kind: "credentials" }));
  await gate.send("POST", "/v1.0/leads", "{}");
  time.jump(-3_600_000);
  answers(() => yes);
  expect(await gate.enter("create")).toBe(true);
});

test("creates go first, then look-ups, read-backs and lists; never more a minute than allowed", async () => {
  const { gate, pass, time } = rooms({ perMinute: 60 });
  const went: [Rank, number][] = [];
  const wanted: readonly Rank[] = ["vocabulary", "read-back", "look-up", "create"];
  for (let each = 0; each < 40; each++)
    for (const rank of wanted) void gate.enter(rank).then(() => went.push([rank, time.real()]));
  await pass(200_000);
  // The first five go before the others wait.
  const order = went.slice(5).map(([rank]) => wanted.length - wanted.indexOf(rank));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  for (const [, from] of went)
    expect(went.filter(([, at]) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(60);
  expect(went.length).toBeGreaterThan(150);
});

test("rate limit: pauses for as long as the CRM says, then sends half as fast", async () => {
  const { gate, pass, answers, time, budget } = rooms({ perMinute: 600 });
  answers(() => ({ kind: "unsent", reason: "rate-limited", waitMs: 20_000 }));
  await gate.ask("create")("POST", "/v1.0/leads", "{}");
  let at = 0;
  void gate.enter("create").then(() => (at = time.real()));
  const since = time.real();
  expect(gate.paused()).toEqual({ reason: "rate-limited", until: time.now() + 20_000 });
  await pass(25_000);
  expect(gate.paused()).toBeUndefined();
  expect(at - since).toBeGreaterThanOrEqual(20_000);
  expect(gate.closed()).toBeUndefined();
  expect(budget.perMinute()).toBeLessThan(300);
});

test("the same request fails again and again: closes the gate only if our own account cannot be read either", async () => {
  const { gate, asked, pass, answers } = rooms();
  answers((method) => (method === "GET" ? yes : lost));
  for (let time = 0; time < 20; time++) {
    await gate.send("PUT", "/v1.0/leads/7", "{}");
    await pass(600_000);
    expect(gate.closed()).toBeUndefined();
  }
  expect(asked.filter((path) => path === "GET /v1.0/me").length).toBe(16);
  answers(() => lost);
  await gate.send("PUT", "/v1.0/leads/7", "{}");
  await pass(1_000);
  expect(gate.closed()).toMatchObject({ reason: "crm-down" });
});

test("a failure is a lead's own when others were answered since it failed last; a firewall's page alone is not", async () => {
  const { gate, answers } = rooms();
  const page: Reply = { kind: "blocked", reason: "http-403" };
  answers((method, path) => (method === "PUT" && path.endsWith("/7") ? page : yes));
  const put = (id: number) => gate.send("PUT", `/v1.0/leads/${id}`, "{}");
  const common = { kind: "unsent", reason: "blocked" };
  expect([await put(7), await put(7)]).toEqual([common, common]);
  await gate.send("POST", "/v1.0/leads", "{}");
  expect(await put(7)).toEqual(common);
  await put(8);
  expect([await put(7), await put(7)]).toEqual([page, common]);
});
