import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OutboxAnswer } from "#lead/submission/staffAnswers.ts";
import { appOver, unreachable } from "../testing/appOver.ts";

/** One lead of the outbox cannot be decrypted: nothing else may suffer from it. */
let rooms: Awaited<ReturnType<typeof appOver>>;
let [damaged, whole] = ["", ""];
let isOnline = false;
const created: unknown[] = [];
const add = async (firstName: string) => {
  const id = randomUUID();
  const lead = { firstName, emails: [`${firstName.toLowerCase()}@example.com`], phones: ["4155550134"] };
  const body = { station: "front-desk", capturedAt: new Date().toISOString(), lead };
  expect((await rooms.send("POST", "/api/leads", body, { "idempotency-key": id })).status).toBe(202);
  return id;
};
const json = async (path: string, method = "GET", body?: object) => {
  const answer = await rooms.send(method, path, body);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as Record<string, never>;
};
const entries = async () => ((await json("/api/outbox")) as unknown as OutboxAnswer).entries;
const entryOf = async (id: string) => (await entries()).find((entry) => entry.id === id);

beforeEach(async () => {
  isOnline = false;
  created.length = 0;
  rooms = await appOver(async (url, init) => {
    if (!isOnline) return unreachable(url, init);
    if (init.method !== "POST" || !url.endsWith("/v1.0/leads")) return Response.json({ leads: [], notes: [] });
    created.push(JSON.parse(String(init.body)));
    return Response.json({ leadId: 651095960136641 });
  });
  damaged = await add("Eve");
  whole = await add("Adam");
});
afterEach(() => rooms.stop());

const columns = [["lead"], ["consent"]] as const;
test.each(columns)(
  "one whose %s is damaged is shown, parked and named in an alarm; the others are sent",
  async (column) => {
    // As long as a sealed text, and none.
    await rooms.driver.query(`UPDATE submissions SET ${column} = zeroblob(90) WHERE id = $1`, [damaged]);
    expect(await entryOf(damaged)).toMatchObject({ name: "", acceptedAt: expect.any(String) });
    expect(await entryOf(whole)).toMatchObject({ name: "Adam" });
    for (const format of ["csv", "json"]) {
      const file = await rooms.send("GET", `/api/outbox/export?format=${format}`);
      expect(file.status).toBe(200);
      expect(await file.text()).toMatch(new RegExp(`${damaged}[^]*Adam|Adam[^]*${damaged}`));
    }
    expect(await json(`/api/today?since=${new Date(0).toISOString()}`)).toMatchObject({ signedIn: 2 });
    const { matches } = await json("/api/duplicates", "POST", { emails: [], phones: ["4155550134"] });
    expect(matches).toHaveLength(2);

    isOnline = true;
    await expect.poll(async () => (await entryOf(damaged))?.status, { timeout: 10_000 }).toBe("parked");
    expect(await entryOf(damaged)).toMatchObject({ reason: "unreadable", attempts: expect.any(Number) });
    expect((await entryOf(damaged))?.lead).toBeUndefined();
    expect(rooms.logged).not.toContainEqual(expect.objectContaining({ event: "relay-failed" }));
    await expect.poll(() => created.length, { timeout: 10_000 }).toBe(1);
    await expect.poll(async () => (await json("/readyz"))["alarms"]).toContain("unreadable-leads");
    expect(rooms.logged).toContainEqual({ event: "unreadable-leads", entries: 1, ids: [damaged] });

    for (const action of [{ action: "send-again" }, { action: "fix", lead: { firstName: "Eve" } }])
      expect((await rooms.send("POST", `/api/outbox/${damaged}`, action)).status).toBe(409);
    await json(`/api/outbox/${damaged}`, "POST", { action: "in-crm" });
    expect(created).toHaveLength(1);
  },
);

test("one that is readable again can be sent, and the alarm ends", async () => {
  const [row] = await rooms.driver.query("SELECT hex(lead) AS bytes FROM submissions WHERE id = $1", [damaged]);
  await rooms.driver.query("UPDATE submissions SET lead = zeroblob(90) WHERE id = $1", [damaged]);
  await entries();
  isOnline = true;
  await expect.poll(async () => (await entryOf(damaged))?.status, { timeout: 10_000 }).toBe("parked");
  await rooms.driver.query(`UPDATE submissions SET lead = x'${String(row?.["bytes"])}' WHERE id = $1`, [damaged]);
  expect(await entryOf(damaged)).toMatchObject({ name: "Eve" });
  await json(`/api/outbox/${damaged}`, "POST", { action: "send-again" });
  await expect.poll(() => created, { timeout: 10_000 }).toContainEqual(expect.objectContaining({ firstName: "Eve" }));
  await expect.poll(async () => (await json("/readyz"))["alarms"]).not.toContain("unreadable-leads");
});
