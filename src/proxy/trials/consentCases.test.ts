import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { shownText } from "#lead/station/wording.ts";
import {
  acknowledged,
  agency,
  agencyInFrench,
  at,
  consentOf,
  consentRooms,
  english,
  everything,
  footerOf,
  german,
  type Flags,
} from "../testing/consentRooms.ts";

/**
 * The consent of a person is in three places: Lofty's flags, the note on the lead, and our record with its export. Each
 * case sends a submission through the real proxy and compares all three with literals.
 */

const { submit, delivered, recordOf, setPolicy, stationNow } = consentRooms();

const start = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

const flagNames = ["cannotText", "cannotCall", "cannotEmail", "unsubscription"];
const flagsIn = (lead: Flags) => Object.fromEntries(Object.entries(lead).filter(([name]) => flagNames.includes(name)));

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
