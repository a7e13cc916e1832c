import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retentionIn } from "../store/retention.ts";
import { appOver, refusing } from "../testing/appOver.ts";

/** One key is one lead, however often and in whatever form it is sent again. */
let rooms: Awaited<ReturnType<typeof appOver>>;
let staff = "";
let kiosk = "";
beforeAll(async () => {
  rooms = await appOver(refusing, { CLIENT_RATE_PER_MINUTE: "0", STAFF_PASSCODE: "open sesame" });
  const sign = async (body: object) => {
    const answer = await rooms.send("POST", "/api/session", { passcode: "open sesame", ...body });
    return /^[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";
  };
  staff = await sign({});
  kiosk = await sign({ station: "kiosk" });
});
afterAll(() => rooms.stop());

const body = {
  station: "front-desk",
  capturedAt: "2026-11-25T09:00:00Z",
  lead: { firstName: "Kay", phones: ["4155550134"] },
};
const send = async (key: string | undefined, given: unknown = body, cookie = staff) => {
  const answer = await rooms.send("POST", "/api/leads", given, {
    cookie,
    ...(key === undefined ? {} : { "idempotency-key": key }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const stored = async (key: string) =>
  Number(
    (await rooms.driver.query("SELECT count(*) AS entries FROM submissions WHERE id = $1", [key]))[0]?.["entries"],
  );

describe("an invalid key", () => {
  test.each([
    ...[undefined, "", " ", "1", "null", "undefined", "*", "key", "00000000-0000-0000-0000-000000000000"],
    ...[
      "2b1c2f4e3a5d4c6b8e7f0123456789ab",
      "2b1c2f4e-3a5d-4c6b-8e7f-0123456789a",
      "2b1c2f4e-3a5d-4c6b-8e7f-0123456789abc",
    ],
    ...[
      "{2b1c2f4e-3a5d-4c6b-8e7f-0123456789ab}",
      "2b1c2f4e-3a5d-9c6b-8e7f-0123456789ab",
      "2b1c2f4e-3a5d-4c6b-ce7f-0123456789ab",
    ],
    ...[
      "2g1c2f4e-3a5d-4c6b-8e7f-0123456789ab",
      "2b1c2f4e-3a5d-4c6b-8e7f-0123456789ab, 2b1c2f4e-3a5d-4c6b-8e7f-0123456789ac",
    ],
  ])("%j", async (key) => {
    const answer = await send(key);
    expect([answer.status, answer.body["type"]]).toEqual([400, "/problems/key-missing"]);
  });
});

describe("the same lead again", () => {
  test.each([
    ["to the letter", body],
    [
      "with its keys in another order",
      { lead: { phones: ["4155550134"], firstName: "Kay" }, capturedAt: body.capturedAt, station: "front-desk" },
    ],
    ["written with blanks", JSON.stringify(body, null, 4)],
    ["written with escapes", JSON.stringify(body).replace("Kay", "\\u004bay")],
  ])("%s: returns the current state and stores no second lead", async (_name, again) => {
    const key = randomUUID();
    expect((await send(key)).status).toBe(202);
    const second = await send(key, again);
    expect(second).toMatchObject({ status: 200, body: { id: key, status: "parked", attempts: 1 } });
    expect(Object.keys(second.body).toSorted((one, other) => one.localeCompare(other))).toEqual([
      "attempts",
      "id",
      "reason",
      "status",
    ]);
    expect(await stored(key)).toBe(1);
  });

  test("with the key in capitals", async () => {
    const key = randomUUID();
    await send(key);
    expect((await send(key.toUpperCase())).status).toBe(200);
    expect(await stored(key)).toBe(1);
  });

  test("after the lead was forgotten", async () => {
    const key = randomUUID();
    await send(key);
    await rooms.driver.query("UPDATE submissions SET status = 'confirmed', changed_at = 0 WHERE id = $1", [key]);
    expect(await retentionIn(rooms.driver).forget(0)).toBe(1);
    // Nothing is left to compare with: whatever comes with this key is the same lead.
    for (const again of [body, { ...body, lead: { firstName: "Kai" } }])
      expect(await send(key, again)).toMatchObject({ status: 200, body: { id: key, status: "confirmed" } });
    const rows = await rooms.driver.query("SELECT id, lead, fingerprint FROM submissions WHERE id = $1", [key]);
    expect(rows).toEqual([{ id: key, lead: null, fingerprint: "" }]);
  });

  test("50 times at once, then 50 times more", async () => {
    const key = randomUUID();
    for (let round = 0; round < 2; round++) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => send(key)));
      expect(answers.filter(({ status }) => status !== 200 && status !== 202)).toEqual([]);
      expect(new Set(answers.map((answer) => answer.body["id"]))).toEqual(new Set([key]));
    }
    expect(await stored(key)).toBe(1);
  });
});

describe("another lead with a used key", () => {
  test.each([
    ["another answer", { ...body, lead: { firstName: "Kai", phones: ["4155550134"] } }],
    ["an answer more", { ...body, lead: { ...body.lead, lastName: "Lee" } }],
    ["an answer less", { ...body, lead: { firstName: "Kay" } }],
    ["another minute", { ...body, capturedAt: "2026-11-25T09:01:00Z" }],
    ["another station", { ...body, station: "open-house" }],
    ["a language", { ...body, language: "fr" }],
    ["a blank", { ...body, lead: { ...body.lead, firstName: "Kay " } }],
    ["a wrong answer", { ...body, lead: { firstName: "x".repeat(31) } }],
  ])("%s", async (_name, other) => {
    const key = randomUUID();
    await send(key);
    const answer = await send(key, other);
    expect([answer.status, answer.body["type"]]).toEqual([422, "/problems/key-reused"]);
    expect(JSON.stringify(answer.body)).not.toContain("Kay");
    expect(await stored(key)).toBe(1);
  });

  test("25 of each at once: stores one and refuses the other", async () => {
    const key = randomUUID();
    const other = { ...body, lead: { firstName: "Kai", phones: ["4155550134"] } };
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => send(key, index % 2 === 0 ? body : other)),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(25);
    expect(await stored(key)).toBe(1);
  });
});

test("a refused lead does not use up its key", async () => {
  const key = randomUUID();
  expect((await send(key, { ...body, lead: { firstName: "" } })).status).toBe(422);
  expect((await send(key)).status).toBe(202);
});

test("another sender's key gives no access", async () => {
  const key = randomUUID();
  await send(key);
  expect((await send(key, body, kiosk)).status).toBe(403);
  expect((await send(key, body, "")).status).toBe(401);
});
