import { parseExact } from "#lead/wire.ts";
import type { Transport } from "../delivery/crm.ts";
import type { Random } from "./seededRandom.ts";
import type { Time } from "./simulatedTime.ts";

/** What Lofty does with a create whose email it knows (API.md 3.3). */
export const policies = ["new", "same-id", "ghost", "refuse"] as const;
export type Policy = (typeof policies)[number];

export interface Habits {
  readonly policy: Policy;
  /** Whether `content` becomes a note (contradictory, API.md 3.1). */
  readonly keepsContent: boolean;
  readonly bigIds: boolean;
  readonly perMinute: number;
  /** The share of requests that something happens to. */
  readonly faults: number;
  /** People on a page of a list, at most. */
  readonly pageCap: number;
  /** Reads may lag by as much. */
  readonly lagMs: number;
  /** Lists show everybody, the newest first, whatever was asked for (API.md: a live client reports it). */
  readonly ignoresFilters: boolean;
}

interface Note {
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
  /** Reads show it from then on; never, when it was merged away. */
  readonly from: number;
  readonly survivor?: Person;
  readonly isClient: boolean;
}
type Body = { readonly [key: string]: unknown };

/** What can happen to a request, and how often against the others. F-numbers: research/reliability-security.md 6.2. */
const mishaps = {
  refused: 3, // F1, F2, F3
  resetBefore: 3, // F4, F5
  doneThenReset: 3, // F6
  doneThenSilence: 2, // F7
  silence: 2, // F8
  halfHeaders: 1, // F9
  halfJson: 1, // F10
  html: 1, // F11
  noId: 1, // F12
  foreignId: 0.5, // done, and answered with the id of somebody else
  noCredential: 0.3, // F16
  tooMany: 2, // F18
  error500: 2, // F19
  doneThen500: 2,
  error503: 1, // F21
  slow: 1, // F22
  late: 2, // F23
  unfiltered: 1, // F26
  redirect: 0.3, // F29
  timeout408: 0.3,
} as const;
/** What is out of order at large: `filter` lists everybody whoever was asked for. */
export type Outage = "all" | "writes" | "credential" | "filter";
type Mishap = keyof typeof mishaps | "down" | "none";

const ref = /ref ([0-9a-f-]{36})/;
const texts = (list: unknown) => (Array.isArray(list) ? list.map(String) : []);
const bare = (phone: string) => phone.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");

/**
 * A CRM without idempotency keys, whose answers get lost, whose reads lag, and which is down now and then. It is a
 * witness: it knows which submissions made or touched which person.
 */
