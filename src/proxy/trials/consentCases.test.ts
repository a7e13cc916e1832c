import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SealingKey } from "#lead/sealed.ts";
import type { WholeLead } from "#lead/staffAnswers.ts";
import type { Station } from "#lead/station.ts";
import { shownText } from "#lead/wording.ts";
import { appOver, unreachable } from "../testing/appOver.ts";
import { retentionIn } from "../store/retention.ts";
import { sealFor } from "../testing/sealFor.ts";

/**
 * The consent of a person is in three places: Lofty's flags, the note on the lead, and our record with its export. Each
 * case sends a submission through the real proxy and compares all three with literals.
 */

const at = "2026-11-25T09:00:00.000Z";
const english = "Sample Homes may contact me by the ways I ticked.";
const german = "Sample Homes darf mich auf den gewählten Wegen erreichen.";
const agency = "We work for the seller of this house.";
const agencyInFrench = "Nous travaillons pour le vendeur de cette maison.";
const start = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

type Flags = Readonly<Record<string, unknown>>;
const flagNames = ["cannotText", "cannotCall", "cannotEmail", "unsubscription"];
const flagsIn = (lead: Flags) => Object.fromEntries(Object.entries(lead).filter(([name]) => flagNames.includes(name)));

let rooms: Awaited<ReturnType<typeof appOver>>;
let staff = "";
let link = "";
let kiosk = "";
/** The leads and changes that the CRM was sent. */
const created: Flags[] = [];
const changed: { readonly path: string; readonly body: Flags }[] = [];

const notes: Flags[] = [];
const firstId = 7_000;
/** A CRM that stores everything as it comes and finds nobody by contacts. */
const crm = async (url: string, { method, body }: RequestInit) => {
  const { pathname: path, searchParams } = new URL(url);
  const sent = method === "GET" ? {} : (JSON.parse(String(body)) as Flags);
  if (method === "POST" && path === "/v1.0/leads") return Response.json({ leadId: firstId + created.push(sent) - 1 });
  if (method === "POST" && path === "/v1.0/notes") return Response.json({ noteId: notes.push(sent) });
  if (method === "PUT") changed.push({ path, body: sent });
  const leadId = /\d+$/.exec(path)?.[0] ?? searchParams.get("leadId");
  const there = notes.filter((note) => String(note["leadId"]) === leadId).map((note, noteId) => ({ noteId, ...note }));
  const lead = created[Number(leadId) - firstId];
  return Response.json({ leads: [], lead: lead && { ...lead, leadId: Number(leadId) }, notes: there });
};
const cookieOf = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
const stationNow = async (id: string, cookie = staff, query = "") =>
  (await (await rooms.send("GET", `/api/stations/${id}${query}`, undefined, { cookie })).json()) as Station & {
    readonly version: string;
    readonly sealTo?: SealingKey;
  };
const change = async (id: string, part: object) => {
  const answer = await rooms.send(
    "PUT",
    `/api/stations/${id}`,
    { ...(await stationNow(id)), ...part },
    { cookie: staff },
  );
  expect(answer.status).toBe(200);
};

const setPolicy = async (station: string, policy: "standard" | "strict") => {
  const { consent } = await stationNow(station);
  if (consent.policy !== policy) await change(station, { consent: { ...consent, policy } });
};

beforeAll(async () => {
  const variables = { STAFF_PASSCODE: "open sesame", CLIENT_RATE_PER_MINUTE: "0", PUBLIC_ORIGIN: "http://127.0.0.1" };
  rooms = await appOver(crm, variables);
  staff = cookieOf(await rooms.send("POST", "/api/session", { passcode: "open sesame" }));
  for (const id of ["kiosk", "website", "open-house"])
    await change(id, {
      languages: ["en", "es", "fr", "de", "zh-CN", "zh-TW", "ja"],
      consent: { version: "2", text: english, texts: { de: german }, policy: "standard" },
      acknowledgement: { version: "A", text: agency, texts: { fr: agencyInFrench }, asksName: true, asksAgent: true },
    });
  kiosk = cookieOf(await rooms.send("POST", "/api/session", { passcode: "open sesame", station: "kiosk" }));
  const made = await rooms.send("POST", "/api/stations/open-house/link", {}, { cookie: staff });
  link = cookieOf(await rooms.send("GET", new URL(((await made.json()) as { url: string }).url).pathname));
});
afterAll(() => rooms.stop());

