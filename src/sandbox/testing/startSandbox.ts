import { createSandbox } from "../app.ts";
import { startServer } from "../server.ts";

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body, or undefined if it is not JSON. Ids above 2^53 are exact only in `text`. */
  readonly json: unknown;
}

interface Ask {
  readonly method?: string;
  /** Sent as JSON; a string is sent unchanged. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** Starts a sandbox on a free port. Returns helpers for requests, and `pass` to advance its clock. */
export async function startSandbox() {
  let ahead = 0;
  const sandbox = createSandbox({
    key: "sandbox-key",
    now: () => Date.now() + ahead,
    random: Math.random,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const { server, url } = await startServer(sandbox, 0);

  const ask = async (path: string, { method = "GET", body, headers = {}, signal }: Ask = {}): Promise<Answered> => {
    const response = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: {
        authorization: "token sandbox-key",
        "content-type": "application/json",
        accept: "application/json",
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
  };
  const create = (body: unknown) => ask("/v1.0/leads", { method: "POST", body });
  return {
    url,
    ask,
    create,
    /** Creates a lead and returns its id with all digits. */
    createdId: async (body: unknown) => /"leadId":(\d+)/.exec((await create(body)).text)?.[1] ?? "",
    set: (switches: object) => ask("/sandbox/faults", { method: "POST", body: switches }),
    leads: async () => ((await ask("/sandbox/leads")).json as { leads: Record<string, unknown>[] }).leads,
    /** Restores the default switches and deletes leads and requests. */
    reset: async () => {
      await ask("/sandbox/faults", { method: "POST", body: { reset: true } });
      await ask("/sandbox/leads", { method: "DELETE" });
      await ask("/sandbox/requests", { method: "DELETE" });
    },
    pass: (ms: number) => {
      ahead += ms;
    },
    end: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
