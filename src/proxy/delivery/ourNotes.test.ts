import { expect, test } from "vitest";
import { withFooter } from "../crm/footer.ts";
import { notesFor } from "./knownPerson.ts";
import { missingNotes, partOf } from "./ourNotes.ts";

const id = "00000000-0000-4000-8000-00000000000a";
const other = "00000000-0000-4000-8000-00000000000b";
const consent = {
  version: "1",
  text: "You may call me.",
  language: "en",
  at: "2026-11-23T09:00:00Z",
  by: "self",
  channels: { call: true },
} as const;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
/** The forms in which a CRM may return the text of a note. */
const forms: readonly (readonly [name: string, form: (note: string) => string])[] = [
  ["as it was sent", (note) => note],
  ["with CRLF", (note) => note.replaceAll("\n", "\r\n")],
  ["with <br>", (note) => escaped(note).replaceAll("\n", "<br>")],
  ["with <br /> and a line break", (note) => escaped(note).replaceAll("\n", "<br />\n")],
  ["as paragraphs", (note) => `<p class="x">${escaped(note).replaceAll("\n", "</p><p class='x'>")}</p>`],
  ["as numeric entities", (note) => [...note].map((one) => `&#${one.codePointAt(0)};`).join("")],
  ["as hexadecimal entities", (note) => [...note].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join("")],
  ["escaped twice", (note) => escaped(escaped(note).replaceAll("\n", "<br>"))],
  ["with &nbsp;", (note) => note.replaceAll(/\s/g, "&nbsp;")],
  ["in one line", (note) => note.replaceAll("\n", " ")],
  ["without line breaks", (note) => note.replaceAll("\n", "")],
  ["in capitals", (note) => note.toUpperCase()],
  ["with a line added below", (note) => `${note}\nAdded by API`],
];
const typed = [
  "Likes light",
  "ref MLS 4471",
  `see ref ${other}`,
  `-- foyer\nref ${other} 1`,
  `ref ${id} 1`,
  "a < b & c > d",
  "",
  "x".repeat(1_500),
];

test.each(forms)("note returned %s: recognizes it by its last reference", (_name, form) => {
  for (const content of typed)
    for (const given of [undefined, consent]) {
      const lead = withFooter({ firstName: "Ana", comment: content, content }, id, { consent: given, savedAt: 0 });
      const notes = notesFor(lead, id);
      expect(notes.map((note) => partOf(form(note), id))).toEqual([1, 0]);
      expect(notes.map((note) => partOf(form(note), other))).toEqual([undefined, undefined]);
      expect(missingNotes(notes, notes.map(form), id)).toEqual([]);
      expect(missingNotes(notes, [form(notes[0] ?? "")], id)).toEqual([notes[1]]);
      expect(missingNotes(notes, [form(notes[1] ?? "")], id)).toEqual([notes[0]]);
    }
});

test.each(typed)("an earlier note with the text %j does not count as the new one", (content) => {
  const earlier = withFooter({ content }, other, { consent }).content;
  const now = withFooter({ content }, id, { consent }).content;
  for (const [, form] of forms) expect(missingNotes([now], [content, form(earlier)].map(form), id)).toEqual([now]);
});

test("parses a long note of repeated characters in linear time", () => {
  const started = performance.now();
  for (const text of ["ref ", "<a ", "&#1", " ", "&amp;", "<"]) partOf(text.repeat(250_000), id);
  expect(performance.now() - started).toBeLessThan(2_000);
});