interface Case {
  readonly station?: string;
  readonly lead?: object;
  readonly consent?: object;
  readonly acknowledgement?: object;
}
let count = 0;
/** Contacts that no other case uses. */
const somebody = () => ({
  firstName: "Vi",
  emails: [`vi${++count}@example.com`],
  phones: [`(415) 555-${1000 + count}`],
});
const consentOf = (channels: object, text = english, language = "en") => ({
  ...{ version: "2", text, language, at, by: "self", channels },
});
const acknowledged = (more: object = {}) => ({ version: "A", text: agency, language: "en", at, ...more });

/** Sends a submission as the station's page sends it. Returns its id and the response. */
async function submit({ station = "website", lead = somebody(), ...said }: Case) {
  const id = randomUUID();
  const envelope = { station, capturedAt: at };
  const headers = (cookie: string) => ({ "idempotency-key": id, ...(cookie ? { cookie } : {}) });
  if (station === "kiosk") {
    const { sealTo, version } = await stationNow("kiosk", kiosk);
    const sealed = await sealFor(sealTo as SealingKey, { lead, ...said });
    const body = { ...envelope, stationVersion: version, sealed };
    return { id, answer: await rooms.send("POST", "/api/leads", body, headers(kiosk)) };
  }
  const cookie = station === "open-house" ? link : station === "front-desk" ? staff : "";
  const { version } = await stationNow(station, cookie === "" ? staff : cookie);
  const body = { ...envelope, stationVersion: version, lead, ...said };
  return { id, answer: await rooms.send("POST", "/api/leads", body, headers(cookie)) };
}

/** Waits until the CRM has the lead. */
async function delivered(id: string): Promise<Flags & { readonly content: string }> {
  const inCrm = () => created.find(({ content }) => String(content).includes(`ref ${id}`));
  await expect.poll(inCrm, { timeout: 20_000 }).toBeDefined();
  return inCrm() as Flags & { content: string };
}
const footerOf = ({ content }: { readonly content: string }) =>
  content
    .slice(content.lastIndexOf("-- foyer"))
    .split("\n")
    .slice(2)
    .filter((line) => !line.startsWith("saved "));
/** Returns the row of a submission in the export. */
async function recordOf(id: string): Promise<Readonly<Record<string, string>>> {
  const file = await rooms.send("GET", "/api/consents/export?format=json", undefined, { cookie: staff });
  const rows = (await file.json()) as readonly Record<string, string>[];
  return rows.find((row) => row["id"] === id) ?? {};
}

const choices = [
  ["nothing", {}, "none ticked"],
  ["texts", { text: true }, "text yes"],
  ["calls and e-mail", { call: true, email: true }, "call yes, email yes"],
  ["everything", { text: true, call: true, email: true }, "text yes, call yes, email yes"],
  ["no contact", { text: false, call: false, email: false }, "text no, call no, email no"],
] as const;
const standard: readonly Flags[] = [
  { cannotText: true },
  { cannotText: false },
  { cannotText: true, cannotCall: false, cannotEmail: false },
  { cannotText: false, cannotCall: false, cannotEmail: false },
  { cannotText: true, cannotCall: true, cannotEmail: true, unsubscription: true },
];
const strict: readonly Flags[] = [
  { cannotText: true, cannotCall: true, cannotEmail: true },
  { cannotText: false, cannotCall: true, cannotEmail: true },
  { cannotText: true, cannotCall: false, cannotEmail: false },
  { cannotText: false, cannotCall: false, cannotEmail: false },
  { cannotText: true, cannotCall: true, cannotEmail: true, unsubscription: true },
];
const word = (ticked: boolean | undefined) => (ticked === undefined ? "not ticked" : ticked ? "yes" : "no");
const cases = ["kiosk", "website", "open-house"].flatMap((station) =>
  (["standard", "strict"] as const).flatMap((policy) =>
    choices.map(([name, channels, said], index) => ({
      ...{ station, policy, name, said },
      channels: channels as { readonly text?: boolean; readonly call?: boolean; readonly email?: boolean },
      flags: (policy === "standard" ? standard : strict)[index],
    })),
  ),
);

