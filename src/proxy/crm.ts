import { parseExact } from "#lead/wire.ts";
import { outcomeOf } from "./answer.ts";
import type { Outcome } from "./outcome.ts";

/** The network toward the CRM: `fetch`, passed in. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

export interface Crm {
  /** Creates a lead from Lofty's own JSON. */
  readonly create: (lead: string) => Promise<Outcome>;
  /** Whether the credential is taken; undefined when the CRM cannot be asked. */
  readonly takesCredential: () => Promise<boolean | undefined>;
  /** The body of a GET; throws when the CRM has none for us. */
  readonly get: (path: string) => Promise<unknown>;
}

interface Settings {
  readonly baseUrl: string;
  readonly authorization: () => Promise<string>;
  readonly transport: Transport;
  readonly now: () => number;
  readonly timeScale: number;
  /** Hears the advertised requests a minute. */
  readonly onLimit?: (perMinute: number) => void;
}

const timeoutMs = 15_000;
const longestAnswer = 1_000_000;

/** Failures from before a byte was written: the request was certainly not processed. */
const unsent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO)/;

/** Lofty's API, as far as we use it. Redirects are never followed: the token stays with the host we were given. */
export function crmAt({ baseUrl, authorization, transport, now, timeScale, onLimit }: Settings): Crm {
  const request = async (method: string, path: string, body?: string) => {
    const response = await transport(baseUrl + path, {
      method,
      headers: { authorization: await authorization(), "content-type": "application/json", accept: "application/json" },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs / timeScale),
      ...(body === undefined ? {} : { body }),
    });
    const perMinute = Number(response.headers.get("x-ratelimit-limit") ?? NaN);
    if (perMinute > 0) onLimit?.(perMinute);
    return response;
  };
  return {
    create: async (lead) => {
      let response: Response;
      try {
        response = await request("POST", "/v1.0/leads", lead);
      } catch (error) {
        const code = causeOf(error);
        return unsent.test(code) ? { kind: "unsent", reason: "unreachable" } : { kind: "unknown", reason: "no-answer" };
      }
      try {
        return outcomeOf(response.status, response.headers, await readUpTo(response, longestAnswer), now());
      } catch {
        return { kind: "unknown", reason: "answer-cut" };
      }
    },
    takesCredential: async () => {
      try {
        const response = await request("GET", "/v1.0/me");
        const outcome = outcomeOf(response.status, response.headers, await readUpTo(response, longestAnswer), now());
        return outcome.kind !== "credentials";
      } catch {
        return undefined;
      }
    },
    get: async (path) => {
      const response = await request("GET", path);
      const text = await readUpTo(response, longestAnswer);
      if (!response.ok) throw new Error(`http-${response.status}`);
      return parseExact(text);
    },
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
