import { isObject } from "#lead/json.ts";
import { parseExact } from "#lead/wire.ts";
import type { Outcome, Reply } from "./outcome.ts";

const longestWaitMs = 60_000;
/** The longest wait that we accept from a Retry-After header. */
const longestAskedMs = 10 * 60_000;
const internalError = "20005";
const credentialCodes = new Set(["200058", "20004", "BAD_CREDENTIALS"]);

/** Classifies the CRM's response, in every form seen in practice (LOFTY.md 2.1). A status of 200 can be a refusal. */
export function replyOf(status: number, headers: Headers, text: string, now: number): Reply {
  const body = parse(text);
  const code = codeOf(body);
  // The 400 text of one operation also lists rate limiting (LOFTY.md 2.3). A text with its own code may quote a value:
  // the name "Corporate Limited" is not a rate limit.
  const isLimit = status === 400 && code === undefined && /\b(too many requests|rate[ -]?limit)/i.test(text);
  if (status === 429 || isLimit) return { kind: "unsent", reason: "rate-limited", waitMs: waitOf(headers, now) };
  if (status === 401 || credentialCodes.has(code ?? "")) return { kind: "credentials" };
  // A load balancer sends it also when Lofty was too slow to answer, and may have stored the lead.
  if (status === 408) return { kind: "unknown", reason: "http-408" };
  if (status >= 400 && status < 500) {
    // Lofty responds in JSON, and forbids with a code. Anything else comes from a server in front of it (LOFTY.md 2.1).
    if (body === undefined || (status === 403 && code === undefined && leadIdOf(body) === undefined))
      return { kind: "blocked", reason: `http-${status}` };
    // Something was stored, or the request failed halfway: not a refusal.
    if (leadIdOf(body) !== undefined || code === internalError) return { kind: "unknown", reason: `http-${status}` };
    return { kind: "refused", status, reason: code === undefined ? `http-${status}` : `crm-${code}` };
  }
  if (status < 200 || status >= 300) return { kind: "unknown", reason: `http-${status}` };
  if (code !== undefined && code !== "0" && leadIdOf(body) === undefined)
    return { kind: "refused", status, reason: `crm-${code}` };
  return body === undefined ? { kind: "unknown", reason: "not-json" } : { kind: "answered", body };
}

/**
 * A write with status 200 and an error code may have been stored, so the outcome is unknown. Only a 4xx is a refusal.
 */
export const inDoubt = (outcome: Outcome): Outcome =>
  outcome.kind === "refused" && outcome.status < 400 ? { kind: "unknown", reason: outcome.reason } : outcome;

/** Returns the outcome of a create. It is delivered only when the response has a lead id. */
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

/** Returns a numeric `code`, else `status.code`, else `errorCode=…` in the message, else the symbolic code. */
function codeOf(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const { code, status, message } = body;
  if (typeof code === "number" || (typeof code === "string" && /^\d+$/.test(code))) return String(code);
  if (isObject(status) && status["code"] !== undefined) return String(status["code"]);
  const hidden = typeof message === "string" ? /errorCode=(\d+)/.exec(message)?.[1] : undefined;
  return hidden ?? (typeof code === "string" && /^\w{1,60}$/.test(code) ? code : undefined);
}

/** Returns the lead id as digits. It has 64 bits, so a `Number` would lose precision. */
export function leadIdOf(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const { leadId, data } = body;
  const found = leadId ?? (isObject(data) ? data["leadId"] : undefined);
  return /^[1-9]\d{0,18}$/.test(String(found)) ? String(found) : undefined;
}

/**
 * Returns how long to wait after a 429, in ms. `Retry-After` is seconds or a date (RFC 9110, 10.2.3). The reset header
 * is seconds or ms, from now or since 1970 (LOFTY.md 2.3). A date is compared with the CRM's own clock when the
 * response has a Date header.
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
