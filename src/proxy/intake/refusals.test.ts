import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { SealingKey } from "#lead/submission/sealed.ts";
import { ways } from "#lead/submission/ways.ts";
import { refusing } from "../testing/appOver.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { sealFor } from "../testing/sealFor.ts";
import { at, consent, visitorsRooms } from "../testing/visitorsRooms.ts";

/** When the refusals of a lead count for other leads with the same contacts. */
onEveryStore("what a lead refuses", (store) => {
  // Valid leads are parked too, so that staff can correct them.
  const world = visitorsRooms(store, refusing);
  const refused = { ...consent, channels: { text: false, call: false, email: false } };
  const email = () => `${randomUUID()}@example.com`;
  const unheard = "00000000000000ff";
  const trap = { form: { trap: "x" } };
  let kiosk: { readonly version: string; readonly sealTo: SealingKey };
  beforeAll(async () => {
    kiosk = (await world.viewOf("kiosk", world.staff)) as unknown as typeof kiosk;
  });

  const ask = (method: string, path: string, body?: object) =>
    world.rooms.send(method, path, body, { cookie: world.staff });
  const against = async (value: string) => {
    const answer = await ask("POST", "/api/duplicates", { emails: [value] });
    return ((await answer.json()) as { optOuts: { ways: string[] }[] }).optOuts[0]?.ways ?? [];
  };
  const act = async (id: string, action: object) => (await ask("POST", `/api/outbox/${id}`, action)).status;
  const outboxLead = async (id: string) =>
    ((await (await ask("GET", `/api/outbox/${id}`)).json()) as { lead: Record<string, unknown> }).lead;
  const parked = async (id: string, reason: string) => {
    const of = async () => {
      const [row] = await store.driver().query("SELECT status, reason FROM submissions WHERE id = $1", [id]);
      return `${row?.["status"]} ${row?.["reason"]}`;
    };
    await expect.poll(of, { timeout: 10_000 }).toBe(`parked ${reason}`);
  };
  const fix = async (id: string, changes: object) =>
    act(id, { action: "fix", lead: { ...(await outboxLead(id)), ...changes } });
  const visitor = (lead: object, more: object = {}, cookie = "") =>
    world.post({ ...world.page, lead: { firstName: "Vi", ...lead }, consent: refused, ...more }, cookie);
  const sealed = async (lead: object, stationVersion = kiosk.version) =>
    world.post(
      {
        ...{ station: "kiosk", stationVersion, capturedAt: at },
        sealed: await sealFor(kiosk.sealTo, { lead: { firstName: "Vi", ...lead }, consent: refused }),
      },
      world.staff,
    );

  const unvalidated: readonly (readonly [string, string, (lead: object) => ReturnType<typeof visitor>])[] = [
    ["an unknown version", "station-version-unknown", (lead) => visitor(lead, { stationVersion: unheard })],
    [
      "an unknown version, and it looks like spam",
      "station-version-unknown",
      (lead) => visitor(lead, { stationVersion: unheard, ...trap }),
    ],
    ["it looks like spam", "looks-like-spam", (lead) => visitor(lead, trap)],
    ["a sealed lead with issues", "needs-fix", (lead) => sealed({ ...lead, firstName: "x".repeat(31) })],
  ];
  test.each(unvalidated)("%s: counts only once staff fix and send it", async (_, reason, post) => {
    const [mail, other] = [email(), email()];
    const { id, status } = await post({ emails: [mail] });
    expect(status).toBe(202);
    await parked(id, reason);
    expect(await against(mail)).toEqual([]);
    expect(await fix(id, { firstName: "Vi", emails: [other] })).toBe(200);
    expect([await against(mail), await against(other)]).toEqual([[], ways]);
  });
  test.each(unvalidated)("%s: counts once staff say that it is in Lofty", async (_, reason, post) => {
    const mail = email();
    const { id } = await post({ emails: [mail] });
    await parked(id, reason);
    expect(await act(id, { action: "in-crm", leadId: "42" })).toBe(200);
    expect(await against(mail)).toEqual(ways);
  });
  test("an unknown version or spam: counts once staff press Send again", async () => {
    for (const [, reason, post] of unvalidated.slice(0, 3)) {
      const mail = email();
      const { id } = await post({ emails: [mail] });
      await parked(id, reason);
      expect(await act(id, { action: "send-again" })).toBe(200);
      expect(await against(mail)).toEqual(ways);
    }
  });

  const many = (count: number) => ({
    emails: Array.from({ length: count }, email),
    phones: Array.from({ length: count }, (_, index) => `415 555 ${2000 + index}`),
  });
  const tooMany = ["emails", "phones"].map((path) => ({ path, code: "too-many", limit: 5, length: 6 }));
  const inOrder = (issues: readonly { readonly path: string }[] = []) =>
    issues
      .map(({ path, ...issue }) => ({ path, ...issue }))
      .toSorted((one, other) => one.path.localeCompare(other.path));
  test.each([
    ["its station's form", {}, ""],
    ["an unknown version", { stationVersion: unheard }, ""],
    ["a form link", { station: "front-desk" }, "link"],
    ["a form link, an unknown version", { station: "front-desk", stationVersion: unheard }, "link"],
  ])("a visitor may name five phones and five emails by %s; more are refused by name", async (_, more, cookie) => {
    const sender = cookie && world.link;
    expect((await visitor(many(5), more, sender)).status).toBe(202);
    const { status, json, row } = await visitor(many(6), more, sender);
    expect([status, row]).toEqual([422, undefined]);
    expect(inOrder(json.issues)).toMatchObject(tooMany);
  });
  test.each(["known", "unknown"])(
    "sealed, of a %s version: parked with its issues, staff may keep all",
    async (version) => {
      const lead = many(6);
      const { id, status, row } = await sealed(lead, version === "known" ? kiosk.version : unheard);
      expect([status, row?.["reason"]]).toEqual([202, "needs-fix"]);
      expect(inOrder(JSON.parse(String(row?.["issues"])))).toMatchObject(tooMany);
      expect((await outboxLead(id))["emails"]).toEqual(lead.emails);
      expect(await against(lead.emails[5] ?? "")).toEqual([]);
      expect(await act(id, { action: "send-again" })).toBe(422);
      expect(await fix(id, {})).toBe(200);
      expect(await against(lead.emails[5] ?? "")).toEqual(ways);
    },
  );
  test("staff may name more", async () => {
    const lead = { ...many(6), cannotCall: true };
    const more = { station: "front-desk", consent: undefined };
    for (const version of [{}, { stationVersion: unheard }])
      expect((await visitor(lead, { ...more, ...version }, world.staff)).status).toBeLessThan(203);
    expect(await against(lead.emails[5] ?? "")).toEqual(["call"]);
  });

  test("a visitor's flags without a consent refuse nothing, also after staff sent it", async () => {
    const mail = email();
    const lead = { emails: [mail], cannotCall: true };
    const { id } = await visitor(lead, { stationVersion: unheard, consent: undefined });
    await fix(id, {});
    expect(await against(mail)).toEqual([]);
  });

  test("staff's own lead of an unknown version counts at once: they know whom they write down", async () => {
    const mail = email();
    const lead = { emails: [mail], cannotCall: true };
    const more = { station: "front-desk", stationVersion: unheard, consent: undefined };
    const { id } = await visitor(lead, more, world.staff);
    await parked(id, "station-version-unknown");
    expect(await against(mail)).toEqual(["call"]);
  });

  const front = async (lead: object) => {
    const body = { station: "front-desk", capturedAt: at, lead: { firstName: "Eve", ...lead } };
    const { id } = await world.post(body, world.staff);
    await parked(id, "crm-20012");
    return id;
  };
  test("a lead that Lofty refused: fixed, it counts for the corrected contact", async () => {
    const [typed, right] = [email(), email()];
    const { id } = await visitor({ emails: [typed] });
    await parked(id, "crm-20012");
    expect(await against(typed)).toEqual(ways);
    expect(await fix(id, { emails: [right] })).toBe(200);
    expect(await against(right)).toEqual(ways);
  });
  test("staff's flags go with the corrected contact, and so do those that the correction adds", async () => {
    const [typed, right] = [email(), email()];
    const id = await front({ emails: [typed], cannotCall: true });
    await fix(id, { emails: [right], cannotText: true });
    expect([await against(typed), await against(right)]).toEqual([["call"], ["call", "text"]]);
  });
  test("what staff forbid in a correction stays forbidden, whatever the consent allows, and counts for later leads", async () => {
    const mail = email();
    const allowed = { ...consent, channels: { text: true, call: true, email: true } };
    const { id } = await visitor({ emails: [mail] }, { ...trap, consent: allowed });
    await parked(id, "looks-like-spam");
    expect(await fix(id, { cannotCall: true })).toBe(200);
    // Lofty refuses it here, so staff see it again.
    await expect.poll(() => outboxLead(id)).toMatchObject({ cannotCall: true, cannotText: false });
    expect(await against(mail)).toEqual(["call"]);
  });

  test("sealed, with a consent that cannot be used: what it refuses is refused", async () => {
    const unusable = { ...refused, text: "a line\u2028another" };
    const { id } = await world.post(
      {
        ...{ station: "kiosk", stationVersion: kiosk.version, capturedAt: at },
        sealed: await sealFor(kiosk.sealTo, { lead: { firstName: "Vi", emails: [email()] }, consent: unusable }),
      },
      world.staff,
    );
    await parked(id, "needs-fix");
    expect(await outboxLead(id)).toMatchObject({ cannotText: true, cannotCall: true, cannotEmail: true });
  });

  test("a withdrawal goes with the corrected contact", async () => {
    const [typed, right] = [email(), email()];
    const id = await front({ emails: [typed] });
    await ask("POST", `/api/outbox/${id}/withdrawal`);
    await fix(id, { emails: [right] });
    expect(await against(right)).toEqual(ways);
  });
  test("what staff lifted on the lead stays lifted when they fix and send it", async () => {
    const [typed, right] = [email(), email()];
    const id = await front({ emails: [typed], cannotCall: true });
    const again = await front({ emails: [typed] });
    expect(await against(typed)).toEqual(["call"]);
    await ask("DELETE", `/api/outbox/${again}/opt-outs`);
    await ask("POST", `/api/outbox/${id}/withdrawal`);
    await ask("DELETE", `/api/outbox/${id}/opt-outs`);
    await fix(id, { emails: [right] });
    expect([await against(typed), await against(right)]).toEqual([[], []]);
  });
});
