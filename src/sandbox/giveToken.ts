import { ok, type Success } from "./reply.ts";
import { sampleClient } from "./tokens.ts";
import type { World } from "./world.ts";

/**
 * POST /oauth/token, form-encoded. The client's secret is in the form or in Basic authorization (LOFTY.md 1, variants A
 * and B).
 */
export function giveToken(world: World, form: URLSearchParams, authorization: string | null): Success {
  if (!isClient(form, authorization)) return oauthError(401, "invalid_client");
  const grant = form.get("grant_type");
  if (grant === "client_credentials" && form.get("customer_key") === world.key) return give(world);
  if (grant !== "refresh_token") return oauthError(400, "unsupported_grant_type");
  const { refresh } = world.tokens;
  const used = form.get("refresh_token") ?? "";
  if (!refresh.has(used)) return oauthError(400, "invalid_grant");
  if (world.settings.refreshTokens === "keep") return give(world);
  if (world.settings.refreshTokens === "rotate") refresh.delete(used);
  const next = `sandbox-refresh-${word(world)}`;
  refresh.add(next);
  return give(world, { refresh_token: next });
}

function give(world: World, more: object = {}): Success {
  const token = `sandbox-access-${word(world)}`;
  world.tokens.access.set(token, world.now());
  const json = {
    access_token: token,
    expires_in: world.settings.tokenExpiresSeconds,
    token_type: "Bearer",
    scope: "leads",
  };
  return { ...ok({ ...json, ...more }), headers: { "cache-control": "no-store" } };
}

const oauthError = (status: number, error: string): Success => ({ status, json: { error } });

const word = ({ random }: World) => Math.floor(random() * 2 ** 48).toString(36);

function isClient(form: URLSearchParams, authorization: string | null): boolean {
  const { clientId, clientSecret } = sampleClient;
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
  const isInForm = form.get("client_id") === clientId && form.get("client_secret") === clientSecret;
  return authorization === null ? isInForm : authorization === basic;
}
