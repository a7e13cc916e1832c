import type { Answer } from "./answer.ts";

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])\.?(:\d+)?$/i;

/**
 * Refuses requests from other sites' pages in a browser on this machine, including DNS rebinding. Returns undefined if
 * the request is allowed.
 */
export function refusalOfForeign({ headers }: Request): Answer | undefined {
  const host = headers.get("host") ?? "localhost";
  const origin = headers.get("origin");
  if (loopback.test(host) && (origin === null || origin === `http://${host}`)) return undefined;
  return {
    status: 403,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
    body: JSON.stringify({ message: "Only this machine may ask, and no other site." }),
    way: "whole",
  };
}
