/** A refused request, as RFC 9457 has it. Nothing was stored. */
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

/** Too much from one client; in so long it may ask again. */
export const tooMany = (waitMs: number): Response =>
  problem(429, "too-many-requests", "Too many requests", {}, { "retry-after": String(Math.ceil(waitMs / 1000)) });
