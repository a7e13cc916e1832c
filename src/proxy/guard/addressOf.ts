import { isIP } from "node:net";
import type { Context } from "hono";

/**
 * Returns the client: the socket's address, or the one that the nearest of our `proxies` proxies wrote (TRUST_PROXY).
 * Earlier values in the header may be forged.
 */
export function addressOf(c: Context, proxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const written = proxies > 0 ? (c.req.header("x-forwarded-for")?.split(",").at(-proxies) ?? "") : "";
  return clientIn(written) ?? clientIn(incoming?.socket?.remoteAddress ?? "") ?? "local";
}

/**
 * Returns the client for an address as proxies write it; removes brackets, port and zone. An IPv4 address is one
 * client, also inside an IPv6 one. An IPv6 /64 network is one client. Undefined for an invalid address.
 */
export function clientIn(written: string): string | undefined {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/^"(.*)"$/, "$1");
  const [, bracketed, version4] = /^(?:\[([^\]]*)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(text) ?? [];
  const address = (bracketed ?? version4 ?? text).replace(/%.*$/, "");
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : undefined;
  const groups = groupsOf(address);
  const [seventh = 0, eighth = 0] = groups.slice(6);
  if (holdsVersion4.test(groups.slice(0, 6).join(":")))
    return [seventh >> 8, seventh & 255, eighth >> 8, eighth & 255].join(".");
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":");
}

/** ::ffff:0:0/96 (mapped) and 64:ff9b::/96 (translated, RFC 6052), as decimal groups. */
const holdsVersion4 = /^(0:0:0:0:0:65535|100:65435:0:0:0:0)$/;

/** Returns the eight numbers of an IPv6 address in any notation. */
function groupsOf(address: string): readonly number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [before = [], after = []] = hex.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = hex.includes("::") ? Array.from({ length: 8 - before.length - after.length }, () => "0") : [];
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16));
}
