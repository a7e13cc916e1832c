import type { Issue } from "#lead/issue.ts";

/** The problem behind a refused request (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title?: string;
  readonly status: number;
  readonly issues?: readonly Issue[];
}

/** A request the proxy refused, or (without a problem) one that never reached it. */
export class RequestError extends Error {
  readonly problem: Problem | undefined;
  constructor(problem?: Problem) {
    super(problem?.title ?? "unreachable");
    this.name = "RequestError";
    this.problem = problem;
  }
}

/** Asks the proxy. An answer that is not its JSON (a captive portal's page, say) counts as unreachable. */
export async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(body === undefined
          ? {}
          : {
              "content-type": "application/json",
              // The proxy corrects the times in the body by it: this device's clock may be wrong.
              "foyer-sent-at": new Date().toISOString(),
            }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new RequestError();
  }
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => undefined);
  if (typeof answer !== "object" || answer === null) throw new RequestError();
  if (!response.ok) throw new RequestError({ ...(answer as Problem), status: response.status });
  return answer as T;
}
