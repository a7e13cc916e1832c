import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { WholeLead } from "#lead/submission/staffAnswers.ts";
import { appOver, unreachable } from "../testing/appOver.ts";
import { retentionIn } from "../store/retention.ts";
import {
  acknowledged,
  agency,
  at,
  consentOf,
  consentRooms,
  english,
  everything,
  footerOf,
  somebody,
} from "../testing/consentRooms.ts";

/** Opt-outs, withdrawals and forgotten leads through the real proxy: flags, note and record agree. */

const { changed, submit, delivered, recordOf, wholeOf, withdraw, send, asStaff, driver } = consentRooms();

const none = { call: "refused", text: "refused", email: "refused" };

/** Each makes an opt-out of a person, and returns the ways. */
const optOuts = {
  "a visitor refused all": async (lead: object) => {
    await submit({ lead, consent: consentOf({ text: false, call: false, email: false }) });
    return ["call", "text", "email"];
  },
  "staff noted: no texts": async (lead: object) => {
    await submit({ station: "front-desk", lead: { ...lead, cannotText: true } });
    return ["text"];
  },
  "a withdrawal": async (lead: object) => {
    const { id } = await submit({ station: "kiosk", lead, consent: consentOf(everything) });
    await withdraw(id);
    return ["call", "text", "email"];
  },
} as const;

test.each(
  (Object.keys(optOuts) as (keyof typeof optOuts)[]).flatMap((before) =>
    ["kiosk", "website", "front-desk"].map((station) => [before, station] as const),
  ),
)("%s, later everything is ticked at %s: the opt-out stays in flags, note and record", async (before, station) => {
  const person = somebody();
  const ways = await optOuts[before]({ firstName: "Vi", phones: person.phones });
  // Another spelling of the phone, and a new e-mail.
  const lead = { firstName: "Violet", phones: [`+1 ${person.phones[0]}`], emails: person.emails };
  const said = station === "front-desk" ? {} : { consent: consentOf(everything) };
  const { id } = await submit({ station, lead, ...said });
  const sent = await delivered(id);
  expect(sent).toMatchObject({ cannotText: true, ...(ways.length === 3 ? { unsubscription: true } : {}) });
  expect(footerOf(sent).at(-1)).toBe(`opted out before: ${ways.join(", ")}`);
  if (station !== "front-desk")
    expect(await recordOf(id)).toMatchObject({ "may.text": "yes", cannotText: "true", "consent.text": english });
  expect((await wholeOf(id)).may).toMatchObject(Object.fromEntries(ways.map((way) => [way, "refused"])));
  const asked = await send("POST", "/api/duplicates", { phones: person.phones }, asStaff());
  expect(((await asked.json()) as { optOuts: object[] }).optOuts).toEqual([{ value: person.phones[0], ways }]);
});

test("a withdrawal stops the buttons at once, and Lofty gets the flags before the note", async () => {
  const { id } = await submit({ consent: consentOf(everything) });
  await delivered(id);
  await expect.poll(async () => (await wholeOf(id)).entry.leadId, { timeout: 20_000 }).toBeDefined();
  const whole = (await (await withdraw(id)).json()) as WholeLead;
  expect(whole.may).toEqual(none);
  const people = await send("GET", "/api/people?since=2026-11-25T00:00:00Z", undefined, asStaff());
  const { people: all } = (await people.json()) as {
    people: readonly { id: string; may: object; withdrawnAt?: string }[];
  };
  expect(all.find((one) => one.id === id)).toMatchObject({ may: none, withdrawnAt: whole.withdrawnAt });
  await withdraw(id);
  await expect
    .poll(async () => (await wholeOf(id)).notes.map(({ status }) => status), { timeout: 20_000 })
    .toEqual(["posted"]);
  const noContact = { cannotText: true, cannotCall: true, cannotEmail: true, unsubscription: true };
  const leadId = (await wholeOf(id)).entry.leadId;
  expect(changed).toContainEqual({ path: `/v1.0/leads/${leadId}`, body: noContact });
  expect((await wholeOf(id)).notes[0]?.text).toContain("asked not to be contacted");
  expect(await recordOf(id)).toMatchObject({ withdrawnAt: whole.withdrawnAt, "may.text": "yes", cannotText: "false" });
  // It is on its way: too late for an undo.
  expect((await withdraw(id, "DELETE")).status).toBe(409);
});

