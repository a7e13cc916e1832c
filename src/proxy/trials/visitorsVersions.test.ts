import { expect, test } from "vitest";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { at, consent, visitorsRooms } from "../testing/visitorsRooms.ts";

/** The rules for a visitor's lead after changes of its station, on both stores. */
onEveryStore("a visitor's lead and the versions of its station", (store) => {
  const world = visitorsRooms(store);
  const { lead, page, post, viewOf, change } = world;

  test("a form link opens the visitors' form of a staff station, and its leads are validated as visitors' leads", async () => {
    const view = await viewOf("front-desk", world.link);
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
          world.link,
        );
        expect([more, status]).toEqual([more, 422]);
        expect(json.issues?.map(({ code }) => code)).toContain("not-allowed");
      }
    const { status, lead: stored } = await post(
      { ...page, station: "front-desk", stationVersion: view.version },
      world.link,
    );
    expect([status, stored]).toEqual([202, expect.objectContaining({ source: "Walk-in", cannotText: true })]);
    // Staff who fill in the form of a link also count as visitors; at their own form they are staff.
    const mine = await viewOf("front-desk", world.staff, "?form=visitors");
    expect(mine).toEqual(view);
    const asVisitor = {
      ...page,
      station: "front-desk",
      stationVersion: mine.version,
      lead: { ...lead, stage: "Closed" },
    };
    expect((await post(asVisitor, world.staff)).status).toBe(422);
    const { version } = await viewOf("front-desk", world.staff);
    const asStaff = {
      station: "front-desk",
      stationVersion: version,
      capturedAt: at,
      lead: { ...lead, stage: "Closed" },
    };
    expect((await post(asStaff, world.staff)).status).toBeLessThan(203);
  });

  test("a lead is validated by the version of its form, however often the station changed since", async () => {
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
    // An older form does not send its version; the consent text identifies it.
    expect(await judged(undefined, asked)).toEqual([202, "Page 2", undefined]);
    expect(await judged(undefined, named)).toEqual([202, "Page 3", true]);
  });

  test("an unknown version: accepted, not sent, and staff can correct it", async () => {
    const stationVersion = "00000000000000ff";
    const unheard = { ...lead, firstName: "Old", stage: "Closed", madeUp: ["x"] };
    for (const [station, cookie] of [
      ["website", ""],
      ["front-desk", world.staff],
      ["front-desk", world.link],
      ["removed", world.staff],
    ] as const)
      for (const version of [stationVersion, `${stationVersion}-form`, "v1"]) {
        const { status, row } = await post({ ...page, station, stationVersion: version, lead: unheard }, cookie);
        expect([station, version, status]).toEqual([station, version, 202]);
        expect(row).toMatchObject({ status: "parked", reason: "station-version-unknown", due_at: null });
      }
    expect((await post({ ...page, station: "removed", stationVersion })).status).toBe(422);
    expect((await post({ ...page, stationVersion: "a\u0000b" })).status).toBe(422);
    expect((await post({ ...page, station: "a\u0000", stationVersion: "0123456789abcdef" })).status).toBe(422);
    const { id } = await post({ ...page, stationVersion, lead: unheard });
    const act = (action: object) => world.rooms.send("POST", `/api/outbox/${id}`, action, { cookie: world.staff });
    const again = await act({ action: "send-again" });
    // What visitors may not enter is not sent without a look by staff.
    expect([again.status, await again.text()]).toEqual([422, expect.stringMatching(/"stage".*"not-allowed"/)]);
    const { madeUp: _madeUp, ...known } = unheard;
    const fixed = { ...known, lastName: "Sample", cannotText: false };
    expect((await act({ action: "fix", lead: fixed })).status).toBe(200);
    const [row] = await world.rooms.driver.query("SELECT id, lead, status FROM submissions WHERE id = $1", [id]);
    expect(row?.["status"]).not.toBe("parked");
    expect(JSON.parse(String(row?.["lead"]))).toMatchObject({ source: "Page 3", cannotText: true });
  });

  test("an unknown version and no consent: Send again sends no more than a visitor may say, and forbids texts", async () => {
    const { consent: _consent, ...silent } = { ...page, stationVersion: "00000000000000ff" };
    const sendAgain = async (more: object) => {
      const { id } = await post({ ...silent, lead: { ...lead, ...more } });
      const action = { action: "send-again" };
      const answer = await world.rooms.send("POST", `/api/outbox/${id}`, action, { cookie: world.staff });
      const [row] = await world.rooms.driver.query("SELECT id, lead FROM submissions WHERE id = $1", [id]);
      return { status: answer.status, told: await answer.text(), lead: JSON.parse(String(row?.["lead"])) as object };
    };
    for (const [path, value] of Object.entries({ stage: "Closed", assignedUserId: "42", cannotCall: false })) {
      const { status, told } = await sendAgain({ lastName: "Sample", [path]: value });
      expect([path, status, told]).toEqual([path, 422, expect.stringContaining(`"${path}"`)]);
    }
    const plain = await sendAgain({ lastName: "Sample" });
    expect([plain.status, plain.lead]).toEqual([200, expect.objectContaining({ cannotText: true })]);
  });

  test.each(["kiosk", "embed", "desk", "agent"] as const)(
    "a visitor's 'do not contact' is kept by Fix when the station is a %s now",
    async (profile) => {
      const refused = { ...consent, channels: { text: false, call: false, email: false } };
      await change("kiosk", { profile: "kiosk" });
      const { id } = await post({ ...page, station: "kiosk", consent: refused }, world.staff);
      const parked = "UPDATE submissions SET status = 'parked', reason = 'crm-20012', due_at = NULL WHERE id = $1";
      await expect
        .poll(async () => {
          await world.rooms.driver.query(parked, [id]);
          return (await world.rooms.driver.query("SELECT status FROM submissions WHERE id = $1", [id]))[0]?.["status"];
        })
        .toBe("parked");
      await change("kiosk", { profile });
      const allowed = { cannotText: false, cannotCall: false, cannotEmail: false, unsubscription: false };
      const fix = { action: "fix", lead: { ...lead, ...allowed } };
      expect((await world.rooms.send("POST", `/api/outbox/${id}`, fix, { cookie: world.staff })).status).toBe(200);
      const [row] = await world.rooms.driver.query("SELECT id, lead FROM submissions WHERE id = $1", [id]);
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
