import { gateway, type Refusal } from "./reply.ts";
import type { World } from "./world.ts";

const badCredentials = gateway(401, "BAD_CREDENTIALS", "Bad credentials");
/** Observed for `Bearer` with an API key. It is not a 401 (LOFTY.md 1). */
const noSuchUser = gateway(400, 200058, "User in token does not exist.");
const noScope = gateway(403, 200100, "Sorry, the vendor does not have permission for this API.");

/**
 * Checks `Authorization: token <key>` (lower case) or `Bearer <OAuth access token>` (LOFTY.md 1). Returns a refusal or
 * undefined.
 */
export function authorise(world: World, authorization: string | null): Refusal | undefined {
  const { settings, key } = world;
  if (settings.auth === "refuse") return badCredentials;
  if (settings.auth === "user-gone") return noSuchUser;
  const [, scheme, credential] = /^(\S+) +(\S+)$/.exec(authorization ?? "") ?? [];
  if (scheme === "Bearer" && credential === key) return noSuchUser;
  const isKnown = scheme === "token" ? credential === key : scheme === "Bearer" && isLive(world, credential ?? "");
  if (!isKnown) return badCredentials;
  return settings.auth === "no-scope" ? noScope : undefined;
}

function isLive({ tokens, now, scaled, settings }: World, token: string): boolean {
  const givenAt = tokens.access.get(token);
  return givenAt !== undefined && now() < givenAt + scaled(settings.tokenExpiresSeconds * 1000);
}
