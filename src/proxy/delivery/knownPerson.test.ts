import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ask } from "../crm/crm.ts";
import type { Failure } from "../crm/outcome.ts";
import { addTo, notesFor } from "./knownPerson.ts";
import { missingNotes } from "./ourNotes.ts";

const id = "00000000-0000-4000-8000-00000000000a";
const lead = {
  firstName: "Ana",
  tags: ["Buyer"],
  tagsAdd: ["Open House"],
  inquiry: { priceMin: 650000, propertyType: ["Condo", "Townhouse"] },
  leadFamilyMemberList: [{ firstName: "Bo" }],
  content: `Likes light\n-- foyer\nref ${id}`,
};

/** A CRM that accepts everything and records the requests. */
function account(refuse?: string) {
  const asked: [string, string, unknown][] = [];
  const ask: Ask = async (method, path, body) => {
    asked.push([method, path, JSON.parse(body ?? "{}")]);
    return refuse === method ? { kind: "unknown", reason: "no-answer" } : { kind: "answered", body: {} };
  };
  return { ask, asked };
}

test("known person: adds tags and notes of everything that was typed, and overwrites nothing", async () => {
  const { ask, asked } = account();
  expect(await addTo(ask, "1738234566814937089", lead, id, [])).toEqual({
    kind: "added",
    leadId: "1738234566814937089",
  });
  expect(asked.map(([method, path]) => `${method} ${path}`)).toEqual([
    "PUT /v1.0/leads/1738234566814937089",
    "POST /v1.0/notes",
    "POST /v1.0/notes",
  ]);
  expect(asked[0]?.[2]).toEqual({ tagsAdd: ["Open House", "Buyer"] });
  const notes = asked.slice(1).map(([, , note]) => (note as { content: string }).content);
  expect(notes[0]?.split("\n")).toEqual([
    "first name: Ana",
    "tags: Buyer",
    "tags add: Open House",
    "inquiry price min: 650000",
    "inquiry property type: Condo, Townhouse",
    "lead family member list 1 first name: Bo",
    "-- foyer",
    `ref ${id} 1`,
  ]);
  expect(notes[1]).toBe(lead.content);
});

test("skips notes that are already there; may add the same tags twice", async () => {
  const { ask, asked } = account();
  await addTo(ask, "7", lead, id, [`…\nref ${id} 1`]);
  expect(asked.filter(([method]) => method === "POST").length).toBe(1);
  expect(await addTo(account("PUT").ask, "7", lead, id, [])).toMatchObject({ kind: "unsent" });
  expect(await addTo(account("POST").ask, "7", lead, id, [])).toMatchObject({ kind: "unknown" });
});

test("a note is turned away after another one was posted: it is looked for, because that one may show late", async () => {
  const fails = async (at: number, failure: Failure) => {
    let posts = 0;
    const ask: Ask = async (method) =>
      method === "POST" && (posts += 1) === at ? failure : { kind: "answered", body: {} };
    return addTo(ask, "7", lead, id, []);
  };
  const limited: Failure = { kind: "unsent", reason: "rate-limited", waitMs: 1_000 };
  expect(await fails(1, limited)).toEqual(limited);
  expect(await fails(2, limited)).toEqual({ kind: "unknown", reason: "rate-limited" });
  expect(await fails(2, { kind: "blocked", reason: "http-403" })).toMatchObject({ kind: "unknown" });
  expect(await fails(2, { kind: "credentials" })).toMatchObject({ kind: "unknown" });
  expect(await fails(2, { kind: "refused", status: 404, reason: "crm-20006" })).toMatchObject({ kind: "unknown" });
  const refused: Failure = { kind: "refused", status: 400, reason: "crm-20012" };
  expect(await fails(2, refused)).toEqual(refused);
});

test("sets all contact flags after a full refusal; changes none for a single unticked box", async () => {
  const refused = { cannotText: true, cannotCall: true, cannotEmail: true, unsubscription: true };
  const asked = async (flags: object) => {
    const crm = account();
    await addTo(crm.ask, "7", { ...lead, ...flags }, id, []);
    return crm.asked[0]?.[2];
  };
  expect(await asked(refused)).toMatchObject(refused);
  expect(await asked({ cannotText: true })).toEqual({ tagsAdd: ["Open House", "Buyer"] });
});

test("text of any length: every note is short enough for Lofty, and no text is lost", () => {
  // Characters of one and of two UTF-16 units, so that a cut can fall inside a character.
  const text = fc
    .tuple(fc.nat(2500), fc.constantFrom("", "x"))
    .map(([length, first]) => first + "\u{1f600}".repeat(length) + "y");
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (values) => {
      const typed = Object.fromEntries(values.map((value, index) => [`field${index}`, value]));
      const notes = notesFor({ ...typed, content: lead.content }, id);
      expect(Math.max(...notes.map((note) => note.length))).toBeLessThanOrEqual(2000);
      expect(notes.every((note) => note.isWellFormed())).toBe(true);
      const all = notes.map((note) => note.replace(/\n-- foyer\nref [\s\S]*$/, "")).join("");
      expect(all.replaceAll("\n", "")).toBe(
        values.map((value, index) => `field${index}: ${value}`).join("") + "Likes light",
      );
      expect(missingNotes(notes, notes, id)).toEqual([]);
    }),
  );
});
