// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Submission } from "#lead/submission/submission.ts";
import { isUnsent } from "./entry.ts";

let queue: typeof import("./queue.ts");
let sender: typeof import("./sender.ts");
/** Answers of the proxy by the first name in the lead; the default is 201. */
let answers: Record<string, () => Response | Promise<Response>> = {};
let sent: string[] = [];

const body = (firstName: string, station = "front-desk"): Submission => ({
  station,
  lead: { firstName },
  capturedAt: "2026-11-29T09:00:00.000Z",
});
const problem = (status: number, headers = {}) => Response.json({ type: "/problems/x", status }, { status, headers });
let at = 0;
const add = (name: string, station?: string, more = {}) =>
  queue.enqueue({ id: name, station: station ?? "front-desk", savedAt: ++at, body: body(name, station), ...more });
const waiting = () =>
  queue
    .queued()
    .filter(isUnsent)
    .map(({ id }) => id);

beforeEach(async () => {
  indexedDB.deleteDatabase("foyer-saved");
  answers = {};
  sent = [];
  vi.resetModules();
  vi.stubGlobal(
    "fetch",
    async (_: string, { headers, body: text }: { headers: Record<string, string>; body: string }) => {
      const name = (JSON.parse(text) as Submission).lead["firstName"] as string;
      sent.push(name);
      return (await answers[name]?.()) ?? Response.json({ id: headers["idempotency-key"], status: "accepted" });
    },
  );
  queue = await import("./queue.ts");
  sender = await import("./sender.ts");
});
// This copy must not send the next test's entries, nor write its own again.
afterEach(async () => {
  sender.sendOnly(() => false);
  for (const { id } of queue.queued()) await queue.remove(id);
});

test("sends all entries, oldest first", async () => {
  for (const name of ["one", "two", "three", "four", "five"]) await add(name);
  await sender.wake();
  expect(sent).toEqual(["one", "two", "three", "four", "five"]);
  expect(waiting()).toEqual([]);
});

test("no network: stops at the first failure, keeps all, and tries again", async () => {
  let isDown = true;
  for (const name of ["one", "two", "three", "four", "five"]) {
    await add(name);
    answers[name] = () =>
      isDown ? Promise.reject(new TypeError("down")) : Response.json({ id: name, status: "accepted" });
  }
  await sender.wake();
  expect(sent.length).toBeLessThanOrEqual(3);
  expect(waiting()).toHaveLength(5);
  expect(queue.phaseOf("five")).toEqual({ is: "waiting", need: "network" });
  isDown = false;
  await vi.waitFor(() => expect(waiting()).toEqual([]), { timeout: 5_000 });
});

test("a captive portal's page and an answer to another id are no receipt", async () => {
  await add("portal");
  await add("other");
  answers["portal"] = () => new Response("<html>Log in to Wi-Fi</html>");
  answers["other"] = () => Response.json({ id: "not-mine", status: "accepted" });
  await sender.wake();
  expect(waiting()).toEqual(["portal", "other"]);
});

test.each([
  ["404 from something in between", () => problem(404)],
  ["422 that is not the proxy's", () => Response.json({ error: "blocked" }, { status: 422 })],
  ["403 that is not the proxy's", () => Response.json({ error: "blocked" }, { status: 403 })],
])("%s: is no refusal", async (_, answer) => {
  await add("in between");
  answers["in between"] = answer;
  await sender.wake();
  expect(waiting()).toEqual(["in between"]);
  expect(queue.phaseOf("in between")).toEqual({ is: "waiting", need: "busy" });
});

test("a refused entry does not hold up the next", async () => {
  await add("refused");
  await add("next");
  answers["refused"] = () => problem(422);
  await sender.wake();
  expect(waiting()).toEqual(["refused"]);
  expect(queue.phaseOf("refused")).toMatchObject({ is: "refused", problem: { status: 422 } });
  await sender.wake();
  expect(sent).toEqual(["refused", "next"]);
});

test("an entry that the proxy cannot store does not hold up the next", async () => {
  await add("broken");
  for (const name of ["two", "three", "four"]) await add(name);
  answers["broken"] = () => problem(500);
  await sender.wake();
  expect(waiting()).toEqual(["broken"]);
});

