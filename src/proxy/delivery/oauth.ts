import { isObject } from "#lead/json.ts";
import type { Transport } from "./crm.ts";
import { sealWith } from "../guard/seal.ts";
import type { Kept } from "../store/kept.ts";

/** The `Authorization` header toward the CRM, another one than `rejected` where there is one. */
export type Authorization = (rejected?: string) => Promise<string>;

/** No access token can be had: nothing was sent. `refused` when the CRM will not give us one. */
export class NoToken extends Error {
  readonly refused: boolean;
  constructor(refused: boolean) {
    super("no access token");
    this.refused = refused;
  }
}

export interface OauthClient {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the client shows who it is: two of Lofty's pages disagree (API.md 1). */
  readonly clientAuth: "body" | "basic";
  /** The refresh token we were configured with; a newer one is kept in the store. */
  readonly refreshToken: string;
}

interface Settings extends OauthClient {
  readonly kept: Kept;
  readonly transport: Transport;
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
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
 * Access tokens by OAuth, renewed before they expire and when one is rejected, by one request however many wait for it.
 * A new refresh token is on disk, sealed with the client's secret, before the access token that came with it is used.
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
  const renewBy = async (refresh: string): Promise<Tokens | undefined> => {
    const answer = await ask(settings, refresh);
    if (answer === undefined) return undefined;
    const livesMs = (answer.expiresSeconds * 1000) / timeScale;
    const renewAt = now() + livesMs - Math.min(livesMs / 5, 300_000);
    const fresh = { access: answer.access, refresh: answer.refresh ?? refresh, renewAt };
    await kept.write(name, seal(JSON.stringify(fresh)));
    return fresh;
  };
  /** Another proxy on the same database was faster and used it up; what it got may take it a moment to store. */
  const renewedByAnother = async (used: string, rejected: string | undefined): Promise<Tokens | undefined> => {
    for (let looks = 0; looks < mostLooks; looks++) {
      const onDisk = await stored();
      if (onDisk && onDisk.refresh !== used) return good(onDisk, rejected) ?? renewBy(onDisk.refresh);
      await new Promise<void>((resolve) => after(lookMs, resolve));
    }
    return undefined;
  };
  const renew = async (rejected: string | undefined): Promise<Tokens> => {
    const onDisk = await stored();
    const first = onDisk?.refresh ?? settings.refreshToken;
    const renewed = good(onDisk, rejected) ?? (await renewBy(first)) ?? (await renewedByAnother(first, rejected));
    if (renewed) return renewed;
    // The configured one counts again when the kept one is refused: someone has signed us in anew.
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

/** One refresh; undefined when the refresh token is not taken. */
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
  // A token is sent as a header: anything else in it is refused here.
  if (!response.ok || typeof access !== "string" || !/^[\w.~+/=-]+$/.test(access)) throw new NoToken(false);
  return { access, refresh: typeof next === "string" ? next : undefined, expiresSeconds: Number(expires) || 600 };
}
