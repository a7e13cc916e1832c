import { parseExact } from "#lead/wire.ts";
import type { Random } from "./seededRandom.ts";
import type { Time } from "./simulatedTime.ts";

/** What Lofty does with a create whose email it knows (LOFTY.md 3.3). */
export const policies = ["new", "same-id", "ghost", "refuse"] as const;
export type Policy = (typeof policies)[number];

export interface Habits {
  readonly policy: Policy;
  /** Whether `content` becomes a note (contradictory, LOFTY.md 3.1). */
  readonly keepsContent: boolean;
  readonly bigIds: boolean;
  readonly perMinute: number;
  /** The share of requests with a fault. */
  readonly faults: number;
  /** The most people on one page of a list. */
  readonly pageCap: number;
  /** Every page has this size, whatever was requested (LOFTY.md 9). */
  readonly ignoresLimit?: boolean;
  /** Lists have no total. */
  readonly hidesTotal?: boolean;
  /** The most notes on one page. */
  readonly notesCap?: number;
  /** Reads may be this old, in ms. */
  readonly lagMs: number;
  /** Lists show everybody, newest first, for every query (LOFTY.md 9: a client reports it). */
  readonly ignoresFilters: boolean;
}

interface Note {
  readonly id: number;
  readonly content: string;
  readonly from: number;
}
interface Person {
  readonly leadId: string;
  firstName: string;
  lastName: string;
  emails: string[];
  phones: string[];
  tags: string[];
  attributes: unknown[];
  readonly notes: Note[];
  readonly at: number;
  /** Reads show the person from this time on; never, when it was merged away. */
  readonly from: number;
  readonly survivor?: Person;
  readonly isClient: boolean;
}
type Body = { readonly [key: string]: unknown };
const ref = /ref ([0-9a-f-]{36})/;
const texts = (list: unknown) => (Array.isArray(list) ? list.map(String) : []);
const bare = (phone: string) => phone.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");

