import type { Transport } from "../crm/crm.ts";
import type { Random } from "./seededRandom.ts";
import { simulatedPeople, type Habits } from "./simulatedPeople.ts";
import type { Time } from "./simulatedTime.ts";

/** The faults of a request with their weights. The F-numbers are those of trials/faults.test.ts. */
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
  foreignId: 0.5, // done, but the response has the id of somebody else
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
/** What is down for some time: with `filter`, lists show everybody for every query. */
export type Outage = "all" | "writes" | "credential" | "filter";
type Mishap = keyof typeof mishaps | "down" | "none";
/**
 * A CRM without idempotency keys that loses responses, returns old data, and is sometimes down. It records which
 * submission created or changed which person.
 */
export function simulatedCrm(time: Time, random: Random, habits: Habits) {
  const held = simulatedPeople(time, random, habits);
  const { answer, people } = held;
  const asked: number[] = [];
  let down: { readonly what: Outage; readonly until: number } | undefined;
  let tooMany = 0;

  /** Checks the limit in a sliding minute. Refusals are counted. */
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
    if (mishap === "timeout408") {
      if (random.chance(0.5)) answer(method, url, text, false);
      return reply(408, "");
    }
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
    ...held,
    transport,
    goDown: (what: Outage, ms: number) => void (down = { what, until: time.real() + ms }),
    tooMany: () => tooMany,
  };
}
