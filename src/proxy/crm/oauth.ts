import { isObject } from "#lead/json.ts";
import type { After } from "../platform/clock.ts";
import type { Transport } from "./crm.ts";
import { sealWith } from "../guard/seal.ts";
import type { OauthClient } from "../platform/environment.ts";
import type { Kept } from "../store/kept.ts";

/** Returns the `Authorization` header for the CRM; another one than `rejected`, if there is one. Throws NoToken. */
export type Authorization = (rejected?: string) => Promise<string>;

/** There is no access token, so nothing was sent. `refused`: the CRM does not give us one. */
export class NoToken extends Error {
  readonly refused: boolean;
  constructor(refused: boolean) {
    super("no access token");
    this.refused = refused;
  }
}

interface Settings extends OauthClient {
  readonly kept: Kept;
  readonly transport: Transport;
  readonly now: () => number;
  readonly after: After;
  readonly timeScale: number;
}

interface Tokens {
  readonly access: string;
  readonly refresh: string;
  readonly renewAt: number;
}

const timeoutMs = 15_000;
const lookMs = 500;
const mostLooks = 6;
const name = "oauth";

/**
 * Gets access tokens by OAuth. Renews them before they expire and when one is rejected, with one request for all
 * waiting callers. A new refresh token is stored, encrypted with the client secret, before its access token is used.
 */
export function oauth(settings: Settings): Authorization {
  const { kept, now, after, timeScale } = settings;
  const { seal, open } = sealWith(settings.clientSecret);
  let tokens: Tokens | undefined;
  let renewing: Promise<Tokens> | undefined;
  const good = (held: Tokens | undefined, rejected: string | undefined) =>
    held !== undefined && now() < held.renewAt && headerOf(held) !== rejected ? held : undefined;

  const stored = async () => {
    const sealed = await kept.read(name);
    const opened = sealed === undefined ? undefined : open(sealed);
    return opened === undefined ? undefined : (JSON.parse(opened) as Tokens);
  };
  /** Keeps tokens that the store could not take: the refresh token before them is used up. */
  let unstored: Tokens | undefined;
  const store = async (fresh: Tokens): Promise<Tokens> => {
    unstored = fresh;
    await kept.write(name, seal(JSON.stringify(fresh)));
    unstored = undefined;
    return fresh;
  };
  const renewBy = async (refresh: string): Promise<Tokens | undefined> => {
    const answer = await ask(settings, refresh);
    if (answer === undefined) return undefined;
    const livesMs = (answer.expiresSeconds * 1000) / timeScale;
    const renewAt = now() + livesMs - Math.min(livesMs / 5, 300_000);
    const fresh = { access: answer.access, refresh: answer.refresh ?? refresh, renewAt };
    return store(fresh);
  };
  /** Another proxy on the same database used this refresh token first. It may need a moment to store the new one. */
  const renewedByAnother = async (used: string, rejected: string | undefined): Promise<Tokens | undefined> => {
    for (let looks = 0; looks < mostLooks; looks++) {
      const onDisk = await stored();
      if (onDisk && onDisk.refresh !== used) return good(onDisk, rejected) ?? renewBy(onDisk.refresh);
      await new Promise<void>((resolve) => after(lookMs, resolve));
    }
    return undefined;
  };
  const renew = async (rejected: string | undefined): Promise<Tokens> => {
    const onDisk = unstored ? await store(unstored) : await stored();
    const first = onDisk?.refresh ?? settings.refreshToken;
    const renewed = good(onDisk, rejected) ?? (await renewBy(first)) ?? (await renewedByAnother(first, rejected));
    if (renewed) return renewed;
    // The stored token is refused: try the configured one, which may be new.
    const anew = first === settings.refreshToken ? undefined : await renewBy(settings.refreshToken);
    if (anew) return anew;
    throw new NoToken(true);
  };
  return async (rejected) => {
    const held = good(tokens, rejected);
    if (held) return headerOf(held);
    renewing ??= renew(rejected).finally(() => (renewing = undefined));
    tokens = await renewing;
    return headerOf(tokens);
  };
}

const headerOf = ({ access }: Tokens) => `Bearer ${access}`;

/** Sends one refresh. Returns undefined when the refresh token is refused. Throws NoToken on other failures. */
async function ask(settings: Settings, refresh: string) {
  const { tokenUrl, clientId, clientSecret, clientAuth, transport, timeScale } = settings;
  const client = clientAuth === "body" ? { client_id: clientId, client_secret: clientSecret } : {};
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
  let response: Response;
  let body: unknown;
  try {
    response = await transport(tokenUrl, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        accept: "application/json",
        ...(clientAuth === "basic" ? { authorization: basic } : {}),
      },
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refresh, ...client }).toString(),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs / timeScale),
    });
    body = await response.json();
  } catch {
    throw new NoToken(false);
  }
  if (response.status === 400 || response.status === 401) return undefined;
  const { access_token: access, refresh_token: next, expires_in: expires } = isObject(body) ? body : {};
  // The token becomes a header, so other characters are refused here.
  if (!response.ok || typeof access !== "string" || !/^[\w.~+/=-]+$/.test(access)) throw new NoToken(false);
  return { access, refresh: typeof next === "string" ? next : undefined, expiresSeconds: Number(expires) || 600 };
}
