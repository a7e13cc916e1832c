import { isIP } from "node:net";

/**
 * Without a passcode whoever reaches us is staff, also another site's page under a name that its owner leads here (DNS
 * rebinding). Nobody else can lead a bare address, a name without a dot or a `.local` one anywhere.
 */
export function isForeignHost(request: Request, ownNames: readonly string[]): boolean {
  const name = new URL(request.url).hostname.replace(/\.$/, "");
  const isOfThisNetwork = !name.includes(".") || /\.(local|localhost)$/.test(name);
  return !isOfThisNetwork && isIP(name) === 0 && !ownNames.includes(name);
}
