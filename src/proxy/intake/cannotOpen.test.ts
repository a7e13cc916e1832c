import { randomUUID } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import { dayOf } from "#lead/station/event.ts";
import type { SealingKey } from "#lead/submission/sealed.ts";
import type { Today } from "#lead/submission/staffAnswers.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { sealFor } from "../testing/sealFor.ts";
import { content, sealedRooms } from "../testing/sealedRooms.ts";
import { consent } from "../testing/visitorsRooms.ts";

/** Sealed submissions that cannot be opened, and what happens when their key is back, on both stores. */
onEveryStore("a sealed submission that cannot be opened", (store) => {
  const rooms = sealedRooms(store);

  /** A key that the proxy does not have, with its private part. */
  const strangersKey = async (): Promise<SealingKey & { readonly key: object }> => {
    const { privateKey } = await generateKeyPair("ECDH-ES", { crv: "P-256", extractable: true });
    const { d, ...key } = (await exportJWK(privateKey)) as unknown as Omit<SealingKey, "kid"> & { d: string };
    return { ...key, kid: await calculateJwkThumbprint({ ...key }), key: { ...key, d } };
  };
  const changed = (jwe: string, part: number) =>
    jwe
      .split(".")
      .map((text, index) => (index === part ? `${text.slice(0, -3)}${text.endsWith("AAA") ? "BBB" : "AAA"}` : text))
      .join(".");
  const closed: readonly (readonly [string, () => Promise<string>])[] = [
    ["a key that nobody here has", async () => sealFor(await strangersKey(), content)],
    ["our kid on another's key", async () => sealFor({ ...(await strangersKey()), kid: rooms.sealTo.kid }, content)],
    ...[0, 2, 3, 4].map(
      (part) => [`part ${part} is damaged`, async () => changed(await sealFor(rooms.sealTo, content), part)] as const,
    ),
    ["cut short", async () => (await sealFor(rooms.sealTo, content)).slice(0, 200)],
    ["no JWE", async () => "nonsense\u0000\ud800"],
    ["no kid", async () => sealFor(rooms.sealTo, content, { kid: undefined })],
    ["another algorithm's header", async () => `${btoa('{"alg":"dir","enc":"A256GCM"}')}....`],
    ["no JSON inside", async () => sealFor(rooms.sealTo, "{")],
    ["no lead inside", async () => sealFor(rooms.sealTo, { lead: [] })],
    ["deeper than any lead", async () => sealFor(rooms.sealTo, `{"lead":${'{"a":'.repeat(200)}1${"}".repeat(200)}}`)],
    ["a prototype inside", async () => sealFor(rooms.sealTo, '{"lead":{"__proto__":{"a":1}}}')],
  ];
  test.each(closed)("%s: stored as it came, parked, and named in the outbox and its file", async (_, make) => {
    const body = { ...rooms.envelope, sealed: await make() };
    const { id, status, json } = await rooms.post(body);
    expect([status, json]).toEqual([202, { id, status: "accepted" }]);
    const row = await rooms.storedAs(id);
    expect(row).toMatchObject({ status: "parked", reason: "cannot-open", consent: null });
    expect(JSON.parse(String(row?.["lead"]))).toEqual(body);
    expect((await rooms.post(body, id)).status).toBe(202);
    const entry = await rooms.outboxEntry(id);
    expect(entry).toMatchObject({ status: "parked", reason: "cannot-open", name: "" });
    expect(entry).not.toHaveProperty("lead");
    const whole = await rooms.send("GET", `/api/outbox/${id}/whole`);
    expect([whole.status, await whole.json()]).toEqual([200, expect.not.objectContaining({ sent: expect.anything() })]);
    const file = await rooms.send("GET", "/api/outbox/export?format=json");
    expect(await file.text()).toContain(id);
  });

  test("one that cannot be opened belongs to the house that its station had then: Before you leave counts it there", async () => {
    const { viewOf, staff } = rooms.world;
    const event = { address: "48 Larkspur Lane", date: dayOf(new Date()) };
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000).toISOString();
    const { version: _, sealTo: __, ...station } = await viewOf("kiosk", staff);
    const put = (body: object) => rooms.send("PUT", "/api/stations/kiosk", body);
    expect((await put({ ...station, event })).status).toBe(200);
    const { version } = await viewOf("kiosk", staff);
    expect((await put(station)).status).toBe(200);
    const house = async () => {
      const answer = await rooms.send("GET", `/api/today?since=${daysAgo(4)}`);
      const { houses } = (await answer.json()) as Today;
      return houses.find((one) => one.event?.address === event.address);
    };
    expect(await house()).toBeUndefined();
    const sealed = await sealFor(await strangersKey(), content);
    for (const capturedAt of [daysAgo(0), daysAgo(3)])
      await rooms.post({ ...rooms.envelope, stationVersion: version, capturedAt, sealed });
    expect(await house()).toMatchObject({ signedIn: 1, needsYou: 1 });
  });

  /** Returns a lead that is parked because its key is lost, and a function that brings the key back. */
  async function keyLost(inner: unknown) {
    const driver = store.driver();
    const stranger = await strangersKey();
    const sealed = await sealFor(stranger, inner);
    const entry = await rooms.post({ ...rooms.envelope, sealed });
    const bringBack = () =>
      driver.query("INSERT INTO kiosk_keys (kid, key, made_at, replaced_at) VALUES ($1, $2, 1, 1)", [
        stranger.kid,
        JSON.stringify(stranger.key),
      ]);
    return { entry, sealed, bringBack };
  }
  const sendAgain = async (id: string) => {
    const answer = await rooms.send("POST", `/api/outbox/${id}`, { action: "send-again" });
    return { status: answer.status, told: await answer.text() };
  };

  test("when its key is back, Send again opens it, and it goes as if it had opened on arrival", async () => {
    const { entry, bringBack } = await keyLost(content);
    expect(await sendAgain(entry.id)).toEqual({ status: 409, told: expect.stringContaining("cannot-open") });
    expect(await rooms.storedAs(entry.id)).toMatchObject({ status: "parked", reason: "cannot-open" });
    await bringBack();
    expect((await sendAgain(entry.id)).status).toBe(200);
    const plain = await rooms.post({ ...rooms.envelope, ...content });
    const [one, other] = [await rooms.storedAs(entry.id), await rooms.storedAs(plain.id)];
    expect(one).toMatchObject({ reason: null, fingerprint: other?.["fingerprint"], consent: other?.["consent"] });
    expect(String(one?.["lead"]).replaceAll(entry.id, plain.id)).toBe(other?.["lead"]);
    const matches = await rooms.send("POST", "/api/duplicates", { emails: content.lead.emails, phones: [] });
    expect(await matches.text()).toContain(entry.id);
  });

  test("when keys are back, all that they open go on together; the others stay", async () => {
    const { query } = store.driver();
    await query("UPDATE submissions SET status = 'confirmed', due_at = NULL WHERE reason = 'cannot-open'");
    const lost = [await keyLost(content), await keyLost(content), await keyLost({ lead: {} }), await keyLost(content)];
    const sendAll = async () => {
      const body = { action: "send-all", reason: "cannot-open", count: 4 };
      const answer = await rooms.send("POST", "/api/outbox", body);
      return [answer.status, await answer.json()];
    };
    const outbox = await rooms.send("GET", "/api/outbox");
    expect(((await outbox.json()) as { causes: unknown }).causes).toContainEqual({
      ...{ reason: "cannot-open", count: 4, canSend: true },
    });
    expect(await sendAll()).toEqual([409, expect.objectContaining({ type: "/problems/cannot-open" })]);
    for (const { bringBack } of lost.slice(1)) await bringBack();
    expect(await sendAll()).toEqual([202, { count: 3 }]);
    const reasons = await Promise.all(lost.map(async ({ entry }) => (await rooms.storedAs(entry.id))?.["reason"]));
    expect(reasons).toEqual(["cannot-open", null, "needs-fix", null]);
  });

  test.each([
    ["Send again", async (id: string) => (await sendAgain(id)).status],
    ["a resend of the device", async (id: string, body: object) => (await rooms.post(body, id)).status],
  ])("when its key is back, %s opens it, and its person is opted out", async (_, open) => {
    const emails = [`${randomUUID()}@example.com`];
    const refused = { ...consent, channels: { text: false, call: false, email: false } };
    const { entry, sealed, bringBack } = await keyLost({ lead: { ...content.lead, emails }, consent: refused });
    await bringBack();
    expect(await open(entry.id, { ...rooms.envelope, sealed })).toBeLessThan(203);
    const known = await rooms.send("POST", "/api/duplicates", { emails });
    expect(await known.json()).toMatchObject({
      matches: [{ id: entry.id }],
      optOuts: [{ value: emails[0], ways: ["call", "text", "email"] }],
    });
  });

  test("when its key is back, one with issues is parked for staff", async () => {
    const { entry, bringBack } = await keyLost({ lead: { firstName: "x".repeat(31) } });
    await bringBack();
    expect((await sendAgain(entry.id)).status).toBe(200);
    expect(await rooms.outboxEntry(entry.id)).toMatchObject({ reason: "needs-fix", issues: expect.any(Array) });
  });

  test.each(["plain", "sealed"])("the same key with a %s body that can be read: takes its content", async (kind) => {
    const { entry, sealed, bringBack } = await keyLost(content);
    if (kind === "sealed") await bringBack();
    const again = kind === "sealed" ? { ...rooms.envelope, sealed } : { ...rooms.envelope, ...content };
    expect((await rooms.post(again, entry.id)).status).toBe(202);
    expect(await rooms.storedAs(entry.id)).toMatchObject({ reason: null, lead: expect.stringContaining('"Sel"') });
  });

  test("key-unknown: only when it can neither be opened nor stored", async () => {
    const { query } = store.driver();
    const told = async (sealed: string) => {
      const headers = { cookie: rooms.world.staff, "idempotency-key": randomUUID() };
      const answer = await rooms.world.rooms.send("POST", "/api/leads", { ...rooms.envelope, sealed }, headers);
      return [answer.status, await answer.text(), answer.headers.get("retry-after")];
    };
    await query("ALTER TABLE submissions RENAME TO moved");
    try {
      expect(await told("damaged")).toEqual([503, expect.stringContaining("key-unknown"), "5"]);
      const opened = await told(await sealFor(rooms.sealTo, content));
      expect(opened).toEqual([503, expect.stringContaining("store-unavailable"), "5"]);
    } finally {
      await query("ALTER TABLE moved RENAME TO submissions");
    }
  });
});
