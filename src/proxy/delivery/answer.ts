import { isObject } from "#lead/json.ts";
import { parseExact } from "#lead/wire.ts";
import type { Outcome, Reply } from "./outcome.ts";

const longestWaitMs = 60_000;
/** What the CRM asks for in so many words is honoured, within reason. */
const longestAskedMs = 10 * 60_000;
const internalError = "20005";
const credentialCodes = new Set(["200058", "20004", "BAD_CREDENTIALS"]);

/** Judges the CRM's answer, in every shape seen in the wild (API.md 2.1): a 200 can be a refusal. */
export function replyOf(status: number, headers: Headers, text: string, now: number): Reply {
  const body = parse(text);
  const code = codeOf(body);
  // One operation's 400 text lists rate limiting too (API.md 2.3).
  if (status === 429 || (status === 400 && /too many requests|rate.?limit/i.test(text)))
    return { kind: "unsent", reason: "rate-limited", waitMs: waitOf(headers, now) };
  if (status === 401 || credentialCodes.has(code ?? "")) return { kind: "credentials" };
  // The request itself did not arrive in time.
  if (status === 408) return { kind: "unsent", reason: "http-408" };
  if (status >= 400 && status < 500) {
    // Lofty answers in JSON; a page or nothing is from somebody in front of it (API.md 2.1).
    if (body === undefined) return { kind: "blocked", reason: `http-${status}` };
    // Something was stored, or it failed halfway: that is no refusal.
    if (leadIdOf(body) !== undefined || code === internalError) return { kind: "unknown", reason: `http-${status}` };
    return { kind: "refused", status, reason: code === undefined ? `http-${status}` : `crm-${code}` };
  }
  if (status < 200 || status >= 300) return { kind: "unknown", reason: `http-${status}` };
  if (code !== undefined && code !== "0" && leadIdOf(body) === undefined)
    return { kind: "refused", status, reason: `crm-${code}` };
  return body === undefined ? { kind: "unknown", reason: "not-json" } : { kind: "answered", body };
}

/** A write that was answered with a code and 200 may have been stored all the same: a refusal is a 4xx. */
export const inDoubt = (outcome: Outcome): Outcome =>
  outcome.kind === "refused" && outcome.status < 400 ? { kind: "unknown", reason: outcome.reason } : outcome;

/** A create is only a success when a lead number can be read. */
export function created(reply: Reply): Outcome {
  if (reply.kind !== "answered") return inDoubt(reply);
  const leadId = leadIdOf(reply.body);
  return leadId === undefined ? { kind: "unknown", reason: "no-lead-id" } : { kind: "delivered", leadId };
}

function parse(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return undefined;
  }
}

/** A numeric `code`, else `status.code`, else `errorCode=…` inside the message, else the symbolic code. */
function codeOf(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const { code, status, message } = body;
  if (typeof code === "number" || (typeof code === "string" && /^\d+$/.test(code))) return String(code);
  if (isObject(status) && status["code"] !== undefined) return String(status["code"]);
  const hidden = typeof message === "string" ? /errorCode=(\d+)/.exec(message)?.[1] : undefined;
  return hidden ?? (typeof code === "string" && /^\w{1,60}$/.test(code) ? code : undefined);
}

/** Lead numbers are 64 bits wide: digits, never a `Number`. */
export function leadIdOf(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const { leadId, data } = body;
  const found = leadId ?? (isObject(data) ? data["leadId"] : undefined);
  return /^[1-9]\d{0,18}$/.test(String(found)) ? String(found) : undefined;
}

/**
 * How long to wait after a 429. `Retry-After` is seconds or a date (RFC 9110, 10.2.3); the reset is given as seconds or
 * milliseconds, from now or since 1970 (API.md 2.3). A date is held against the CRM's own clock where it shows it.
 */
function waitOf(headers: Headers, now: number): number {
  const asked = headers.get("retry-after") ?? "";
  const after = /^\s*\d+\s*$/.test(asked)
    ? Number(asked) * 1000
    : Date.parse(asked) - (Date.parse(headers.get("date") ?? "") || now);
  if (after > 0) return Math.min(after, longestAskedMs);
  const reset = Number(headers.get("x-ratelimit-reset") ?? NaN);
  const candidates = [reset * 1000 - now, reset - now, reset, reset * 1000].filter(
    (wait) => wait > 0 && wait <= longestWaitMs,
  );
  return Math.max(1000, candidates.length > 0 ? Math.max(...candidates) : longestWaitMs);
}