test.each(cases)("$station, policy $policy, $name: flags, note and record agree", async (one) => {
  const { station, policy, channels, said, flags } = one;
  await setPolicy(station, policy);
  const { id, answer } = await submit({ station, consent: consentOf(channels) });
  expect(answer.status).toBe(202);
  const lead = await delivered(id);
  expect(flagsIn(lead)).toEqual(flags);
  expect(footerOf(lead)).toEqual([`consent 2 en self at ${station}: ${said}, ${at} ${start(english)}`]);
  const { text, call, email } = channels;
  expect(await recordOf(id)).toMatchObject({
    ...Object.fromEntries(Object.entries(flags ?? {}).map(([flag, value]) => [flag, String(value)])),
    ...{ station, "consent.by": "self", "consent.at": at, "consent.version": "2", "consent.language": "en" },
    ...{ "consent.text": english, "consent.sha256": createHash("sha256").update(english).digest("hex") },
    ...{ "may.text": word(text), "may.call": word(call), "may.email": word(email) },
  });
});

const everything = { text: true, call: true, email: true };
test.each([
  ["en", english, "en"],
  ["es", english, "en"],
  ["fr", english, "en"],
  ["de", german, "de"],
  ["zh-CN", english, "en"],
  ["zh-TW", english, "en"],
  ["ja", english, "en"],
] as const)("screen in %s: note and record name the text that was shown", async (screen, text, language) => {
  const { consent, languages } = await stationNow("website", "");
  const shown = shownText(consent, screen, { languages });
  const { id } = await submit({ consent: { ...shown, at, by: "self", channels: everything } });
  expect(footerOf(await delivered(id))[0]).toContain(`consent 2 ${language} self at website: `);
  expect(footerOf(await delivered(id))[0]).toContain(` ${start(text)}`);
  expect(await recordOf(id)).toMatchObject({ "consent.language": language, "consent.text": text });
});

test.each([
  ["en", agency, "en"],
  ["fr", agencyInFrench, "fr"],
  ["ja", agency, "en"],
] as const)("screen in %s: the agency text is in record and note", async (screen, text, language) => {
  const { acknowledgement, languages } = await stationNow("website", "");
  if (!acknowledgement) throw new Error("the station asks for none");
  const shown = shownText(acknowledgement, screen, { languages });
  const { id } = await submit({ consent: consentOf({}), acknowledgement: { ...shown, at } });
  expect(footerOf(await delivered(id))[1]).toBe(`agency A ${language} read, ${at} ${start(text)}`);
  expect(await recordOf(id)).toMatchObject({ "agency.language": language, "agency.text": text, "agency.name": "" });
});

test.each([
  ["kiosk", {}],
  ["kiosk", { name: "Vi Sample" }],
  ["website", { agent: "Al Agent" }],
  ["open-house", { name: "Vi Sample", agent: "Al Agent" }],
])("%s, agency text read with %j: name and agent are in the record, never in the note", async (station, more) => {
  await setPolicy(station, "strict");
  const { id, answer } = await submit({ station, consent: consentOf({}), acknowledgement: acknowledged(more) });
  expect(answer.status).toBe(202);
  const lead = await delivered(id);
  expect(footerOf(lead)[1]).toBe(`agency A en read, ${at} ${start(agency)}`);
  expect(lead.content).not.toMatch(/Sample|Agent/);
  expect(flagsIn(lead)).toEqual(strict[0]);
  const { name = "", agent = "" } = more as { name?: string; agent?: string };
  expect(await recordOf(id)).toMatchObject({ "agency.name": name, "agency.agent": agent, "agency.version": "A" });
});