/** The data and fault-free responses of the simulated CRM. Records which submission created or changed whom. */
export function simulatedPeople(time: Time, random: Random, habits: Habits) {
  const people = new Map<string, Person>();
  const byEmail = new Map<string, Person[]>();
  const byPhone = new Map<string, Person[]>();
  /** How many people each submission created, and who has its reference. */
  const made = new Map<string, number>();
  const traces = new Map<string, Set<Person>>();
  /** Submissions whose values arrived, as a create or in a note. */
  const arrived = new Set<string>();
  const misplaced: string[] = [];
  let ids = habits.bigIds ? 1_738_234_566_814_937_089n : 651_095_960_136_641n;
  let noteIds = 0;

  const index = (map: Map<string, Person[]>, key: string, person: Person) => {
    const at = map.get(key);
    if (at === undefined) map.set(key, [person]);
    else at.push(person);
  };
  const traceOf = (submission: string, person: Person) => {
    const at = traces.get(submission) ?? new Set();
    traces.set(submission, at.add(person.survivor ?? person));
  };
  const add = (lead: Body, survivor?: Person): Person => {
    ids += BigInt(1 + random.whole(500));
    const person: Person = {
      leadId: String(ids),
      firstName: String(lead["firstName"]),
      lastName: String(lead["lastName"] ?? ""),
      emails: texts(lead["emails"]),
      phones: texts(lead["phones"]),
      tags: [...texts(lead["tags"]), ...texts(lead["tagsAdd"])],
      attributes: Array.isArray(lead["customAttributeList"]) ? lead["customAttributeList"] : [],
      notes: [],
      at: time.real(),
      isClient: texts(lead["tags"]).includes("Client"),
      from: survivor ? Infinity : time.real() + random.between(0, habits.lagMs),
      ...(survivor ? { survivor } : {}),
    };
    people.set(person.leadId, person);
    if (survivor) return person;
    for (const email of person.emails) index(byEmail, email.toLowerCase(), person);
    for (const phone of person.phones) index(byPhone, bare(phone), person);
    return person;
  };
  const noted = (person: Person, content: string, lagMs: number) =>
    person.notes.push({
      id: (noteIds += 1),
      content,
      from: Math.max(person.from, time.real() + random.between(0, lagMs)),
    });

  const create = (lead: Body): readonly [number, string] => {
    const submission = ref.exec(String(lead["content"] ?? ""))?.[1] ?? "";
    const known = habits.policy === "new" ? undefined : byEmail.get(texts(lead["emails"])[0]?.toLowerCase() ?? "")?.[0];
    if (known && habits.policy === "refuse") return [200, '{"status":{"code":300011,"msg":"exists"}}'];
    const person = add(lead, known);
    if (!known) made.set(submission, (made.get(submission) ?? 0) + 1);
    traceOf(submission, person);
    arrived.add(submission);
    if (habits.keepsContent) noted(known ?? person, String(lead["content"]), 0);
    return [200, `{"leadId":${known && habits.policy === "same-id" ? known.leadId : person.leadId}}`];
  };
  const visible = (leadId: string) => {
    const person = people.get(leadId);
    return person && person.from <= time.real() ? person : undefined;
  };
  const shown = ({ leadId, at, firstName, lastName, emails, phones, tags, attributes }: Person) =>
    `{"leadId":${leadId},"createTime":"${new Date(at).toISOString().slice(0, 19)}GMT","firstName":${JSON.stringify(firstName)},"lastName":${JSON.stringify(lastName)},"emails":${JSON.stringify(emails)},"phones":${JSON.stringify(phones)},"tags":${JSON.stringify(tags.map((tagName) => ({ tagName })))},"customAttributes":${JSON.stringify(attributes)}}`;
  const gone: readonly [number, string] = [
    404,
    '{"message":"BaseApplicationException:errorCode=20006,errorMsg=Lead not exist"}',
  ];

  const find = (query: URLSearchParams, unfiltered: boolean): readonly [number, string] => {
    const [email, phone] = [query.get("email"), query.get("phone")];
    const found =
      unfiltered || habits.ignoresFilters || (email === null && phone === null)
        ? [...people.values()]
        : email === null
          ? (byPhone.get(phone ?? "") ?? [])
          : (byEmail.get(email.toLowerCase()) ?? []);
    const listed = found.filter((person) => person.from <= time.real()).toReversed();
    const offset = Number(query.get("offset") ?? 0);
    const limit = habits.ignoresLimit ? Infinity : Number(query.get("limit") ?? 25);
    const leads = listed.slice(offset, offset + Math.min(habits.pageCap, limit));
    const metadata = habits.hidesTotal ? "{}" : `{"total":${listed.length}}`;
    return [200, `{"_metadata":${metadata},"leads":[${leads.map(shown).join(",")}]}`];
  };
  const update = (leadId: string, change: Body): readonly [number, string] => {
    const person = people.get(leadId);
    if (person === undefined || person.survivor) return gone;
    if (Array.isArray(change["tags"])) person.tags = texts(change["tags"]);
    person.tags.push(...texts(change["tagsAdd"]));
    for (const key of ["firstName", "lastName"] as const) if (key in change) person[key] = String(change[key]);
    return [200, `{"leadId":${leadId}}`];
  };
  const note = ({ leadId, content }: Body): readonly [number, string] => {
    const person = visible(String(leadId));
    if (!person) return gone;
    noted(person, String(content), 3_000);
    const submission = ref.exec(String(content))?.[1] ?? "";
    traceOf(submission, person);
    const email = /^emails: ([^,\n]*)/m.exec(String(content))?.[1];
    if (String(content).startsWith("first name:")) arrived.add(submission);
    if (email !== undefined && !person.emails.includes(email)) misplaced.push(submission);
    return [200, `{"noteId":${(ids += 1n)}}`];
  };
  const notes = (query: URLSearchParams): readonly [number, string] => {
    const person = visible(query.get("leadId") ?? "");
    const offset = Number(query.get("offset") ?? 0);
    const there = person?.notes.filter(({ from }) => from <= time.real()) ?? [];
    const page = there.slice(offset, offset + (habits.notesCap ?? Infinity));
    return person ? [200, JSON.stringify({ notes: page.map(({ id, content }) => ({ noteId: id, content })) })] : gone;
  };
  const answer = (method: string, url: URL, body: string, unfiltered: boolean): readonly [number, string] => {
    const id = /^\/v1\.0\/leads\/(\d+)$/.exec(url.pathname)?.[1];
    const sent = body === "" ? {} : (parseExact(body) as Body);
    if (url.pathname === "/v1.0/me") return [200, '{"memberUserId":651095960130001}'];
    if (url.pathname === "/v1.0/notes") return method === "POST" ? note(sent) : notes(url.searchParams);
    if (id !== undefined && method === "PUT") return update(id, sent);
    if (id !== undefined) {
      const person = visible(id);
      return person ? [200, `{"lead":${shown(person)}}`] : gone;
    }
    if (method === "GET") return find(url.searchParams, unfiltered);
    // A lead that Lofty always refuses.
    if (sent["stage"] === "Unheard of") return [400, '{"code":20012,"message":"Invalid parameter"}'];
    return create(sent);
  };

  return {
    answer,
    /** Adds a person who is already a client, with notes of the office. */
    addClient: (lead: Body, ownNotes = 0) => {
      const person = add({ ...lead, tags: ["Client"] });
      for (let index = 0; index < ownNotes; index++) noted(person, `Called, ${index}`, 0);
    },
    people,
    made,
    traces,
    arrived,
    misplaced,
  };
}
