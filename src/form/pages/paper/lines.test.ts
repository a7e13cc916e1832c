import { expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import type { FormStation } from "../../station/useStation.ts";
import { decoded, linesIn, rowsOf } from "./csv.ts";
import { emptyLine, issuesIn, submissionOf, type Line } from "./lines.ts";
import { sameIn } from "./sameIn.ts";

const station = stationOf("agent");
const now = new Date("2026-11-28T10:00:00Z");
const line = (more: Partial<Line>): Line => ({ ...emptyLine("1"), firstName: "Ana", phone: "415 555 0134", ...more });
const sent = (more: Partial<Line>, policy: "standard" | "strict" = "standard") =>
  submissionOf(line(more), { ...station, consent: { ...station.consent, policy } } as FormStation, "en", now);

test("a line becomes a lead with Lofty's values, and its ticks a consent on paper", () => {
  const { lead, consent } = sent({ agent: "No", months: "3-6", ticks: { text: true, call: false, email: false } });
  expect(lead).toMatchObject({ firstName: "Ana", withBuyerAgent: "No", buyingTimeFrame: "3-6", cannotText: false });
  expect(lead).not.toHaveProperty("cannotCall");
  expect(consent).toMatchObject({ by: "paper", channels: { text: true }, at: now.toISOString() });
});

test("no tick means no only under the strict policy, but never allows a text message", () => {
  const ticks = { text: false, call: true, email: false };
  expect(sent({ ticks }).lead).toMatchObject({ cannotText: true, cannotCall: false });
  expect(sent({ ticks }).lead).not.toHaveProperty("cannotEmail");
  expect(sent({ ticks }, "strict").lead).toMatchObject({ cannotText: true, cannotEmail: true });
});

test("a line of a file says nothing of consent", () => {
  const { ticks: _ticks, ...ofFile } = line({});
  const body = submissionOf(ofFile, station as FormStation, "en", now);
  expect([body.consent, Object.keys(body.lead)]).toEqual([undefined, ["firstName", "phones"]]);
});

test.each<[Partial<Line>, string[]]>([
  [{}, []],
  [{ firstName: "" }, ["firstName required"]],
  [{ firstName: "A".repeat(31) }, ["firstName too-long"]],
  [{ email: "not an address" }, ["emails.0 format"]],
  [{ phone: "12" }, ["phones.0 format"]],
  [{ months: "soon" }, ["buyingTimeFrame not-an-option"]],
])("%j has the issues %j", (more, expected) => {
  const found = issuesIn(line(more), station as FormStation);
  expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
});

/** The content of a file that can be used. */
function contentOf(text: string) {
  const found = linesIn(text);
  if (typeof found === "string") throw new Error(found);
  return found;
}

test("CSV: quotes, separators, line breaks in a cell, a byte order mark, and columns by name", () => {
  expect(rowsOf('\uFEFFa,b\r\n"x, ""y""","1\n2"\r\n\r\n')).toEqual([
    ["a", "b"],
    ['x, "y"', "1\n2"],
  ]);
  const found = contentOf("First Name;Last name;E-mail;Color;Agent\nAna;Sample;ana@example.com;red;y\n;;;;\n");
  expect(found.leftOut).toEqual(["Color"]);
  expect(found.lines.map(({ id: _id, ...rest }) => rest)).toEqual([
    {
      ...{ firstName: "Ana", lastName: "Sample", email: "ana@example.com", phone: "" },
      ...{ agent: "Yes", months: "", note: "", fileNumber: 1 },
    },
  ]);
  expect(linesIn("Name,Phone\nAna,1")).toBe("noColumns");
});

test("CSV: a quotation mark that is not closed is an error, and not a note with everybody after it", () => {
  expect(linesIn('First;Note\nAda;"call later\nBob;x\nCyd;y\n')).toBe("openQuote");
  expect(linesIn('First;Note\nAda;"call later"\nBob;5" pipe\n')).toMatchObject({ lines: { length: 2 } });
});

test("CSV: line ends of old Macs", () => {
  const { lines } = contentOf("First,Phone\rAda,4155550134\rBo,4155550136\r");
  expect(lines.map(({ firstName, phone }) => [firstName, phone])).toEqual([
    ["Ada", "4155550134"],
    ["Bo", "4155550136"],
  ]);
});

test("CSV: the first answer of two columns with one name is used, and each other answer is named", () => {
  const phones = contentOf("First,Mobile,Phone,Phone 2\nAda,,4155550134,4155550135\nBo,4155550136,,\n");
  expect(phones.lines.map(({ phone }) => phone)).toEqual(["4155550134", "4155550136"]);
  expect(phones.leftOut).toEqual(["4155550135"]);
  const shifted = contentOf("First,Phone,Note\nAda,4155550134,likes pool, big yard\n");
  expect(shifted.lines[0]?.note).toBe("likes pool");
  expect(shifted.leftOut).toEqual([" big yard"]);
});

test.each([
  ["UTF-8", new TextEncoder().encode("José")],
  ["windows-1252", Uint8Array.of(0x4a, 0x6f, 0x73, 0xe9)],
  ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x4a, 0, 0x6f, 0, 0x73, 0, 0xe9, 0)],
])("a file in %s is read", (_, bytes) => expect(decoded(bytes)).toBe("José"));

test("a paper consent has the language of the printed text, not that of staff's screen", () => {
  const ticked = line({ ticks: { text: true, call: false, email: false } });
  const { consent } = submissionOf(ticked, station as FormStation, "es", new Date());
  expect(consent?.language).toBe(station.languages[0]);
});

test("a line that was kept with its house carries it, whatever the page's house is", () => {
  const house = { id: "1", address: "48 Larkspur Lane", date: "2026-11-28" };
  const event = (more: Partial<Line>) =>
    submissionOf(line(more), { ...station, event: { ...house, id: "2" } } as FormStation, "en", now).event;
  expect([event({}), event({ house }), event({ house: null })]).toEqual([{ ...house, id: "2" }, house, null]);
});

test("a line that repeats an earlier one is named, with what they have in common", () => {
  const email = "Ana@example.com";
  const lines = [
    line({ id: "1", email }),
    emptyLine("2"),
    line({ id: "3", firstName: "Ben", phone: "", email: " ana@example.com" }),
    line({ id: "4", firstName: "Cleo", phone: "+1 (415) 555-0134", email: "cleo@example.com" }),
    line({ id: "5", firstName: "ana", email }),
    line({ id: "6", firstName: "Dan", phone: "415 555 0135" }),
  ];
  const found = [...sameIn(lines)].map(
    ([
      id,
      {
        what,
        line: { id: first },
        index,
      },
    ]) => [id, what, first, index],
  );
  expect(found).toEqual([
    ["3", "email", "1", 0],
    ["4", "phone", "1", 0],
    ["5", "line", "1", 0],
  ]);
});
