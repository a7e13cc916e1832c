import { expect, test } from "vitest";
import { relayOver } from "../testing/relayOver.ts";

const minuteMs = 60_000;
const json = (body: unknown, status = 200) => Response.json(body, { status });
const page = () => new Response("<html>Forbidden</html>", { status: 403 });
const error = () => json({ message: "BaseApplicationException:errorCode=20005,errorMsg=x" }, 500);

interface Faults {
  readonly create?: (lead: string) => Response | undefined;
  readonly update?: () => Response;
  readonly lookUp?: (query: string) => Response | undefined;
}

/** A CRM that takes everything else. It knows the person of `poison`. `sent` holds when each lead was created. */
async function world({ create, update, lookUp }: Faults) {
  const sent: Record<string, number> = {};
  const rooms = await relayOver(async (url, { method, body }) => {
    const { pathname, search } = new URL(url);
    if (method === "PUT") return update?.() ?? json({ leadId: 7 });
    if (method === "POST" && pathname === "/v1.0/leads") {
      const refusal = create?.(String(body));
      if (refusal) return refusal;
      sent[String((JSON.parse(String(body)) as { lastName: string }).lastName)] ??= rooms.time.now();
      return json({ leadId: 100 + Object.keys(sent).length });
    }
    if (method === "POST") return json({ noteId: 1 });
    if (pathname === "/v1.0/notes") return json({ notes: [] });
    if (pathname !== "/v1.0/leads") return json({ lead: {} });
    const known = { leadId: 7, firstName: "Sample", lastName: "known", emails: ["known@example.com"] };
    return lookUp?.(search) ?? json({ leads: search.includes("known%40") ? [known] : [] });
  });
  const addGood = async (from: number, count: number) => {
    for (let index = from; index < from + count; index++) await rooms.add(`good${index}`);
  };
  return { ...rooms, sent, addGood };
}

const known = JSON.stringify({ firstName: "Sample", lastName: "known", emails: ["known@example.com"], tagsAdd: ["x"] });
const isPoison = (lead: string) => lead.includes("poison");
const kinds: readonly (readonly [string, Faults, readonly string[]])[] = [
  ["a firewall blocks its text", { create: (lead) => (isPoison(lead) ? page() : undefined) }, ["poison"]],
  ["a firewall blocks two", { create: (lead) => (isPoison(lead) ? page() : undefined) }, ["poison", "poison2"]],
  ["its known person cannot be changed", { update: error }, ["known"]],
  ["its look-up fails", { lookUp: (query) => (isPoison(query) ? error() : undefined) }, ["poison"]],
];

test.each(kinds)(
  "%s, in a quiet office: leads that come later go as soon as without it",
  async (_, faults, poisons) => {
    const { add, begin, pass, time, sent, addGood, logged } = await world(faults);
    for (const id of poisons) await add(id, id === "known" ? { lead: known } : {});
    const relay = begin();
    for (const minutes of [30, 31, 60, 90]) {
      await pass(minutes * minuteMs);
      const [at, first] = [time.now(), Object.keys(sent).length];
      await addGood(first, 10);
      relay.wake();
      await pass(11 * minuteMs);
      const waits = Array.from({ length: 10 }, (_none, index) => (sent[`good${first + index}`] ?? Infinity) - at);
      // Two that fail in a row may look like an outage, until another lead is tried.
      expect(Math.max(...waits)).toBeLessThan(first === 0 && poisons.length > 1 ? 11 * minuteMs : 15_000);
    }
    const closings = logged.filter((line) => "event" in line && line.event === "crm-closed");
    if (poisons.length === 1) expect(closings).toEqual([]);
    void relay.stop();
  },
);

test("a lead whose known person can never be changed is parked while those of other known people are taken", async () => {
  let others = 0;
  const { add, outbox, begin, pass } = await relayOver(async (url, { method }) => {
    const { pathname, searchParams } = new URL(url);
    const email = searchParams.get("email") ?? "";
    if (method === "PUT" && pathname.endsWith("/7")) return error();
    if (method === "PUT") return json({ leadId: 8, count: (others += 1) });
    if (method === "POST" || pathname === "/v1.0/notes") return json({ noteId: 1, notes: [] });
    if (pathname !== "/v1.0/leads") return json({ lead: {} });
    return json({ leads: email === "" ? [] : [{ leadId: email.startsWith("known") ? 7 : 8, emails: [email] }] });
  });
  await add("poison", { lead: known });
  const relay = begin();
  for (let index = 0; index < 60; index++) {
    await add(`lead.${index}`, { lead: known.replaceAll("known@", `other${index}@`) });
    relay.wake();
    await pass(4 * minuteMs);
  }
  expect(others).toBe(60);
  expect(await outbox.find("poison")).toMatchObject({ status: "parked", reason: "failed-alone" });
  void relay.stop();
});

test.each([
  ["a firewall blocks all creates", page],
  ["all creates are away", () => new Response("", { status: 503 })],
])("%s: one pause and few requests; afterwards each lead is sent once or needs a person", async (_, answer) => {
  let isAway = true;
  const { addGood, begin, pass, outbox, asked, sent } = await world({ create: () => (isAway ? answer() : undefined) });
  const creates = () => asked.filter(({ method, path }) => method === "POST" && path === "/v1.0/leads").length;
  await addGood(0, 50);
  const relay = begin();
  await pass(5 * 60 * minuteMs);
  expect(creates()).toBeLessThan(50);
  expect((await outbox.count()).parked ?? 0).toBe(0);
  isAway = false;
  const before = creates();
  await pass(120 * minuteMs);
  expect(creates() - before).toBe(Object.keys(sent).length);
  expect(Object.keys(sent).length).toBeGreaterThan(40);
  const { accepted = 0, unknown = 0, parked = 0 } = await outbox.count();
  expect([accepted + unknown, Object.keys(sent).length + parked]).toEqual([0, 50]);
  void relay.stop();
});