export function simulatedCrm(time: Time, random: Random, habits: Habits) {
  const people = new Map<string, Person>();
  const byEmail = new Map<string, Person[]>();
  const byPhone = new Map<string, Person[]>();
  /** How many people each submission made, and where its reference is. */
  const made = new Map<string, number>();
  const traces = new Map<string, Set<Person>>();
  /** Submissions whose answers arrived, as a create or in a note beside it. */
  const arrived = new Set<string>();
  /** Submissions that were added to a stranger. */
  const misplaced: string[] = [];
  const asked: number[] = [];
  let ids = habits.bigIds ? 1_738_234_566_814_937_089n : 651_095_960_136_641n;
  let down: { readonly what: Outage; readonly until: number } | undefined;
  let tooMany = 0;

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
    person.notes.push({ content, from: Math.max(person.from, time.real() + random.between(0, lagMs)) });

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
    const leads = listed.slice(offset, offset + Math.min(habits.pageCap, Number(query.get("limit") ?? 25)));
    return [200, `{"_metadata":{"total":${listed.length}},"leads":[${leads.map(shown).join(",")}]}`];
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
  const notes = (leadId: string): readonly [number, string] => {
    const person = visible(leadId);
    const there = person?.notes.filter(({ from }) => from <= time.real()) ?? [];
    return person ? [200, JSON.stringify({ notes: there.map(({ content }) => ({ content })) })] : gone;
  };
  const answer = (method: string, url: URL, body: string, unfiltered: boolean): readonly [number, string] => {
    const id = /^\/v1\.0\/leads\/(\d+)$/.exec(url.pathname)?.[1];
    const sent = body === "" ? {} : (parseExact(body) as Body);
    if (url.pathname === "/v1.0/me") return [200, '{"memberUserId":651095960130001}'];
    if (url.pathname === "/v1.0/notes")
      return method === "POST" ? note(sent) : notes(url.searchParams.get("leadId") ?? "");
    if (id !== undefined && method === "PUT") return update(id, sent);
    if (id !== undefined) {
      const person = visible(id);
      return person ? [200, `{"lead":${shown(person)}}`] : gone;
    }
    if (method === "GET") return find(url.searchParams, unfiltered);
    // A lead that Lofty refuses whatever we do.
    if (sent["stage"] === "Unheard of") return [400, '{"code":20012,"message":"Invalid parameter"}'];
    return create(sent);
  };

  /** Over the limit of a sliding minute; counted, so that we see who was at fault. */
  const isOver = () => {
    const since = time.real() - 60_000;
    while ((asked[0] ?? Infinity) < since) asked.shift();
    if (asked.length >= habits.perMinute) return true;
    asked.push(time.real());
    return false;
  };
  const mishapFor = (method: string): Mishap => {
    if (down && time.real() < down.until) {
      if (down.what === "credential") return "noCredential";
      if (down.what === "filter") return "unfiltered";
      if (down.what === "all" || (down.what === "writes" && method !== "GET")) return "down";
    }
    return random.chance(habits.faults) ? random.weighted(mishaps) : "none";
  };
  const reply = (status: number, body: string, headers: Record<string, string> = {}) =>
    new Response(body, {
      status,
      headers: {
        date: new Date(time.real()).toUTCString(),
        "x-ratelimit-limit": String(habits.perMinute),
        ...headers,
      },
    });
  const cut = (code: string) => new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
  const reset = (): Record<string, string> => {
    const now = time.now();
    return random.pick([
      { "x-ratelimit-reset": String(Math.ceil((now + 20_000) / 1000)) },
      { "x-ratelimit-reset": String(now + 20_000) },
      { "x-ratelimit-reset": "20" },
      { "x-ratelimit-reset": "garbage" },
      {},
    ]);
  };

  const anybody = () => random.pick([...people.keys()]);

  const transport: Transport = async (address, { method = "GET", body, signal }) => {
    const url = new URL(address);
    const text = typeof body === "string" ? body : "";
    const never = () =>
      new Promise<never>((_resolve, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted"))));
    const mishap = mishapFor(method);
    if (mishap === "refused") throw cut("ECONNREFUSED");
    await time.sleep(random.between(20, 400));
    if (mishap === "resetBefore") throw cut("ECONNRESET");
    if (mishap === "silence") return never();
    if (mishap === "error500") return reply(500, '{"message":"BaseApplicationException:errorCode=20005"}');
    if (mishap === "down") return reply(random.pick([500, 502, 503, 504]), "<html>down</html>");
    if (mishap === "error503") return reply(503, "", { "retry-after": "30" });
    if (mishap === "html") return reply(200, "<html>Sign in to the network</html>");
    if (mishap === "redirect") return reply(302, "", { location: "https://elsewhere.example.com/" });
    if (mishap === "timeout408") return reply(408, "");
    if (mishap === "noCredential") return random.chance(0.5) ? reply(401, "") : reply(400, '{"code":200058}');
    if (mishap === "tooMany") return reply(429, '{"message":"Too Many Requests"}', reset());
    if (isOver()) {
      tooMany += 1;
      return reply(429, '{"message":"Too Many Requests"}', reset());
    }
    if (mishap === "late") {
      void time.sleep(15_000 + random.between(0, 40_000)).then(() => answer(method, url, text, false));
      return never();
    }
    const [status, right] = answer(method, url, text, mishap === "unfiltered");
    await time.sleep(random.between(20, 400));
    if (mishap === "doneThenReset" || mishap === "halfHeaders") throw cut("ECONNRESET");
    if (mishap === "doneThenSilence") return never();
    if (mishap === "doneThen500") return reply(500, "");
    if (mishap === "noId") return reply(200, "{}");
    if (mishap === "foreignId" && status === 200)
      return reply(
        status,
        right.replace(/^(\{"leadId":)\d+/, (_all, start: string) => start + anybody()),
      );
    if (mishap === "halfJson") return reply(200, right.slice(0, right.length / 2));
    if (mishap === "slow") await time.sleep(random.between(1_000, 14_000));
    return reply(status, right);
  };

  return {
    transport,
    /** Somebody who is a client already. */
    addClient: (lead: Body) => add({ ...lead, tags: ["Client"] }),
    goDown: (what: Outage, ms: number) => void (down = { what, until: time.real() + ms }),
    people,
    made,
    traces,
    arrived,
    misplaced,
    tooMany: () => tooMany,
  };
}
