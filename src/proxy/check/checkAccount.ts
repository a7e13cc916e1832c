import { isObject, textsIn } from "#lead/json.ts";
import type { Ask } from "../crm/crm.ts";
import type { Reply } from "../crm/outcome.ts";
import { findPeople, notesOn, personsIn, type Person } from "../delivery/people.ts";
import { pageSize } from "../delivery/readList.ts";
import { recognizes } from "../delivery/recognition.ts";
import { listReaders } from "../staff/listReaders.ts";
import type { RetryingCrm } from "./askWithRetries.ts";

type Say = (line: string) => void;

/**
 * Checks what this credential can do, with reads only. Prints one result a line. Returns true when Foyer can work with
 * it.
 */
export async function checkAccount({ ask, rateHeaders }: RetryingCrm, say: Say): Promise<boolean> {
  const me = await ask("GET", "/v1.0/me");
  if (me.kind === "credentials") {
    say("Key: refused. Check the value, and whether it is an API key or an access token.");
    return false;
  }
  if (me.kind !== "answered") {
    say(`Key: cannot tell (${whyOf(me)}).`);
    return false;
  }
  say(`Key: of ${ownerOf(me.body)}`);
  const people = await checkLeads(ask, say);
  const canRecognize = people !== undefined && (await checkRecognition(ask, people, say));
  await checkLists(ask, say);
  const headers = rateHeaders();
  say(`Rate limit: ${headers.length > 0 ? headers.join(", ") : "no headers; Foyer starts at 60 a minute and adapts"}`);
  say(canRecognize ? "Foyer can work with this key." : "See the lines marked “!”.");
  return canRecognize;
}

function ownerOf(body: unknown): string {
  const found = isObject(body) ? body : {};
  const text = (name: string) => (typeof found[name] === "string" ? found[name] : "");
  const name = `${text("firstName")} ${text("lastName")}`.trim() || "nobody that Lofty names";
  const isAdmin = found["isAdmin"];
  const role = typeof isAdmin === "boolean" ? (isAdmin ? ", an admin" : ", not an admin") : "";
  return `${name} (${text("email") || "no email"})${role}, office ${text("groupName") || "not named"}`;
}

/** One more than Foyer's page size, to see whether more than 25 are returned. */
const askedFor = pageSize + 1;

async function checkLeads(ask: Ask, say: Say): Promise<readonly Person[] | undefined> {
  const reply = await ask("GET", `/v1.0/leads?limit=${askedFor}`);
  const body = reply.kind === "answered" && isObject(reply.body) ? reply.body : {};
  const { leads } = body;
  if (!Array.isArray(leads)) {
    say(`! Leads: cannot be read (${whyOf(reply)}).`);
    return undefined;
  }
  const metadata = body["_metadata"] ?? body["get_metadata"];
  const total = isObject(metadata) ? Number(metadata["total"]) : NaN;
  say(`Leads: this key sees ${Number.isNaN(total) ? `at least ${leads.length}` : total}`);
  const isCapped = leads.length < askedFor && total > leads.length;
  const page = isCapped
    ? `${leads.length} at most`
    : leads.length < askedFor
      ? "cannot tell, too few leads"
      : `more than ${pageSize}`;
  say(`Leads a page: ${page}`);
  const people = personsIn(leads);
  const [first] = people;
  const notes = first && (await notesOn(ask, first.leadId));
  if (notes !== undefined) say(`Notes: ${notes.kind === "notes" ? "can be read" : `cannot be read (${whyOf(notes)})`}`);
  return people;
}

async function checkRecognition(ask: Ask, people: readonly Person[], say: Say): Promise<boolean> {
  const known = people.flatMap(({ leadId, record }) =>
    textsIn(record["emails"])
      .slice(0, 1)
      .map((email) => ({ leadId, email })),
  );
  const works = await recognizes(ask, { find: async () => known, forget: () => undefined });
  if (works === undefined)
    say(
      `Known people by email: cannot tell (${known.length > 0 ? "a look-up failed; run this again" : "no lead has an email yet"}).`,
    );
  else if (works) say("Known people by email: found");
  else {
    say("! Known people by email: this key cannot recognize them. Lofty ignores the filter.");
    say(
      "  A station creates such leads or holds them (“Hold new leads while Lofty can’t be searched” in its settings).",
    );
  }
  const phone = people.flatMap(({ record }) => textsIn(record["phones"]))[0];
  if (works && phone !== undefined) {
    const found = await findPeople(ask, { by: "phone", value: phone });
    const isFound = found.kind === "people" && found.people.length > 0 && !found.others;
    say(isFound ? "Known people by phone: found" : "Known people by phone: not found; Foyer relies on emails.");
  }
  return works ?? known.length === 0;
}

async function checkLists(ask: Ask, say: Say): Promise<void> {
  for (const [name, read] of Object.entries(listReaders)) {
    const list = await read(async (path) => {
      const reply = await ask("GET", path);
      if (reply.kind !== "answered") throw new Error(whyOf(reply));
      return reply.body;
    }).catch((error: Error) => error);
    const title = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
    say(
      list instanceof Error ? `${title}: cannot be read (${list.message})` : `${title}: ${list.length}${shown(list)}`,
    );
  }
}

const mostShown = 8;
function shown(list: readonly (string | { readonly name: string })[]): string {
  const names = list.slice(0, mostShown).map((one) => (typeof one === "string" ? one : one.name));
  return list.length === 0 ? "" : ` (${names.join("; ")}${list.length > mostShown ? "; …" : ""})`;
}

/** Returns the reason for a missing response in one word. */
export const whyOf = (reply: Reply): string =>
  reply.kind === "answered" ? "the answer is no list" : "reason" in reply ? reply.reason : "the key is refused";
