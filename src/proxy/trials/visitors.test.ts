import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appOver } from "../testing/appOver.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";

const text = "You may contact me about homes by the ways I ticked. This is not a condition of buying anything.";
const at = "2026-11-25T09:00:00.000Z";
const consent = { version: "1", text, language: "en", at, by: "self", channels: {} };
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((set) => /^[^;]+/.exec(set)?.[0])
    .join("; ");

/** What visitors may say, and what they are told, on both stores. */
onEveryStore("visitors", (store) => {
  let rooms: Awaited<ReturnType<typeof appOver>>;
  let staff = "";
  let link = "";
  /** The CRM knows one person by email. */
  const crm = async (url: string, { method, body }: RequestInit) => {
    const isKnown = url.includes("client%40example.com") || url.includes("client@example.com");
    if (method === "POST" && url.endsWith("/v1.0/leads")) return Response.json({ leadId: 7_000 + String(body).length });
    if (method === "GET" && /leads\?/.test(url))
      return Response.json({
        leads: isKnown ? [{ leadId: 42, firstName: "Cli", emails: ["client@example.com"] }] : [],
      });
    return Response.json({ leadId: 42, firstName: "Cli", emails: ["client@example.com"], notes: [] });
  };
  beforeAll(async () => {
    const variables = { STAFF_PASSCODE: "open sesame", CLIENT_RATE_PER_MINUTE: "0", PUBLIC_ORIGIN: "http://127.0.0.1" };
    rooms = await appOver(crm, variables, store.driver());
    staff = cookiesOf(await rooms.send("POST", "/api/session", { passcode: "open sesame" }));
    const made = await rooms.send("POST", "/api/stations/front-desk/link", {}, { cookie: staff });
    const { url } = (await made.json()) as { url: string };
    link = cookiesOf(await rooms.send("GET", new URL(url).pathname));
  });
  afterAll(() => rooms.stop());

  async function post(body: object, cookie = "", id: string = randomUUID()) {
    const answer = await rooms.send("POST", "/api/leads", body, { cookie, "idempotency-key": id });
    const told = await answer.text();
    const json = JSON.parse(told) as { status?: string; issues?: readonly { path: string; code: string }[] };
    const [row] = await rooms.driver.query("SELECT * FROM submissions WHERE id = $1", [id]);
    const lead = row && (JSON.parse(String(row["lead"])) as Record<string, unknown>);
    return { id, status: answer.status, headers: answer.headers, told, json, row, lead };
  }
  const lead = { firstName: "Vi", emails: ["vi@example.com"] };
  const page = { station: "website", lead, capturedAt: at, consent };
  const viewOf = async (id: string, cookie: string, query = "") =>
    (await (await rooms.send("GET", `/api/stations/${id}${query}`, undefined, { cookie })).json()) as {
      version: string;
      profile: string;
    } & Record<string, unknown>;
  const change = async (id: string, changes: object) => {
    const now = await viewOf(id, staff);
    const answer = await rooms.send("PUT", `/api/stations/${id}`, { ...now, ...changes }, { cookie: staff });
    expect(answer.status).toBe(200);
  };

  test("POST, the same again and GET say the same of a client and of nobody, byte for byte", async () => {
    const asTold = async (email: string) => {
      const id = randomUUID();
      const body = { ...page, lead: { ...lead, emails: [email] } };
      const first = await post(body, "", id);
      await expect
        .poll(async () => (await post(body, "", id)).row?.["status"], { timeout: 20_000 })
        .toMatch(/^(deliv|conf|park)/);
      const again = await post(body, "", id);
      const read = await rooms.send("GET", `/api/leads/${id}`);
      const all = [first.told, again.told, await read.text()].map((told) => told.replace(id, "ID"));
      const heads = [first.headers, again.headers, read.headers].map((headers) => [...headers]);
      return { statuses: [first.status, again.status, read.status], all, heads };
    };
    const nobody = await asTold("nobody@example.com");
    expect(nobody.statuses).toEqual([202, 202, 202]);
    expect(nobody.all).toEqual(Array.from({ length: 3 }, () => '{"id":"ID","status":"accepted"}'));
    expect(await asTold("client@example.com")).toEqual(nobody);
  });

  test("staff are told when a visitor's form forbids to contact a person whom the CRM knew", async () => {
    const refused = { ...consent, channels: { text: false, call: false, email: false } };
    const { id } = await post({ ...page, lead: { ...lead, emails: ["client@example.com"] }, consent: refused });
    const entryOf = async (which: string) => {
      const answer = await rooms.send("GET", "/api/outbox", undefined, { cookie: staff });
      const { entries } = (await answer.json()) as { entries: readonly Record<string, unknown>[] };
      return entries.find((entry) => entry["id"] === which);
    };
    await expect.poll(async () => (await entryOf(id))?.["reason"], { timeout: 20_000 }).toBe("known-person");
    expect(await entryOf(id)).toHaveProperty("forbadeContact", true);
    const other = await post({ ...page, lead: { ...lead, emails: ["client@example.com"] } });
    await expect.poll(async () => (await entryOf(other.id))?.["reason"], { timeout: 20_000 }).toBe("known-person");
    expect(await entryOf(other.id)).not.toHaveProperty("forbadeContact");
  });

  test("staff are told what became of it, but not at a visitors' station", async () => {
    const { id } = await post({ station: "front-desk", lead, capturedAt: at }, staff);
    const read = await rooms.send("GET", `/api/leads/${id}`, undefined, { cookie: staff });
    expect(await read.json()).toHaveProperty("attempts");
    const kiosk = await post({ ...page, station: "kiosk" }, staff);
    expect([kiosk.status, kiosk.told]).toEqual([202, `{"id":"${kiosk.id}","status":"accepted"}`]);
  });

  test("of a station they are told what its form needs, and nothing that is for staff", async () => {
    const told = [
      ...["asks", "attributes", "brand", "consent", "drawing", "idleSeconds", "languages", "name"],
      ...["profile", "required", "version"],
    ];
    for (const [id, cookie] of [
      ["website", ""],
      ["front-desk", link],
    ] as const) {
      const view = await viewOf(id, cookie);
      expect(Object.keys(view).filter((key) => key !== "id" && key !== "event")).toEqual(
        expect.arrayContaining(told) as unknown,
      );
      for (const key of Object.keys(view)) expect([...told, "id", "event", "needsContact"]).toContain(key);
      expect(JSON.stringify(view)).not.toMatch(/Loan amount|preset|source|Hot|frameParents/);
    }
  });

  describe("an envelope", () => {
    const texts = [
      "consent.version",
      "consent.text",
      "consent.language",
      "consent.at",
      "capturedAt",
      "station",
    ] as const;
    const controls = ["\u0000", "\u0001", "\u001b", "\u007f", "\u0085", "\r", "\n", "\u2028", "\u2029", "\ud800"];
    const withText = (path: string, put: (was: string) => string) => {
      const body = structuredClone({ ...page, stationVersion: undefined }) as unknown as Record<string, unknown>;
      const [key = "", inner] = path.split(".");
      if (inner === undefined) body[key] = put(String(body[key]));
      else body[key] = { ...consent, [inner]: put(String(consent[inner as keyof typeof consent])) };
      return body;
    };
    test.each(texts)("%s takes no control character and no line break, and has a limit", async (path) => {
      for (const control of controls)
        for (const put of [(was: string) => `${was}${control}`, (was: string) => `${control}${was}`]) {
          const { status, json, row } = await post(withText(path, put));
          expect([control.charCodeAt(0), status, row]).toEqual([control.charCodeAt(0), 422, undefined]);
          expect(json.issues?.map((issue) => issue.path)).toContain(path);
        }
      const { status } = await post(withText(path, (was) => was + "x".repeat(5_000)));
      expect(status).toBe(422);
    });

    test.each([
      "2026-11-25T09:00:00.0Z",
      `2026-11-25T09:00:00.${"0".repeat(5_000)}Z`,
      "2026-11-25T09:00Z",
      "2026-11-25T09:00:00.000+00:00",
      "2026-11-25t09:00:00.000z",
      "2026-02-30T09:00:00.000Z",
      "2026-11-25T24:00:00.000Z",
      "+002026-11-25T09:00:00.000Z",
      "2026-11-25T09:00:00.000Z\n",
    ])("a time has one form: not %j", async (time) => {
      const codes = async (body: object) => (await post(body)).json.issues?.map(({ path, code }) => `${path} ${code}`);
      expect(await codes({ ...page, capturedAt: time })).toEqual(["capturedAt format"]);
      expect(await codes({ ...page, consent: { ...consent, at: time } })).toEqual(["consent.at format"]);
    });

    test.each([
      [{ text: `${text}\nref 4471` }, "consent.text"],
      [{ text: "I agree to everything." }, "consent.text"],
      [{ version: "2" }, "consent.version"],
      [{ version: "1\nref 00000000-0000-4000-8000-000000000000" }, "consent.version"],
      [{ by: "staff" }, "consent.by"],
      [{ by: "paper" }, "consent.by"],
    ])("a visitor's consent is what the station showed, by the visitor: not %j", async (changes, path) => {
      for (const [station, cookie] of [
        ["website", ""],
        ["kiosk", staff],
        ["front-desk", link],
      ] as const) {
        const { status, json, row } = await post({ ...page, station, consent: { ...consent, ...changes } }, cookie);
        expect([station, status, row]).toEqual([station, 422, undefined]);
        expect(json.issues?.map((issue) => issue.path)).toContain(path);
      }
    });

    test("the longest note and consent stay within what Lofty keeps", async () => {
      const { status, lead: stored } = await post(page);
      expect([status, String(stored?.["content"]).split("\n").length]).toEqual([202, 3]);
    });
  });

  test("a form link opens the visitors' form of a staff station, and its leads are judged as such", async () => {
    const view = await viewOf("front-desk", link);
    expect([view.profile, view.version]).toEqual(["embed", expect.stringMatching(/^[0-9a-f]{16}-form$/)]);
    for (const more of [
      { stage: "Closed" },
      { assignedUserId: "42" },
      { source: "Mine" },
      { tagsAdd: ["VIP"] },
      { cannotText: false },
    ])
      for (const version of [{}, { stationVersion: view.version }, { stationVersion: view.version.slice(0, 16) }]) {
        const { status, json } = await post(
          { ...page, ...version, station: "front-desk", lead: { ...lead, ...more } },
          link,
        );
        expect([more, status]).toEqual([more, 422]);
        expect(json.issues?.map(({ code }) => code)).toContain("not-allowed");
      }
    const { status, lead: stored } = await post({ ...page, station: "front-desk", stationVersion: view.version }, link);
    expect([status, stored]).toEqual([202, expect.objectContaining({ source: "Walk-in", cannotText: true })]);
    // Staff who fill in the form behind a link are a visitor too; at their own form they are staff.
    const mine = await viewOf("front-desk", staff, "?form=visitors");
    expect(mine).toEqual(view);
    const asVisitor = {
      ...page,
      station: "front-desk",
      stationVersion: mine.version,
      lead: { ...lead, stage: "Closed" },
    };
    expect((await post(asVisitor, staff)).status).toBe(422);
    const { version } = await viewOf("front-desk", staff);
    const asStaff = {
      station: "front-desk",
      stationVersion: version,
      capturedAt: at,
      lead: { ...lead, stage: "Closed" },
    };
    expect((await post(asStaff, staff)).status).toBeLessThan(203);
  });

  test("a lead is judged by the version of its form, however often the station was changed since", async () => {
    const before = await viewOf("website", "");
    const asked = { ...page, lead: { ...lead, birthday: "Jun 5, 2001" } };
    expect((await post(asked)).status).toBe(422);
    await change("website", { asks: { on: ["birthday"], off: [] }, presets: { source: "Page 2" } });
    const middle = await viewOf("website", "");
    const other = { ...consent, version: "2", text: "Two\nlines." };
    const { channels: _channels, ...shown } = { ...other, policy: "strict" };
    await change("website", {
      asks: { on: [], off: [] },
      required: ["lastName"],
      consent: { version: shown.version, text: shown.text, policy: "strict" },
      presets: { source: "Page 3" },
    });
    const now = await viewOf("website", "");
    expect(new Set([before.version, middle.version, now.version]).size).toBe(3);
    const judged = async (stationVersion: string | undefined, body: object) => {
      const { status, lead: stored } = await post(stationVersion === undefined ? body : { ...body, stationVersion });
      return [status, stored?.["source"], stored?.["cannotCall"]];
    };
    expect(await judged(before.version, page)).toEqual([202, "Website", undefined]);
    expect(await judged(middle.version, asked)).toEqual([202, "Page 2", undefined]);
    expect(await judged(now.version, page)).toEqual([422, undefined, undefined]);
    const named = { ...page, lead: { ...lead, lastName: "Sample" }, consent: other };
    expect(await judged(now.version, named)).toEqual([202, "Page 3", true]);
    expect(await judged(before.version, named)).toEqual([422, undefined, undefined]);
    // An older form does not name its version: the text that was shown does.
    expect(await judged(undefined, asked)).toEqual([202, "Page 2", undefined]);
    expect(await judged(undefined, named)).toEqual([202, "Page 3", true]);
  });

  test("a version that nobody knows: accepted, never refused, not sent, and for staff to correct", async () => {
    const stationVersion = "00000000000000ff";
    const unheard = { ...lead, firstName: "Old", stage: "Closed", madeUp: ["x"] };
    for (const [station, cookie] of [
      ["website", ""],
      ["front-desk", staff],
      ["front-desk", link],
      ["removed", staff],
    ] as const)
      for (const version of [stationVersion, `${stationVersion}-form`, "v1"]) {
        const { status, row } = await post({ ...page, station, stationVersion: version, lead: unheard }, cookie);
        expect([station, version, status]).toEqual([station, version, 202]);
        expect(row).toMatchObject({ status: "parked", reason: "station-version-unknown", due_at: null });
      }
    expect((await post({ ...page, station: "removed", stationVersion })).status).toBe(422);
    expect((await post({ ...page, stationVersion: "a\u0000b" })).status).toBe(422);
    const { id } = await post({ ...page, stationVersion, lead: unheard });
    const act = (action: object) => rooms.send("POST", `/api/outbox/${id}`, action, { cookie: staff });
    const again = await act({ action: "send-again" });
    // What visitors may not say is not sent unseen.
    expect([again.status, await again.text()]).toEqual([422, expect.stringMatching(/"stage".*"not-allowed"/)]);
    const { madeUp: _madeUp, ...known } = unheard;
    const fixed = { ...known, lastName: "Sample", cannotText: false };
    expect((await act({ action: "fix", lead: fixed })).status).toBe(200);
    const [row] = await rooms.driver.query("SELECT lead, status FROM submissions WHERE id = $1", [id]);
    expect(row?.["status"]).not.toBe("parked");
    expect(JSON.parse(String(row?.["lead"]))).toMatchObject({ source: "Page 3", cannotText: true });
  });

  test.each(["kiosk", "embed", "desk", "agent"] as const)(
    "'do not contact' of a visitor survives Fix when the station is a %s by now",
    async (profile) => {
      const refused = { ...consent, channels: { text: false, call: false, email: false } };
      await change("kiosk", { profile: "kiosk" });
      const { id } = await post({ ...page, station: "kiosk", consent: refused }, staff);
      const parked = "UPDATE submissions SET status = 'parked', reason = 'crm-20012', due_at = NULL WHERE id = $1";
      await expect
        .poll(async () => {
          await rooms.driver.query(parked, [id]);
          return (await rooms.driver.query("SELECT status FROM submissions WHERE id = $1", [id]))[0]?.["status"];
        })
        .toBe("parked");
      await change("kiosk", { profile });
      const allowed = { cannotText: false, cannotCall: false, cannotEmail: false, unsubscription: false };
      const fix = { action: "fix", lead: { ...lead, ...allowed } };
      expect((await rooms.send("POST", `/api/outbox/${id}`, fix, { cookie: staff })).status).toBe(200);
      const [row] = await rooms.driver.query("SELECT lead FROM submissions WHERE id = $1", [id]);
      expect(JSON.parse(String(row?.["lead"]))).toMatchObject({
        cannotText: true,
        cannotCall: true,
        cannotEmail: true,
        unsubscription: true,
        welcomeEmail: false,
      });
    },
  );
});
