import { replyOf } from "./answer.ts";
import { NoToken, type Authorization } from "./oauth.ts";
import type { Reply } from "./outcome.ts";

/** The network to the CRM: `fetch`, passed in. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

/** Sends a request to the CRM; `body` is JSON. */
export type Ask = (method: "GET" | "POST" | "PUT", path: string, body?: string) => Promise<Reply>;

interface Settings {
  readonly baseUrl: string;
  readonly authorization: Authorization;
  readonly transport: Transport;
  readonly now: () => number;
  /** Calls `run` after `ms`. Returns a cancel function. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Called with the advertised requests a minute. */
  readonly onLimit: (perMinute: number) => void;
  /** Called with the Date header of each response. */
  readonly onDate?: (date: string | null) => void;
}

const timeoutMs = 15_000;
const longestAnswer = 1_000_000;

/** Errors before a byte was sent: the request was certainly not processed. */
const unsent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO)/;

/** Returns a client for Lofty's API. It never follows redirects, so the token is sent only to the configured host. */
export function crmAt({ baseUrl, authorization, transport, now, after, onLimit, onDate }: Settings): Ask {
  const attempt = async (token: string, ...[method, path, body]: Parameters<Ask>): Promise<Reply> => {
    const timeout = new AbortController();
    const cancel = after(timeoutMs, () => timeout.abort());
    let response: Response;
    try {
      response = await transport(baseUrl + path, {
        method,
        headers: { authorization: token, "content-type": "application/json", accept: "application/json" },
        redirect: "manual",
        signal: timeout.signal,
        ...(body === undefined ? {} : { body }),
      });
    } catch (error) {
      cancel();
      return unsent.test(causeOf(error))
        ? { kind: "unsent", reason: "unreachable" }
        : { kind: "unknown", reason: "no-answer" };
    }
    onDate?.(response.headers.get("date"));
    const perMinute = Number(response.headers.get("x-ratelimit-limit") ?? NaN);
    if (perMinute > 0) onLimit(perMinute);
    try {
      return replyOf(response.status, response.headers, await readUpTo(response, longestAnswer), now());
    } catch {
      return { kind: "unknown", reason: "answer-cut" };
    } finally {
      cancel();
    }
  };
  return async (...asked) => {
    try {
      const token = await authorization();
      const reply = await attempt(token, ...asked);
      if (reply.kind !== "credentials") return reply;
      // The token was rejected, so nothing was processed: retry once with a newer token, if there is one.
      const newer = await authorization(token);
      return newer === token ? reply : await attempt(newer, ...asked);
    } catch (error) {
      // There was no token, so nothing was sent.
      return error instanceof NoToken && error.refused
        ? { kind: "credentials" }
        : { kind: "unsent", reason: "no-token" };
    }
  };
}

function causeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === "string" ? code : cause === undefined ? "" : causeOf(cause);
}

async function readUpTo(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > most) throw new Error("answer too long");
  }
  return text;
}
