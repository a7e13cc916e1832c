import type { Rank, requestBudget } from "./budget.ts";
import type { Clock } from "../platform/clock.ts";
import type { Ask } from "./crm.ts";
import { failedRequests } from "./failedRequests.ts";
import type { Reply } from "./outcome.ts";

export interface Pause {
  readonly reason: string;
  readonly until: number;
}

export interface Gate {
  /** Waits for a request's turn. Resolves to false when nothing may be sent now. */
  readonly enter: (rank: Rank) => Promise<boolean>;
  /** Sends at once: the caller has waited for its turn. */
  readonly send: Ask;
  /** Sends after waiting for its turn. */
  readonly ask: (rank: Rank) => Ask;
  /** Returns how many leads may be in flight: one until the CRM is known to accept them again. */
  readonly lanes: () => number;
  /** Returns why nothing is sent, and until when; undefined when the gate is open. */
  readonly closed: () => Pause | undefined;
  /** Like `closed`, or a pause that the CRM asked for. */
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
 * Decides whether anything is sent to the CRM. The gate closes after five failures in a row, or when the CRM refuses our
 * credential. Failures are those of the CRM and of a firewall in front of it. Reads and writes count separately, because
 * one can fail alone. Each pause is longer than the last. The gate opens when a harmless request succeeds. Rate limits
 * only slow it down.
 *
 * One lead that always fails must not stop the others: the same request that fails again closes the gate only if a
 * harmless request fails too.
 */
export function crmGate({ crm, budget, clock, log }: Settings): Gate {
  const failures = { GET: 0, write: 0 };
  /** The different requests that failed in a row, without those of one lead's own problem. */
  const failing = { GET: new Set<string>(), write: new Set<string>() };
  const failed = failedRequests();
  let shut: { reason: string; from: number; until: number } | undefined;
  /** The kind of request that closed the gate, until that kind succeeds again. */
  let unverified: keyof typeof failures | undefined;
  let rests = 0;
  let probing: Promise<void> | undefined;

  const close = (reason: string, restMs: number) => {
    shut = { reason, from: clock.now(), until: clock.in(restMs) };
    log("crm-closed", { reason, until: new Date(shut.until).toISOString() });
  };
  const closeFor = (reply: Reply, kind: keyof typeof failures) => {
    unverified = kind;
    close(reply.kind === "blocked" ? "blocked" : "crm-down", Math.min(longestRestMs, firstRestMs * 2 ** rests));
    rests = Math.min(rests + 1, 10);
  };
  const noteFailure = (reply: Reply, kind: keyof typeof failures, request: string, isProbe: boolean): Reply => {
    const { isOwn, wasOwn } = failed.add(request);
    failures[kind] += 1;
    if (!wasOwn) failing[kind].add(request);
    const isMany = failures[kind] >= mostFailures;
    const isCommon = !wasOwn && (unverified === kind || (isMany && failing[kind].size > 1));
    if (isProbe) closeFor(reply, unverified ?? kind);
    // A request from before the pause may fail during it. That does not lengthen the pause.
    else if (shut === undefined && isCommon) closeFor(reply, kind);
    else if (shut === undefined && isMany) void probeOnce();
    if (isOwn) return reply.kind === "unsent" || reply.kind === "unknown" ? { ...reply, isOwn } : reply;
    // As far as we know it is a common problem, not this lead's.
    return reply.kind === "blocked" ? { kind: "unsent", reason: "blocked" } : reply;
  };
  const noteReply = (reply: Reply, kind: keyof typeof failures, request: string, isProbe: boolean): Reply => {
    if (reply.kind === "credentials") close("credentials", credentialRestMs);
    else if (reply.kind === "unsent" && reply.waitMs !== undefined) budget.refused(reply.waitMs);
    else if (reply.kind === "unsent" || reply.kind === "unknown" || reply.kind === "blocked")
      return noteFailure(reply, kind, request, isProbe);
    else {
      failures[kind] = 0;
      failing[kind].clear();
      failed.answered(request);
      // The answer to a request from before the pause says nothing about now.
      if (isProbe || kind === unverified) shut = undefined;
      if (unverified === kind) unverified = undefined;
      if (unverified === undefined) rests = 0;
    }
    return reply;
  };
  const sendAs = async (isProbe: boolean, ...[method, path, body]: Parameters<Ask>) =>
    noteReply(
      await crm(method, path, body),
      method === "GET" ? "GET" : "write",
      `${method} ${path} ${body ?? ""}`,
      isProbe,
    );
  const send: Ask = (...asked) => sendAs(false, ...asked);
  /** `from` is checked too, because the clock may have gone back. */
  const resting = () => shut !== undefined && clock.now() >= shut.from && clock.now() < shut.until;
  /** Asks for our own account: the cheapest request (LOFTY.md 1). */
  const probe = async () => {
    await budget.turn("create");
    await sendAs(true, "GET", "/v1.0/me");
  };
  const probeOnce = () => (probing ??= probe().finally(() => (probing = undefined)));
  const enter = async (rank: Rank) => {
    if (resting()) return false;
    if (shut !== undefined) await probeOnce();
    if (shut !== undefined) return false;
    await budget.turn(rank);
    return shut === undefined;
  };
  const closed = () => (resting() ? shut : undefined);
  const held = () => {
    const ms = budget.heldMs();
    return ms > 0 ? { reason: "rate-limited", until: clock.in(ms) } : undefined;
  };
  /** Why a request is not sent. A reason that begins with "crm-" is an error code of the CRM. */
  const unsentReason = () => (shut === undefined || shut.reason === "crm-down" ? "away" : shut.reason);
  return {
    enter,
    send,
    ask: (rank) => async (method, path, body) =>
      (await enter(rank)) ? send(method, path, body) : { kind: "unsent", reason: unsentReason() },
    lanes: () => (unverified === undefined ? atOnce : 1),
    closed,
    paused: () => closed() ?? held(),
    credentialRefused: () => shut?.reason === "credentials",
  };
}
