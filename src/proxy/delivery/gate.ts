import type { Rank, requestBudget } from "./budget.ts";
import type { Clock } from "./clock.ts";
import type { Ask } from "./crm.ts";
import type { Reply } from "./outcome.ts";

export interface Pause {
  readonly reason: string;
  readonly until: number;
}

export interface Gate {
  /** Waits for a request's turn; false when nothing is to be sent now. */
  readonly enter: (rank: Rank) => Promise<boolean>;
  /** Asks at once: the turn was waited for. */
  readonly send: Ask;
  /** Asks in its turn. */
  readonly ask: (rank: Rank) => Ask;
  /** How many leads may be on their way at a time: one while it is not proven that the CRM takes them again. */
  readonly lanes: () => number;
  /** Nothing is sent before `until`, and why. */
  readonly closed: () => Pause | undefined;
  /** The same, or that the CRM asked us to wait. */
  readonly paused: () => Pause | undefined;
  readonly credentialRefused: () => boolean;
}

interface Settings {
  readonly crm: Ask;
  readonly budget: ReturnType<typeof requestBudget>;
  readonly clock: Clock;
  readonly log: (event: string, facts: object) => void;
}

const atOnce = 8;
const mostFailures = 5;
const firstRestMs = 30_000;
const longestRestMs = 10 * 60_000;
const credentialRestMs = 60_000;

/**
 * Whether anything is sent at all. It closes when the CRM fails, or a firewall answers in its place, five times in a row
 * (reads and writes count apart: one can be down alone), or the CRM refuses our credential, for longer each time, and opens when a harmless request is answered.
 * Too many requests only slow us down.
 */
export function crmGate({ crm, budget, clock, log }: Settings): Gate {
  const failures = { GET: 0, write: 0 };
  let shut: { reason: string; from: number; until: number } | undefined;
  /** What closed it last, until that works again. */
  let suspect: keyof typeof failures | undefined;
  let rests = 0;
  let probing: Promise<void> | undefined;

  const close = (reason: string, restMs: number) => {
    shut = { reason, from: clock.now(), until: clock.in(restMs) };
    log("crm-closed", { reason, until: new Date(shut.until).toISOString() });
  };
  const hear = (reply: Reply, kind: keyof typeof failures): Reply => {
    if (reply.kind === "credentials") close("credentials", credentialRestMs);
    else if (reply.kind === "unsent" && reply.waitMs !== undefined) budget.refused(reply.waitMs);
    else if (reply.kind === "unsent" || reply.kind === "unknown" || reply.kind === "blocked") {
      failures[kind] += 1;
      if (failures[kind] >= mostFailures || suspect === kind) {
        suspect = kind;
        close(reply.kind === "blocked" ? "blocked" : "crm-down", Math.min(longestRestMs, firstRestMs * 2 ** rests));
        rests = Math.min(rests + 1, 10);
        // Everybody is blocked: that is one problem, and not this lead's.
        if (reply.kind === "blocked") return { kind: "unsent", reason: "blocked" };
      }
    } else {
      failures[kind] = 0;
      shut = undefined;
      if (suspect === kind) suspect = undefined;
      if (suspect === undefined) rests = 0;
    }
    return reply;
  };
  const send: Ask = async (method, path, body) =>
    hear(await crm(method, path, body), method === "GET" ? "GET" : "write");
  /** Not by a clock that went back. */
  const resting = () => shut !== undefined && clock.now() >= shut.from && clock.now() < shut.until;
  /** The account of our credential: the cheapest question there is (API.md 1). */
  const probe = async () => {
    await budget.turn("create");
    await send("GET", "/v1.0/me");
  };
  const enter = async (rank: Rank) => {
    if (resting()) return false;
    if (shut !== undefined) await (probing ??= probe().finally(() => (probing = undefined)));
    if (shut !== undefined) return false;
    await budget.turn(rank);
    return shut === undefined;
  };
  const closed = () => (resting() ? shut : undefined);
  const held = () => {
    const ms = budget.heldMs();
    return ms > 0 ? { reason: "rate-limited", until: clock.in(ms) } : undefined;
  };
  return {
    enter,
    send,
    ask: (rank) => async (method, path, body) =>
      (await enter(rank)) ? send(method, path, body) : { kind: "unsent", reason: shut?.reason ?? "crm-down" },
    lanes: () => (suspect === undefined ? atOnce : 1),
    closed,
    paused: () => closed() ?? held(),
    credentialRefused: () => shut?.reason === "credentials",
  };
}
