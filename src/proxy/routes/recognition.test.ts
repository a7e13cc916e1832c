import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { appOver } from "../testing/appOver.ts";
import type { Transport } from "../crm/crm.ts";

let stop = async () => {};
afterEach(() => stop());

/** An account that lists its one person for every query, or filters by email. */
const account =
  (filters: boolean): Transport =>
  async (url) => {
    const { pathname, searchParams } = new URL(url);
    const person = { leadId: 7, emails: ["sample@example.com"] };
    const isListed = !filters || searchParams.get("email") === person.emails[0];
    return Response.json(pathname === "/v1.0/leads" ? { leads: isListed ? [person] : [] } : {});
  };

test.each([
  [false, { works: false }, "fails"],
  [true, { works: null }, "unknown"],
])("filter works: %s; staff and metrics see %j", async (filters, answer, state) => {
  const proxy = await appOver(account(filters));
  stop = proxy.stop;
  const asked = async () => (await proxy.send("GET", "/api/recognition")).json();
  await expect.poll(asked, { timeout: 20_000 }).toEqual(answer);
  const text = await (await proxy.send("GET", "/metrics")).text();
  expect(text).toContain(`foyer_crm_recognition{state="${state}"} 1\n`);
});

test("a lead of staff goes to the CRM before the look-ups of an import", async () => {
  const asked: string[] = [];
  const proxy = await appOver(
    async (url, { method }) => {
      const { pathname, searchParams } = new URL(url);
      asked.push(method === "POST" ? pathname : (searchParams.get("email") ?? pathname));
      if (method === "POST") return Response.json({ leadId: 7 });
      return Response.json(pathname === "/v1.0/leads" ? { leads: [] } : {});
    },
    { FOYER_TIME_SCALE: "10", LOFTY_RATE_PER_MINUTE: "30" },
  );
  stop = proxy.stop;
  const people = Array.from({ length: 100 }, (_, index) => ({ email: `row${index}@example.com`, phone: "" }));
  const preview = () => proxy.send("POST", "/api/known", { people });
  const rows = () => asked.filter((email) => email.startsWith("row")).length;
  await expect
    .poll(async () => ((await preview()).status === 200 ? rows() : 0), { timeout: 20_000 })
    .toBeGreaterThan(3);
  const capturedAt = new Date().toISOString();
  const lead = { firstName: "Walk", emails: ["walk.in@example.com"] };
  const body = { station: "front-desk", capturedAt, lead };
  await proxy.send("POST", "/api/leads", body, { "idempotency-key": randomUUID() });
  const created = () => asked.indexOf("/v1.0/leads");
  await expect
    .poll(async () => ((await preview()).status === 200 ? created() : 0), { timeout: 20_000 })
    .toBeGreaterThan(0);
  const walkIn = asked.slice(asked.indexOf("walk.in@example.com"), created());
  expect(walkIn.filter((email) => email.startsWith("row"))).toEqual([]);
});

test("100 people in a request, and no more", async () => {
  const proxy = await appOver(account(true));
  stop = proxy.stop;
  // The schema's limit is that of every list in a body.
  const people = Array.from({ length: 101 }, () => ({ email: "row@example.com", phone: "" }));
  expect((await proxy.send("POST", "/api/known", { people })).status).toBe(400);
  const answer = await proxy.send("POST", "/api/known", { people: people.slice(1) });
  expect([answer.status, await answer.json()]).toEqual([200, { people: Array(100).fill(null) }]);
});
