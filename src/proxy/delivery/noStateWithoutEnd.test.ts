import { expect, test } from "vitest";
import { relayOver } from "../testing/relayOver.ts";
import { longestOpenMs } from "./machine.ts";
import type { Change } from "../store/outbox.ts";

/** A CRM that responds to each kind of request in one fixed way. */
interface Answers {
  readonly search?: () => Response;
  readonly notes?: () => Response;
  readonly read?: () => Response;
  readonly create?: () => Response;
  readonly update?: () => Response;
  readonly addNote?: () => Response;
}
const json = (body: unknown, status = 200) => Response.json(body, { status });
const gone = () => json({ message: "BaseApplicationException:errorCode=20006,errorMsg=Lead not exist" }, 404);
const page = (status: number) => new Response("<html>Forbidden</html>", { status });
const silent = (): never => {
  throw Object.assign(new Error("reset"), { code: "ECONNRESET" });
};
const everyEmail = Array.from({ length: 12 }, (_, index) => `case.${index}@example.com`);
const somebody = { leadId: 7, firstName: "Somebody", lastName: "Else", emails: everyEmail };
const stranger = { leadId: 9, firstName: "Other", lastName: "Sample", emails: ["other@example.com"] };

const kinds: readonly (readonly [name: string, answers: Answers])[] = [
  ["searches answer null for the list", { search: () => json({ leads: null }) }],
  ["searches answer an empty object", { search: () => json({}) }],
  ["searches answer a page", { search: () => page(200) }],
  ["searches list somebody else", { search: () => json({ leads: [stranger] }) }],
  ["searches fail with 500", { search: () => json({}, 500) }],
  ["searches get no answer", { search: silent }],
  ["searches are forbidden", { search: () => json({ code: 200100 }, 403) }],
  [
    "the person found is gone when it is changed",
    { search: () => json({ leads: [somebody] }), update: gone, addNote: gone },
  ],
  ["the person found has no readable notes", { search: () => json({ leads: [somebody] }), notes: () => json({}) }],
  ["notes are refused", { search: () => json({ leads: [somebody] }), addNote: () => json({ code: 20012 }, 400) }],
  ["creates answer a code with 200", { create: () => json({ status: { code: 300011, msg: "exists" } }) }],
  ["creates answer nothing", { create: () => json({}) }],
  ["creates are refused", { create: () => json({ code: 20012 }, 400) }],
  ["creates fail with 500", { create: () => json({}, 500) }],
  ["creates get no answer", { create: silent }],
  ["creates get a firewall's page", { create: () => page(403) }],
  ["everything gets a firewall's page", everywhere(() => page(403))],
  ["everything gets no answer", everywhere(silent)],
  ["the credential is refused", everywhere(() => json({ code: 200058 }, 400))],
  ["too many requests, always", everywhere(() => json({ message: "Too Many Requests" }, 429))],
  ["what was delivered stays 404", { read: gone }],
  ["what was delivered answers 500", { read: () => json({}, 500) }],
  ["what was delivered is 404, and searches fail", { read: gone, search: () => json({}, 500) }],
  ["what was delivered may not be read", { read: () => json({ code: 200100 }, 403) }],
];
function everywhere(answer: () => Response): Answers {
  return { search: answer, notes: answer, read: answer, create: answer, update: answer, addNote: answer };
}

const lookAt = { attempts: 1, dueAt: 0 } as const;
/** Every status that an entry can have, with the change that leads there. */
const found: readonly (Change | undefined)[] = [
  undefined,
  { status: "accepted", resends: 1, ...lookAt },
  { status: "accepted", resends: 2, ...lookAt },
  { status: "sending", attempts: 1, dueAt: null },
  { status: "unknown", reason: "no-answer", ...lookAt },
  { status: "unknown", reason: "restored", ...lookAt },
  { status: "unknown", reason: "no-answer", resends: 1, ...lookAt },
  { status: "delivered", leadId: "8", ...lookAt },
  { status: "delivered", leadId: "8", reason: "known-person", ...lookAt },
];
const fourDaysMs = 4 * 24 * 3_600_000;

/** Counts the leads by status; leaves out empty statuses. */
const heldIn = async ({ outbox }: Pick<Awaited<ReturnType<typeof relayOver>>, "outbox">) => {
  const held = Object.entries(await outbox.count()).filter(([, entries]) => entries > 0);
  return Object.fromEntries(held) as Awaited<ReturnType<typeof outbox.count>>;
};

test.each(kinds)("%s: every entry is settled, and parked ones have a reason", async (_, answers) => {
  const world = await relayOver(async (url, { method }) => {
    const { pathname } = new URL(url);
    if (pathname === "/v1.0/me") return json({ memberUserId: 1 });
    if (pathname === "/v1.0/notes")
      return method === "GET"
        ? (answers.notes ?? (() => json({ notes: [] })))()
        : (answers.addNote ?? (() => json({ noteId: 1 })))();
    if (method === "PUT") return (answers.update ?? (() => json({ leadId: 7 })))();
    if (method === "POST") return (answers.create ?? (() => json({ leadId: 8 })))();
    if (pathname === "/v1.0/leads") return (answers.search ?? (() => json({ leads: [] })))();
    return (answers.read ?? (() => json({ lead: { leadId: 8 } })))();
  });
  for (const [index, change] of found.entries()) await world.add(`case.${index}`, {}, change);
  const relay = world.begin();
  const all = async () => [...(await world.outbox.list("waiting")), ...(await world.outbox.list("done"))];
  const open = async () => (await all()).filter(({ status, dueAt }) => dueAt !== null || status === "sending");
  await world.pass(fourDaysMs, async () => (await open()).length === 0);
  const stuck = await open();
  expect(stuck.map(({ id, status, reason }) => [id, status, reason])).toEqual([]);
  for (const { status, reason } of await all()) {
    expect(["delivered", "confirmed", "parked"]).toContain(status);
    if (status === "parked") expect(reason).toMatch(/^[a-z]/);
  }
  void relay.stop();
});

