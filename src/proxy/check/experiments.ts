import { isObject, textsIn } from "#lead/json.ts";
import type { RetryingCrm } from "./askWithRetries.ts";
import { testLeads, type Made, type TestLeads } from "./testLeads.ts";

type Say = (line: string) => void;
type Experiment = (leads: TestLeads) => Promise<string>;

/** Tests open questions about Lofty with leads that we create (src/sandbox/LOFTY.md 8). */
export async function runExperiments(crm: RetryingCrm, say: Say): Promise<void> {
  const leads = testLeads(crm);
  say("");
  for (const [question, run] of Object.entries(experiments)) say(`${question}: ${await run(leads)}`);
  say(
    "Not tried: welcome email and alert (they reach people), formats of custom attributes (a definition stays in the",
  );
  say("account), size of a body, and which token address is current.");
  say(`Test leads, to be removed in Lofty (search for “Foyer test”): ${leads.ids().join(", ") || "none"}`);
}

/** Two UTF-16 units, one code point, four bytes. */
const wide = "\u{1F9EA}";
const longest = 30;

const experiments: Readonly<Record<string, Experiment>> = {
  "Unit of the 30 of a name": async (leads) => {
    const made = await leads.create({ lastName: wide.repeat(longest + 1), emails: [leads.email()] });
    const record = (await leads.read(made.leadId))?.record;
    if (!record) return unread(made);
    const kept = String(record["lastName"]).replace(/[^\u{1F9EA}]/gu, "");
    const count = [...kept].length;
    const units: Readonly<Record<number, string>> = { 7: "bytes of UTF-8", 15: "UTF-16 units", 30: "code points" };
    return `${units[count] ?? "none that is known"} (${count} of 31 wide characters kept)`;
  },
  "A phone of 21 digits": async (leads) => {
    const made = await leads.create({ lastName: leads.lastName("long phone"), phones: ["1".repeat(21)] });
    const record = (await leads.read(made.leadId))?.record;
    return record
      ? `kept ${
          textsIn(record["phones"])
            .map(({ length }) => length)
            .join(", ") || "nothing"
        }`
      : unread(made);
  },
  "A stage of 20 characters, not in the pipeline": async (leads) => {
    const stage = "Foyer test stage 020";
    const made = await leads.create({ lastName: leads.lastName("stage"), emails: [leads.email()], stage });
    const record = (await leads.read(made.leadId))?.record;
    return record ? `became “${String(record["stage"])}”` : unread(made);
  },
  "Segment and custom attribute nobody defined": async (leads) => {
    const made = await leads.create({
      lastName: leads.lastName("unknown words"),
      emails: [leads.email()],
      segments: ["Foyer test segment"],
      customAttributeList: [{ attributeName: "Foyer test attribute", attributeType: "text", value: "Foyer test" }],
    });
    const record = (await leads.read(made.leadId))?.record;
    if (!record) return unread(made);
    const has = (name: string) => JSON.stringify(record[name] ?? "", asText).includes("Foyer test");
    return `segment ${has("segments") ? "kept" : "dropped"}, attribute ${has("customAttributes") ? "kept" : "dropped"}`;
  },
  "content on create": async (leads) => {
    const content = "Foyer test note";
    const made = await leads.create({ lastName: leads.lastName("note"), emails: [leads.email()], content });
    const person = await leads.read(made.leadId);
    if (!person) return unread(made);
    const isNote = (await leads.notes(person.leadId)).some((note) => note.includes(content));
    return isNote ? "becomes a note" : "is lost";
  },
  "tags and tagsAdd together": async (leads) => {
    const made = await leads.create({
      lastName: leads.lastName("tags"),
      emails: [leads.email()],
      tags: ["Foyer test one"],
      tagsAdd: ["Foyer test two"],
    });
    const record = (await leads.read(made.leadId))?.record;
    if (!record) return unread(made);
    const list = record["tags"];
    const names = (Array.isArray(list) ? list : []).map((tag: unknown) =>
      isObject(tag) ? String(tag["tagName"]) : String(tag),
    );
    return names.length > 0 ? `kept ${names.join(", ")}` : "kept none";
  },
  "A second lead with the same email": (leads) => twice(leads, { emails: [leads.email()] }, "by email"),
  "A second lead with the same phone alone": async (leads) => {
    const phone = await leads.phone();
    return phone === undefined
      ? "not tried: no number that certainly nobody has"
      : twice(leads, { phones: [phone] }, "by phone");
  },
  "A second lead with the same name alone": (leads) => twice(leads, {}, "by name"),
};

/** Returns whether Lofty merges two leads, and which id the second response has. */
async function twice(leads: TestLeads, fields: object, what: string): Promise<string> {
  const lead = { lastName: leads.lastName(what), ...fields };
  const first = await leads.create(lead);
  if (!(await leads.read(first.leadId))) return unread(first);
  const second = await leads.create(lead);
  if (second.leadId === undefined) return `refused (${second.answer})`;
  const isReadable = (await leads.read(second.leadId)) !== undefined;
  const people = await leads.named(lead.lastName);
  const answered = second.leadId === first.leadId ? "the first one's number" : "a number of its own";
  return `${people ?? "cannot tell how many"} in the list; answers ${answered}, which ${isReadable ? "can" : "cannot"} be read`;
}

const unread = ({ answer, leadId }: Made) =>
  leadId === undefined ? `refused or no answer (${answer})` : `accepted as ${leadId}, and could not be read`;

const asText = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
