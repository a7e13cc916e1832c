import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test, type Foyer } from "../foyer.ts";

/**
 * The example body of Lofty's Create Lead page (developer.lofty.com), as an integration would send it: with real values
 * for placeholders, and without the sub-fields that Lofty manages.
 */
const documented = JSON.parse(readFileSync(new URL("documentedBody.json", import.meta.url), "utf8")) as object;
const capturedAt = "2026-11-23T09:00:00Z";

/** Posts like an integration: without Origin and cookie. */
async function post(foyer: Foyer, body: object, key?: string) {
  const answer = await fetch(`${foyer.url}/api/leads`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key ? { "idempotency-key": key } : {}) },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/**
 * Posts, and posts the same again until Lofty has it. The proxy waits 2 s for Lofty before it answers, which a busy
 * machine may take longer for.
 */
async function postUntilDelivered(foyer: Foyer, body: object, key: string) {
  const first = await post(foyer, body, key);
  expect([201, 202]).toContain(first.status);
  await expect.poll(async () => (await post(foyer, body, key)).body["status"]).toMatch(/^(delivered|confirmed)$/);
  return first.status === 201 ? first : post(foyer, body, key);
}

const leadNumbers = async (foyer: Foyer) => (await foyer.leads()).map(({ leadId }) => leadId);

test("Lofty's documented body is stored with every value unchanged, including deprecated fields", async ({ foyer }) => {
  const answer = await postUntilDelivered(foyer, { station: "front-desk", capturedAt, lead: documented }, randomUUID());
  const lead = (await foyer.leads()).find(({ leadId }) => leadId === answer.body["leadId"]);
  const { content, ...stored } = lead?.stored ?? {};
  const { content: note, ...sent } = documented as Record<string, unknown>;
  expect(stored).toMatchObject(sent);
  expect(String(content).split("\n-- foyer")[0]).toBe(note);
  expect(lead?.cut).toEqual([]);
});

test("a server-managed sub-field, an unknown key or a missing idempotency key is refused, and nothing is stored", async ({
  foyer,
}) => {
  const before = await leadNumbers(foyer);
  const lead = { ...documented, inquiry: { id: 1 }, nickname: "Bobby" };
  const wrong = await post(foyer, { station: "front-desk", capturedAt, lead }, randomUUID());
  expect(wrong.status).toBe(422);
  expect(wrong.body["issues"]).toEqual([
    expect.objectContaining({ path: "inquiry.id", code: "server-managed" }),
    expect.objectContaining({ path: "nickname", code: "unknown" }),
  ]);
  expect((await post(foyer, { station: "front-desk", capturedAt, lead: documented })).status).toBe(400);
  expect(await leadNumbers(foyer)).toEqual(before);
});

test("the same key twice creates one lead; with another body it is refused", async ({ foyer }) => {
  const key = randomUUID();
  const body = { station: "front-desk", capturedAt, lead: { firstName: "Twice", emails: ["twice@example.com"] } };
  const first = await postUntilDelivered(foyer, body, key);
  const again = await post(foyer, body, key);
  expect(again.status).toBe(200);
  expect(again.body["leadId"]).toBe(first.body["leadId"]);
  const other = await post(foyer, { ...body, lead: { ...body.lead, lastName: "Other" } }, key);
  expect(other).toMatchObject({ status: 422, body: { type: "/problems/key-reused" } });
  const stored = (await foyer.leads()).filter((lead) => lead.stored["firstName"] === "Twice");
  expect(stored).toHaveLength(1);
});
