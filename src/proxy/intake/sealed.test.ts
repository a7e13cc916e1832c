import { randomUUID } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { beforeAll, expect, test } from "vitest";
import { dayOf } from "#lead/station/event.ts";
import type { SealingKey } from "#lead/submission/sealed.ts";
import type { Today } from "#lead/submission/staffAnswers.ts";
import type { Row } from "../store/driver/driver.ts";
import { unreachable } from "../testing/appOver.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { sealFor } from "../testing/sealFor.ts";
import { at, consent, visitorsRooms } from "../testing/visitorsRooms.ts";

/** Sealed submissions from a kiosk's queue, on both stores. */
onEveryStore("a sealed submission", (store) => {
  const world = visitorsRooms(store, unreachable);
  const content = { lead: { firstName: "Sel", emails: ["sel@example.com"] }, consent };
  let sealTo: SealingKey;
  let envelope: { station: string; stationVersion: string; capturedAt: string };
  beforeAll(async () => {
    const view = await world.viewOf("kiosk", world.staff);
    sealTo = view["sealTo"] as SealingKey;
    envelope = { station: "kiosk", stationVersion: view.version, capturedAt: at };
  });
  const post = (body: object, id: string = randomUUID(), cookie = world.staff) => world.post(body, cookie, id);
  const postSealed = async (inner: unknown, id?: string) =>
    post({ ...envelope, sealed: await sealFor(sealTo, inner) }, id);
  const storedAs = async (id: string): Promise<Row | undefined> => {
    const columns = "id, status, reason, lead, consent, issues, fingerprint";
    const [row] = await store.driver().query(`SELECT ${columns} FROM submissions WHERE id = $1`, [id]);
    // The relay gives a reason to a lead that waits, too.
    return row && { ...row, reason: row["status"] === "parked" ? (row["reason"] ?? null) : null };
  };
  const outboxEntry = async (id: string) =>
    (await (await world.rooms.send("GET", `/api/outbox/${id}`, undefined, { cookie: world.staff })).json()) as Record<
      string,
      unknown
    >;

  test("is stored as its plain submission would be", async () => {
    const [sealed, plain] = [await postSealed(content), await post({ ...envelope, ...content })];
    expect([sealed.status, sealed.json]).toEqual([202, { id: sealed.id, status: "accepted" }]);
    const [one, other] = [await storedAs(sealed.id), await storedAs(plain.id)];
    expect(one).toMatchObject({ reason: null, issues: null, consent: other?.["consent"] });
    expect(String(one?.["lead"]).replaceAll(sealed.id, plain.id)).toBe(other?.["lead"]);
    expect(one?.["fingerprint"]).toBe(other?.["fingerprint"]);
  });

  test("the same content under one key is the same submission, plain or sealed; other content is refused", async () => {
    const { id } = await postSealed(content);
    expect((await postSealed(content, id)).status).toBe(202);
    expect((await post({ ...envelope, ...content }, id)).status).toBe(202);
    const other = { ...content, lead: { ...content.lead, firstName: "Other" } };
    for (const again of [await postSealed(other, id), await post({ ...envelope, ...other }, id)])
      expect([again.status, again.told]).toEqual([422, expect.stringContaining("key-reused")]);
    expect(String((await storedAs(id))?.["lead"])).toContain('"Sel"');
  });

  test.each<[string, object, string]>([
    ["too long a name", { lead: { ...content.lead, firstName: "x".repeat(31) }, consent }, "firstName too-long"],
    ["no way to reach", { lead: { firstName: "Sel" }, consent }, "phones required"],
    [
      "a question that visitors are not asked",
      { ...content, lead: { ...content.lead, stage: "Hot" } },
      "stage not-allowed",
    ],
    ["no consent", { lead: content.lead }, "consent required"],
    ["a consent of staff", { ...content, consent: { ...consent, by: "staff" } }, "consent.by not-allowed"],
    ["a consent to another text", { ...content, consent: { ...consent, text: "All." } }, "consent.text not-an-option"],
    ["a wrong event", { ...content, event: 5 }, "event wrong-type"],
    ["a key of nobody's", { ...content, extra: 1 }, "extra unknown"],
  ])("%s: accepted, and parked with its issues for staff", async (_, inner, issue) => {
    const { id, status, json } = await postSealed(inner);
    expect([status, json]).toEqual([202, { id, status: "accepted" }]);
    const row = await storedAs(id);
    expect(row).toMatchObject({ status: "parked", reason: "needs-fix" });
    const issues = JSON.parse(String(row?.["issues"])) as { path: string; code: string }[];
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toContain(issue);
    const entry = await outboxEntry(id);
    expect(entry).toMatchObject({
      status: "parked",
      reason: "needs-fix",
      issues,
      lead: { firstName: expect.any(String) },
    });
  });

  test("without a usable consent, text messages stay forbidden when staff correct the lead", async () => {
    for (const wrong of [undefined, { by: "staff" }, { text: "Call me at any time." }]) {
      const given = wrong && { consent: { ...consent, channels: { text: true }, ...wrong } };
      const { id } = await postSealed({ lead: content.lead, ...given });
      expect((await outboxEntry(id))["lead"]).toMatchObject({ cannotText: true });
    }
  });

  test("staff correct it on the page of a refused lead; then it goes with the station's values", async () => {
    const { id } = await postSealed({ ...content, lead: { ...content.lead, firstName: "x".repeat(31) } });
    const act = (body: object) => world.rooms.send("POST", `/api/outbox/${id}`, body, { cookie: world.staff });
    const again = await act({ action: "send-again" });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining("firstName")]);
    const { lead } = (await outboxEntry(id)) as { lead: object };
    expect((await act({ action: "fix", lead: { ...lead, firstName: "Selma" } })).status).toBe(200);
    const row = await storedAs(id);
    expect(row?.["reason"]).toBeNull();
    expect(JSON.parse(String(row?.["lead"]))).toMatchObject({ firstName: "Selma", tagsAdd: ["Open house"] });
  });

  test("an unknown version of the station: parked as a plain one is", async () => {
    const { id, status } = await post({
      ...{ ...envelope, stationVersion: "0123456789abcdef" },
      sealed: await sealFor(sealTo, content),
    });
    expect([status, await storedAs(id)]).toEqual([202, expect.objectContaining({ reason: "station-version-unknown" })]);
  });

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
    ["our kid on another's key", async () => sealFor({ ...(await strangersKey()), kid: sealTo.kid }, content)],
    ...[0, 2, 3, 4].map(
      (part) => [`part ${part} is damaged`, async () => changed(await sealFor(sealTo, content), part)] as const,
    ),
    ["cut short", async () => (await sealFor(sealTo, content)).slice(0, 200)],
    ["no JWE", async () => "nonsense\u0000\ud800"],
    ["no kid", async () => sealFor(sealTo, content, { kid: undefined })],
    ["another algorithm's header", async () => `${btoa('{"alg":"dir","enc":"A256GCM"}')}....`],
    ["no JSON inside", async () => sealFor(sealTo, "{")],
    ["no lead inside", async () => sealFor(sealTo, { lead: [] })],
    ["deeper than any lead", async () => sealFor(sealTo, `{"lead":${'{"a":'.repeat(200)}1${"}".repeat(200)}}`)],
    ["a prototype inside", async () => sealFor(sealTo, '{"lead":{"__proto__":{"a":1}}}')],
  ];
  test.each(closed)("%s: stored as it came, parked, and named in the outbox and its file", async (_, make) => {
    const body = { ...envelope, sealed: await make() };
    const { id, status, json } = await post(body);
    expect([status, json]).toEqual([202, { id, status: "accepted" }]);
    const row = await storedAs(id);
    expect(row).toMatchObject({ status: "parked", reason: "cannot-open", consent: null });
    expect(JSON.parse(String(row?.["lead"]))).toEqual(body);
    expect((await post(body, id)).status).toBe(202);
    const entry = await outboxEntry(id);
    expect(entry).toMatchObject({ status: "parked", reason: "cannot-open", name: "" });
    expect(entry).not.toHaveProperty("lead");
    const whole = await world.rooms.send("GET", `/api/outbox/${id}/whole`, undefined, { cookie: world.staff });
    expect([whole.status, await whole.json()]).toEqual([200, expect.not.objectContaining({ sent: expect.anything() })]);
    const file = await world.rooms.send("GET", "/api/outbox/export?format=json", undefined, { cookie: world.staff });
    expect(await file.text()).toContain(id);
  });

  test("one that cannot be opened belongs to the house that its station had then: Before you leave counts it there", async () => {
    const { rooms, staff, viewOf } = world;
    const event = { address: "48 Larkspur Lane", date: dayOf(new Date()) };
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000).toISOString();
    const { version: _, sealTo: __, ...station } = await viewOf("kiosk", staff);
    const put = (body: object) => rooms.send("PUT", "/api/stations/kiosk", body, { cookie: staff });
    expect((await put({ ...station, event })).status).toBe(200);
    const { version } = await viewOf("kiosk", staff);
    expect((await put(station)).status).toBe(200);
    const house = async () => {
      const answer = await rooms.send("GET", `/api/today?since=${daysAgo(4)}`, undefined, { cookie: staff });
      const { houses } = (await answer.json()) as Today;
      return houses.find((one) => one.event?.address === event.address);
    };
    expect(await house()).toBeUndefined();
    const sealed = await sealFor(await strangersKey(), content);
    for (const capturedAt of [daysAgo(0), daysAgo(3)])
      await post({ ...envelope, stationVersion: version, capturedAt, sealed });
    expect(await house()).toMatchObject({ signedIn: 1, needsYou: 1 });
  });

  /** Returns a lead that is parked because its key is lost, and a function that brings the key back. */
  async function keyLost(inner: unknown) {
    const driver = store.driver();
    const stranger = await strangersKey();
    const sealed = await sealFor(stranger, inner);
    const entry = await post({ ...envelope, sealed });
    const bringBack = () =>
      driver.query("INSERT INTO kiosk_keys (kid, key, made_at, replaced_at) VALUES ($1, $2, 1, 1)", [
        stranger.kid,
        JSON.stringify(stranger.key),
      ]);
    return { entry, sealed, bringBack };
  }
  const sendAgain = async (id: string) => {
    const answer = await world.rooms.send(
      "POST",
      `/api/outbox/${id}`,
      { action: "send-again" },
      { cookie: world.staff },
    );
    return { status: answer.status, told: await answer.text() };
  };

  test("when its key is back, Send again opens it, and it goes as if it had opened on arrival", async () => {
    const { entry, bringBack } = await keyLost(content);
    expect(await sendAgain(entry.id)).toEqual({ status: 409, told: expect.stringContaining("cannot-open") });
    expect(await storedAs(entry.id)).toMatchObject({ status: "parked", reason: "cannot-open" });
    await bringBack();
    expect((await sendAgain(entry.id)).status).toBe(200);
    const plain = await post({ ...envelope, ...content });
    const [one, other] = [await storedAs(entry.id), await storedAs(plain.id)];
    expect(one).toMatchObject({ reason: null, fingerprint: other?.["fingerprint"], consent: other?.["consent"] });
    expect(String(one?.["lead"]).replaceAll(entry.id, plain.id)).toBe(other?.["lead"]);
    const matches = await world.rooms.send(
      "POST",
      "/api/duplicates",
      { emails: content.lead.emails, phones: [] },
      { cookie: world.staff },
    );
    expect(await matches.text()).toContain(entry.id);
  });

  test("when keys are back, all that they open go on together; the others stay", async () => {
    const { query } = store.driver();
    await query("UPDATE submissions SET status = 'confirmed', due_at = NULL WHERE reason = 'cannot-open'");
    const lost = [await keyLost(content), await keyLost(content), await keyLost({ lead: {} }), await keyLost(content)];
    const sendAll = async () => {
      const body = { action: "send-all", reason: "cannot-open", count: 4 };
      const answer = await world.rooms.send("POST", "/api/outbox", body, { cookie: world.staff });
      return [answer.status, await answer.json()];
    };
    const outbox = await world.rooms.send("GET", "/api/outbox", undefined, { cookie: world.staff });
    expect(((await outbox.json()) as { causes: unknown }).causes).toContainEqual({
      ...{ reason: "cannot-open", count: 4, canSend: true },
    });
    expect(await sendAll()).toEqual([409, expect.objectContaining({ type: "/problems/cannot-open" })]);
    for (const { bringBack } of lost.slice(1)) await bringBack();
    expect(await sendAll()).toEqual([202, { count: 3 }]);
    const reasons = await Promise.all(lost.map(async ({ entry }) => (await storedAs(entry.id))?.["reason"]));
    expect(reasons).toEqual(["cannot-open", null, "needs-fix", null]);
  });

  test.each([
    ["Send again", async (id: string) => (await sendAgain(id)).status],
    ["a resend of the device", async (id: string, body: object) => (await post(body, id)).status],
  ])("when its key is back, %s opens it, and its person is opted out", async (_, open) => {
    const emails = [`${randomUUID()}@example.com`];
    const refused = { ...consent, channels: { text: false, call: false, email: false } };
    const { entry, sealed, bringBack } = await keyLost({ lead: { ...content.lead, emails }, consent: refused });
    await bringBack();
    expect(await open(entry.id, { ...envelope, sealed })).toBeLessThan(203);
    const known = await world.rooms.send("POST", "/api/duplicates", { emails }, { cookie: world.staff });
    expect(await known.json()).toMatchObject({
      matches: [{ id: entry.id }],
      optOuts: [{ value: emails[0], ways: ["call", "text", "email"] }],
    });
  });

  test("when its key is back, one with issues is parked for staff", async () => {
    const { entry, bringBack } = await keyLost({ lead: { firstName: "x".repeat(31) } });
    await bringBack();
    expect((await sendAgain(entry.id)).status).toBe(200);
    expect(await outboxEntry(entry.id)).toMatchObject({ reason: "needs-fix", issues: expect.any(Array) });
  });

  test.each(["plain", "sealed"])("the same key with a %s body that can be read: takes its content", async (kind) => {
    const { entry, sealed, bringBack } = await keyLost(content);
    if (kind === "sealed") await bringBack();
    const again = kind === "sealed" ? { ...envelope, sealed } : { ...envelope, ...content };
    expect((await post(again, entry.id)).status).toBe(202);
    expect(await storedAs(entry.id)).toMatchObject({ reason: null, lead: expect.stringContaining('"Sel"') });
  });

  test("key-unknown: only when it can neither be opened nor stored", async () => {
    const { query } = store.driver();
    const told = async (sealed: string) => {
      const headers = { cookie: world.staff, "idempotency-key": randomUUID() };
      const answer = await world.rooms.send("POST", "/api/leads", { ...envelope, sealed }, headers);
      return [answer.status, await answer.text(), answer.headers.get("retry-after")];
    };
    await query("ALTER TABLE submissions RENAME TO moved");
    try {
      expect(await told("damaged")).toEqual([503, expect.stringContaining("key-unknown"), "5"]);
      const opened = await told(await sealFor(sealTo, content));
      expect(opened).toEqual([503, expect.stringContaining("store-unavailable"), "5"]);
    } finally {
      await query("ALTER TABLE moved RENAME TO submissions");
    }
  });

  test("a refused one holds up no other: the next is accepted", async () => {
    const bodies = [await sealFor(sealTo, { lead: {} }), "damaged", await sealFor(sealTo, content)];
    const answers = [];
    for (const sealed of bodies) answers.push(await post({ ...envelope, sealed }));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const reasons = await Promise.all(answers.map(async ({ id }) => (await storedAs(id))?.["reason"]));
    expect(reasons).toEqual(["needs-fix", "cannot-open", null]);
  });

  test.each<[string, object, string]>([
    ["a station that staff use", { station: "front-desk" }, "sealed not-allowed"],
    ["no version", { stationVersion: undefined }, "stationVersion required"],
    ["a wrong time", { capturedAt: "yesterday" }, "capturedAt format"],
    ["no text", { sealed: 5 }, "sealed wrong-type"],
    ["60,001 characters", { sealed: "x".repeat(60_001) }, "sealed too-long"],
    ["a plain lead beside it", { lead: {} }, "lead unknown"],
  ])("refuses an envelope with %s, and stores nothing", async (_, changes, issue) => {
    const front = await world.viewOf("front-desk", world.staff);
    const version = "station" in changes ? { stationVersion: front.version } : {};
    const body = { ...envelope, ...version, sealed: await sealFor(sealTo, content), ...changes };
    const { status, json, row } = await post(body);
    expect([status, row]).toEqual([422, undefined]);
    expect(json.issues?.map(({ path, code }) => `${path} ${code}`)).toContain(issue);
  });

  test("a form link's and a website's visitor may send it; a stranger may not to a kiosk", async () => {
    const sealed = await sealFor(sealTo, content);
    const form = await world.viewOf("front-desk", world.link);
    const website = await world.viewOf("website", "");
    const send = async (station: string, stationVersion: string, cookie: string) =>
      (await post({ station, stationVersion, capturedAt: at, sealed }, randomUUID(), cookie)).status;
    expect(await send("front-desk", form.version, world.link)).toBe(202);
    expect(await send("website", website.version, "")).toBe(202);
    expect(await send("kiosk", envelope.stationVersion, "")).toBe(401);
    expect(await send("kiosk", envelope.stationVersion, world.link)).toBe(403);
  });

  test("only a kiosk's view has the key, and no answer has the private one", async () => {
    const asked = ["/api/stations", "/api/stations/kiosk", "/api/stations/front-desk", "/api/stations/website"];
    const answers = await Promise.all(
      asked.map(async (path) => (await world.rooms.send("GET", path, undefined, { cookie: world.staff })).text()),
    );
    expect(answers.map((text) => text.split(sealTo.kid).length - 1)).toEqual([1, 1, 0, 0]);
    const [row] = await store.driver().query("SELECT key FROM kiosk_keys WHERE kid = $1", [sealTo.kid]);
    const { d } = JSON.parse(String(row?.["key"])) as { d: string };
    expect(d).toHaveLength(43);
    for (const text of answers) expect(text).not.toContain(d);
    expect(JSON.stringify(world.rooms.logged)).not.toContain(d);
  });

  test("a station is saved without the key that its view has", async () => {
    const view = await world.viewOf("kiosk", world.staff);
    const saved = await world.rooms.send("PUT", "/api/stations/kiosk", view, { cookie: world.staff });
    expect(await saved.json()).toEqual(view);
    expect(await store.driver().query("SELECT 1 AS one FROM stations WHERE station LIKE '%sealTo%'")).toEqual([]);
  });
});