test("staff lift an opt-out: later leads have no flags, a note says so, and a new refusal counts again", async () => {
  const person = somebody();
  const refuse = { text: false, call: false, email: false };
  const { id } = await submit({ lead: person, consent: consentOf(refuse) });
  await delivered(id);
  const later = async () => {
    const next = await submit({ station: "front-desk", lead: person });
    await delivered(next.id);
    return wholeOf(next.id);
  };
  const before = await later();
  expect([before.optedOut, before.may]).toEqual([["call", "text", "email"], none]);
  const lift = async () =>
    (await (await send("DELETE", `/api/outbox/${before.entry.id}/opt-outs`, undefined, asStaff())).json()) as WholeLead;
  const lifted = await lift();
  expect([lifted.optedOut, lifted.notes.map(({ text }) => text)]).toEqual([
    undefined,
    [expect.stringContaining("asked to be contacted again")],
  ]);
  expect((await lift()).notes).toHaveLength(1);
  expect((await later()).may).toEqual({ call: "allowed", text: "allowed", email: "allowed" });
  expect(((await (await withdraw(id)).json()) as WholeLead).withdrawnAt).toBeDefined();
  expect((await later()).may).toEqual(none);
});

test("a body that is refused because its key was used opts nobody out", async () => {
  const { id } = await submit({ lead: somebody(), consent: consentOf(everything) });
  const other = somebody();
  const refused = consentOf({ text: false, call: false, email: false });
  const body = { station: "website", lead: other, capturedAt: at, consent: refused };
  const again = await send("POST", "/api/leads", body, { "idempotency-key": id });
  expect(again.status).toBe(422);
  const asked = await send("POST", "/api/duplicates", { phones: other.phones }, asStaff());
  expect(((await asked.json()) as { optOuts: object[] }).optOuts).toEqual([]);
});

test("a withdrawal by mistake is undone before it goes to Lofty", async () => {
  const slow = await appOver(unreachable, { FOYER_TIME_SCALE: "1" });
  try {
    const id = randomUUID();
    const body = { station: "front-desk", lead: somebody(), capturedAt: at };
    await slow.send("POST", "/api/leads", body, { "idempotency-key": id });
    const may = async (method: string) =>
      ((await (await slow.send(method, `/api/outbox/${id}/withdrawal`)).json()) as WholeLead).may;
    expect(await may("POST")).toEqual(none);
    expect(await may("DELETE")).toEqual({ call: "allowed", text: "allowed", email: "allowed" });
    const whole = await slow.send("GET", `/api/outbox/${id}/whole`);
    expect(((await whole.json()) as WholeLead).notes).toEqual([]);
  } finally {
    await slow.stop();
  }
});

test("a forgotten lead: the export keeps texts, answers and Lofty's number, and no person", async () => {
  const more = { name: "Vi Sample", agent: "Al Agent" };
  const { id } = await submit({ consent: consentOf({ call: true }), acknowledgement: acknowledged(more) });
  await delivered(id);
  await expect.poll(async () => (await wholeOf(id)).entry.status, { timeout: 20_000 }).toBe("confirmed");
  const { leadId } = (await wholeOf(id)).entry;
  expect(await recordOf(id)).toMatchObject({ name: "Vi", "agency.name": "Vi Sample" });
  await retentionIn(driver()).forget(Date.now() + 1);
  const row = await recordOf(id);
  expect(row).toMatchObject({
    ...{ leadId, "may.call": "yes", "may.text": "not ticked", "consent.by": "self", "consent.at": at },
    ...{ "consent.text": english, "consent.sha256": createHash("sha256").update(english).digest("hex") },
    ...{ "agency.text": agency, "agency.version": "A", "agency.at": at },
  });
  expect(JSON.stringify(row)).not.toMatch(/Vi|Agent|@example/);
  const csv = await send("GET", "/api/consents/export", undefined, asStaff());
  expect((await csv.text()).split("\r\n").find((line) => line.includes(id))).toContain(`"${english}"`);
  const stranger = await send("GET", "/api/consents/export");
  expect(stranger.status).toBe(401);
});