test.each([
  ["a firewall's page", () => new Response("<html>Blocked</html>", { status: 403 })],
  ["JSON of something in between", () => Response.json({ error: "blocked" }, { status: 403 })],
  ["the proxy's 500", () => problem(500)],
  ["a broken connection", () => Promise.reject(new TypeError("reset"))],
])("entries that always get %s do not hold up those that are added later", async (_, answer) => {
  for (const name of ["broken 1", "broken 2", "broken 3"]) {
    await add(name);
    answers[name] = answer;
  }
  for (let run = 1; run <= 4; run++) {
    await add(`early ${run}`);
    await add(`late ${run}`);
    await sender.wake();
    await sender.wake();
    await sender.wake();
    expect(waiting()).toEqual(["broken 1", "broken 2", "broken 3"]);
  }
});

test("after a time without a network the oldest goes first again, but for the one that finds the network", async () => {
  let isDown = true;
  const names = ["one", "two", "three", "four", "five", "six"];
  for (const name of names) {
    await add(name);
    answers[name] = () =>
      isDown ? Promise.reject(new TypeError("down")) : Response.json({ id: name, status: "accepted" });
  }
  for (let run = 1; run <= 3; run++) await sender.wake();
  isDown = false;
  sent = [];
  await sender.wake();
  expect(sent).toEqual(["six", ...names.slice(0, 5)]);
});

test.each([
  ["takes", (id: string) => Response.json({ id, status: "accepted" })],
  ["refuses", () => problem(422)],
])("the proxy %s what an entry was before it was corrected: the correction stays and is sent", async (_, first) => {
  await add("edited");
  const answered = Promise.withResolvers<Response>();
  answers["edited"] = () => answered.promise;
  const running = sender.wake();
  await vi.waitFor(() => expect(sent).toEqual(["edited"]));
  const lead = { firstName: "edited", lastName: "Corrected" };
  await add("edited", undefined, { body: { ...body("edited"), lead } });
  answers["edited"] = () => problem(422);
  answered.resolve(first("edited"));
  await running;
  expect(queue.phaseOf("edited")).not.toMatchObject({ is: "received" });
  expect(queue.queued()).toMatchObject([{ id: "edited", body: { lead } }]);
  await sender.wake();
  expect(sent).toEqual(["edited", "edited"]);
  expect(queue.phaseOf("edited")).toMatchObject({ is: "refused" });
});

test("signed out at one station: the other station's leads go", async () => {
  for (const name of ["here 1", "here 2", "here 3", "here 4"]) {
    await add(name);
    answers[name] = () => problem(401);
  }
  await add("there", "open-house");
  await sender.wake();
  expect(waiting()).toEqual(["here 1", "here 2", "here 3", "here 4"]);
  expect(queue.phaseOf("here 4")).toEqual({ is: "waiting", need: "sign-in" });
  expect(sent).toContain("there");
});

test("a held entry is sent when its time has come, and an edited one not at all", async () => {
  await add("held", undefined, { notBefore: Date.now() + 400 });
  await add("edited", undefined, { isEdited: true });
  await sender.wake();
  expect(sent).toEqual([]);
  await vi.waitFor(() => expect(sent).toEqual(["held"]), { timeout: 3_000 });
});

test("Retry-After is obeyed", async () => {
  await add("busy");
  let calls = 0;
  answers["busy"] = () =>
    ++calls === 1 ? problem(429, { "retry-after": "2" }) : Response.json({ id: "busy", status: "accepted" });
  const began = performance.now();
  await sender.wake();
  await vi.waitFor(() => expect(waiting()).toEqual([]), { timeout: 5_000 });
  expect(performance.now() - began).toBeGreaterThan(1_900);
});

test("an entry added during a run is sent without another wake-up", async () => {
  await add("first");
  answers["first"] = async () => {
    await add("second");
    return Response.json({ id: "first", status: "accepted" });
  };
  await sender.wake();
  expect(sent).toEqual(["first", "second"]);
});

test("a retry shows what the entry waits for until its answer is there", async () => {
  await add("signed out");
  answers["signed out"] = () => problem(401);
  await sender.wake();
  const phases: unknown[] = [];
  queue.onQueue(() => phases.push(queue.phaseOf("signed out")));
  await sender.wake();
  expect(sent).toEqual(["signed out", "signed out"]);
  expect(phases).not.toEqual([]);
  for (const phase of phases) expect(phase).toEqual({ is: "waiting", need: "sign-in" });
  sender.noteSignedIn();
  expect(queue.phaseOf("signed out")).toEqual({ is: "saved" });
});

test("a queue that the browser could not read is read again without another wake-up", async () => {
  await add("unread");
  vi.resetModules();
  queue = await import("./queue.ts");
  sender = await import("./sender.ts");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("busy", "UnknownError");
  });
  await sender.wake();
  expect(sent).toEqual([]);
  open.mockRestore();
  await vi.advanceTimersByTimeAsync(30_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(sent).toEqual(["unread"]));
});