test("a lead that makes our code throw is retried with longer delays, then parked; others are sent meanwhile", async () => {
  const world = await relayOver(async (_url, { method }) =>
    json(method === "POST" ? { leadId: 8 } : { leads: [], notes: [], leadId: 8, emails: ["other@example.com"] }),
  );
  const poison = { lead: "not JSON" };
  await world.add("accepted", poison);
  await world.add("unknown", poison, { status: "unknown", reason: "no-answer", ...lookAt });
  await world.add("delivered", poison, { status: "delivered", leadId: "8", ...lookAt });
  await world.add("other");
  const relay = world.begin();
  await world.pass(10 * 60_000);
  expect((await world.outbox.find("other"))?.leadId).toBe("8");
  // Three entries, each at 0, 2, 6, 14, 30, 62, 126, 254 and 510 s.
  expect(world.logged.filter((line) => "event" in line && line.event === "relay-failed").length).toBeLessThan(40);
  await world.pass(12 * 3_600_000);
  const rest = await Promise.all(["accepted", "unknown", "delivered"].map((id) => world.outbox.find(id)));
  expect(rest.map((entry) => [entry?.status, entry?.reason, entry?.dueAt])).toEqual([
    ["parked", "failed", null],
    ["parked", "cannot-look-up", null],
    ["delivered", null, null],
  ]);
  void relay.stop();
});

test("a firewall blocks everything: a hundred leads wait, none is parked, and all are sent afterwards", async () => {
  let isBlocked = true;
  let ids = 100;
  const world = await relayOver(async (_url, { method }) => {
    if (isBlocked) return page(403);
    return json(method === "POST" ? { leadId: (ids += 1) } : { leads: [], notes: [], memberUserId: 1 });
  });
  for (let index = 0; index < 100; index++) await world.add(`lead.${index}`);
  const relay = world.begin();
  await world.pass(24 * 3_600_000);
  expect(await heldIn(world)).toEqual({ accepted: 100 });
  expect(world.gate.closed()?.reason ?? world.gate.paused()?.reason).toBe("blocked");
  // For one day, one probe every ten minutes, not a hundred leads every ten minutes.
  expect(world.asked.length).toBeLessThan(600);
  isBlocked = false;
  await world.pass(3_600_000, async () => (await heldIn(world)).accepted === undefined);
  expect((await heldIn(world)).parked).toBeUndefined();
  expect((await heldIn(world)).accepted).toBeUndefined();
  void relay.stop();
});

test("a firewall blocks one lead for its content: parks only that lead", async () => {
  let ids = 100;
  const world = await relayOver(async (_url, { method, body }) => {
    if (method === "POST" && String(body).includes("DROP TABLE")) return page(403);
    return json(method === "POST" ? { leadId: (ids += 1) } : { leads: [], notes: [], memberUserId: 1 });
  });
  await world.add("suspicious", { lead: JSON.stringify({ firstName: "DROP TABLE", content: "ref suspicious" }) });
  const relay = world.begin();
  for (let index = 0; index < 60; index++) {
    await world.add(`lead.${index}`);
    relay.wake();
    await world.pass(4 * 60_000);
  }
  expect(await world.outbox.find("suspicious")).toMatchObject({ status: "parked", reason: "blocked" });
  expect((await heldIn(world)).accepted).toBeUndefined();
  expect((await heldIn(world)).parked).toBe(1);
  void relay.stop();
});

test("a week without a running proxy parks nothing: downtime does not count", async () => {
  const world = await relayOver(async () => json({ leads: [], notes: [] }));
  await world.outbox.beat(world.time.now(), 0);
  await world.add("waiting");
  await world.pass(7 * 24 * 3_600_000);
  await world.outbox.beat(world.time.now(), world.time.now());
  const endWaits = () =>
    world.outbox.endWaits(world.time.now(), { openSince: world.clock.in(-longestOpenMs), sentAt: 0, lookAt: 0 });
  expect(await endWaits()).toBe(0);
  for (let hour = 0; hour < 71 * 10; hour++) {
    await world.pass(6 * 60_000);
    await world.outbox.beat(world.time.now(), 0);
  }
  expect(await endWaits()).toBe(0);
  for (let minutes = 0; minutes < 70; minutes += 5) {
    await world.pass(5 * 60_000);
    await world.outbox.beat(world.time.now(), 0);
  }
  expect(await endWaits()).toBe(1);
  expect(await world.outbox.find("waiting")).toMatchObject({ status: "parked", reason: "restored" });
});
