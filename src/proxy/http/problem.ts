/** Returns the response for a refused request (RFC 9457). Nothing was stored. */
export function problem(
  status: number,
  name: string,
  title: string,
  more: object = {},
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ type: `/problems/${name}`, title, status, ...more }), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
}

/** Returns the response to a client with too many requests. It may retry after `waitMs`. */
export const tooMany = (waitMs: number): Response =>
  problem(429, "too-many-requests", "Too many requests", {}, { "retry-after": String(Math.ceil(waitMs / 1000)) });
