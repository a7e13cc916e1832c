import type { Issue } from "#lead/issue.ts";
import { forget } from "./device.ts";
import { noteSessionEnded, sessionPath, signInCount, signOutKey } from "./session.ts";

/** The body of a refused request: problem details (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title?: string;
  readonly status: number;
  readonly issues?: readonly Issue[];
}

/** Thrown by `ask`. With `problem`: the proxy refused the request. Without: the request did not reach the proxy. */
export class RequestError extends Error {
  readonly problem: Problem | undefined;
  /** From the answer's Retry-After, in milliseconds; 0 without one. */
  readonly retryAfterMs: number;
  constructor(problem?: Problem, retryAfterMs = 0) {
    super(problem?.title ?? "unreachable");
    this.name = "RequestError";
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The proxy's refusal; undefined when there was no response. */
export const refusalOf = (error: unknown): Problem | undefined =>
  error instanceof RequestError ? error.problem : undefined;

/** Whether the proxy itself answered, not something between it and this device. */
export const isOurs = ({ type }: Problem): boolean => type?.startsWith("/problems/") === true;

/** How long the proxy asks to wait, in milliseconds; 0 if it does not say. At most 5 minutes. */
export const retryAfterMs = (error: unknown): number =>
  error instanceof RequestError ? Math.min(error.retryAfterMs, 300_000) : 0;

/** On a bad line an answer may never come, and without a limit the browser would wait for it. */
const timeoutMs = 30_000;

/** Whether a request never reached the proxy. */
export const isUnreachable = (error: unknown): boolean => error instanceof RequestError && error.problem === undefined;

/**
 * Sends a request to the proxy and returns its JSON body, or undefined for status 204. Throws a RequestError. A body
 * that is not a JSON object (for example a captive portal's page) counts as "not reached", and so does none within
 * `timeoutMs`. `keepalive`: the request goes on when the page is closed. `signal` ends it.
 */
export async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  { keepalive = false, signal }: { readonly keepalive?: boolean; readonly signal?: AbortSignal } = {},
): Promise<T> {
  const limit = new AbortController();
  const end = () => limit.abort();
  const timer = setTimeout(end, timeoutMs);
  signal?.addEventListener("abort", end);
  if (signal?.aborted) end();
  try {
    return await answerTo<T>(method, path, body, headers, { keepalive, signal: limit.signal });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}

async function answerTo<T>(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
  init: Pick<RequestInit, "keepalive" | "signal">,
): Promise<T> {
  const began = signInCount();
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...init,
      // The proxy never redirects here: a captive portal does.
      redirect: "error",
      headers: {
        ...(body === undefined
          ? {}
          : {
              "content-type": "application/json",
              // The clock of this device may be wrong: the proxy uses this header to correct the times in the body.
              "foyer-sent-at": new Date().toISOString(),
            }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new RequestError();
  }
  if (response.ok) noteNewSession(method, path);
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => undefined);
  if (typeof answer !== "object" || answer === null) throw new RequestError();
  if (!response.ok) {
    const seconds = Number(response.headers.get("retry-after"));
    const problem = { ...(answer as Problem), status: response.status };
    // Not when somebody has signed in since: the request was sent before that.
    if (response.status === 401 && isOurs(problem) && path !== sessionPath && began === signInCount())
      noteSessionEnded(true);
    throw new RequestError(problem, seconds > 0 ? seconds * 1000 : 0);
  }
  return answer as T;
}

/** A session that was opened since is not the one that a person wanted to end. */
function noteNewSession(method: string, path: string): void {
  if (method === "POST" && path === sessionPath) forget(signOutKey);
}