test.each([
  ["another text", acknowledged({ text: "We work for nobody." }), "acknowledgement.text"],
  ["another version", acknowledged({ version: "B" }), "acknowledgement.version"],
  ["the text of another language", acknowledged({ text: agencyInFrench }), "acknowledgement.text"],
  ["a line break in the name", acknowledged({ name: "Vi\nref 1" }), "acknowledgement.name"],
])("the agency text with %s is refused from a page, and a sealed lead is parked without it", async (_, said, path) => {
  const plain = await submit({ consent: consentOf({}), acknowledgement: said });
  expect(plain.answer.status).toBe(422);
  expect(((await plain.answer.json()) as { issues: object[] }).issues).toContainEqual(
    expect.objectContaining({ path }),
  );
  const sealed = await submit({ station: "kiosk", consent: consentOf({ email: true }), acknowledgement: said });
  expect(sealed.answer.status).toBe(202);
  expect(await recordOf(sealed.id)).toMatchObject({ "may.email": "yes", "consent.text": english });
  expect(await recordOf(sealed.id)).not.toHaveProperty("agency.at");
});

const wholeOf = async (id: string) =>
  (await (await rooms.send("GET", `/api/outbox/${id}/whole`, undefined, { cookie: staff })).json()) as WholeLead;
const withdraw = (id: string, method = "POST") =>
  rooms.send(method, `/api/outbox/${id}/withdrawal`, undefined, { cookie: staff });
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
  const asked = await rooms.send("POST", "/api/duplicates", { phones: person.phones }, { cookie: staff });
  expect(((await asked.json()) as { optOuts: object[] }).optOuts).toEqual([{ value: person.phones[0], ways }]);
});

test("a withdrawal stops the buttons at once, and Lofty gets the flags before the note", async () => {
  const { id } = await submit({ consent: consentOf(everything) });
  await delivered(id);
  await expect.poll(async () => (await wholeOf(id)).entry.leadId, { timeout: 20_000 }).toBeDefined();
  const whole = (await (await withdraw(id)).json()) as WholeLead;
  expect(whole.may).toEqual(none);
  const people = await rooms.send("GET", "/api/people?since=2026-11-25T00:00:00Z", undefined, { cookie: staff });
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
    (await (
      await rooms.send("DELETE", `/api/outbox/${before.entry.id}/opt-outs`, undefined, { cookie: staff })
    ).json()) as WholeLead;
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
  const again = await rooms.send("POST", "/api/leads", body, { "idempotency-key": id });
  expect(again.status).toBe(422);
  const asked = await rooms.send("POST", "/api/duplicates", { phones: other.phones }, { cookie: staff });
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
  await retentionIn(rooms.driver).forget(Date.now() + 1);
  const row = await recordOf(id);
  expect(row).toMatchObject({
    ...{ leadId, "may.call": "yes", "may.text": "not ticked", "consent.by": "self", "consent.at": at },
    ...{ "consent.text": english, "consent.sha256": createHash("sha256").update(english).digest("hex") },
    ...{ "agency.text": agency, "agency.version": "A", "agency.at": at },
  });
  expect(JSON.stringify(row)).not.toMatch(/Vi|Agent|@example/);
  const csv = await rooms.send("GET", "/api/consents/export", undefined, { cookie: staff });
  expect((await csv.text()).split("\r\n").find((line) => line.includes(id))).toContain(`"${english}"`);
  const stranger = await rooms.send("GET", "/api/consents/export");
  expect(stranger.status).toBe(401);
});
