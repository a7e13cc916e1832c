import { isIP } from "node:net";

/**
 * Returns true when the request's host name may belong to another site. Without a passcode every client counts as
 * staff, so another site's page could reach us by DNS rebinding. A bare address, a name without a dot and a `.local`
 * name cannot be rebound.
 */
export function isForeignHost(request: Request, ownNames: readonly string[]): boolean {
  const name = new URL(request.url).hostname.replace(/\.$/, "");
  const isOfThisNetwork = !name.includes(".") || /\.(local|localhost)$/.test(name);
  return !isOfThisNetwork && isIP(name) === 0 && !ownNames.includes(name);
}
