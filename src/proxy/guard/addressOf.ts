import { isIP } from "node:net";
import type { Context } from "hono";

/**
 * Who is at the other end: the socket's address, or what the nearest of `proxies` proxies of ours wrote down
 * (TRUST_PROXY); what came before it in the header anyone may have written. An IPv6 network of 64 bits is one client.
 */
export function addressOf(c: Context, proxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const written = proxies > 0 ? (c.req.header("x-forwarded-for")?.split(",").at(-proxies)?.trim() ?? "") : "";
  const address = isIP(written) ? written : (incoming?.socket?.remoteAddress ?? "local");
  return isIP(address) === 6 && !address.startsWith("::ffff:") ? address.split(":").slice(0, 4).join(":") : address;
}
