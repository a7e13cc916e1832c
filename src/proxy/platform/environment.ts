import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import * as z from "zod/mini";

/** A text that must pass the check `is`; otherwise this message is shown. */
const text = (is: (given: string) => boolean = () => true, otherwise = "") => z.string().check(z.refine(is, otherwise));
const number = (is: (given: number) => boolean = () => true, otherwise = "") =>
  z.pipe(
    z.transform((given: unknown) => (typeof given === "string" && /^\d+(\.\d+)?$/.test(given) ? Number(given) : given)),
    z.number().check(z.refine(is, otherwise)),
  );
const port = number((given) => Number.isInteger(given) && given <= 65_535, "a port is 0 to 65535");
const credential = z.optional(
  text(
    (given) => /^[\w.~+/=-]+$/.test(given),
    'has characters no token has; the word "token" or "Bearer" in front is added by Foyer',
  ),
);

const part = z.string().check(z.regex(/^[\w-]{43}$/));
/** A private key that kiosks seal to, as a JWK. Other members of a JWK are left out. */
const kioskKey = z
  .object({ kty: z.literal("EC"), crv: z.literal("P-256"), x: part, y: part, d: part })
  .check(z.refine((key) => isKey(key)));
const isKey = (key: object) => {
  try {
    return createPrivateKey({ key: { ...key }, format: "jwk" }).type === "private";
  } catch {
    return false;
  }
};
const kioskKeys = z.pipe(
  z.transform((given: unknown) => {
    try {
      const keys: unknown = JSON.parse(String(given));
      return Array.isArray(keys) ? keys : [keys];
    } catch {
      return undefined;
    }
  }),
  z.array(kioskKey),
);

const schema = z.object({
  PORT: z._default(port, 8080),
  HOST: z._default(text(), "127.0.0.1"),
  DATA_DIR: z._default(text(), "data"),
  DATABASE_URL: z.optional(
    text(
      (given) => /^postgres(ql)?:\/\//.test(given) && URL.canParse(given),
      "an address like postgres://user@host/name",
    ),
  ),
  LOFTY_BASE_URL: z.optional(text()),
  LOFTY_API_KEY: credential,
  LOFTY_ACCESS_TOKEN: credential,
  LOFTY_OAUTH_TOKEN_URL: z.optional(text()),
  LOFTY_OAUTH_CLIENT_ID: z.optional(text()),
  LOFTY_OAUTH_CLIENT_SECRET: z.optional(text()),
  LOFTY_OAUTH_REFRESH_TOKEN: z.optional(text()),
  LOFTY_OAUTH_CLIENT_AUTH: z.optional(z.enum(["body", "basic"])),
  LOFTY_RATE_PER_MINUTE: z.optional(number()),
  CLIENT_RATE_PER_MINUTE: z._default(number(Number.isInteger, "a whole number, or 0 for no limit"), 600),
  FORM_LEAST_SECONDS: z._default(
    number((given) => given >= 0 && given <= 60, "0 to 60"),
    3,
  ),
  STATIONS_FILE: z.optional(text()),
  KIOSK_KEYS: z.optional(kioskKeys),
  // Passcodes longer than 200 are refused at sign-in (sessionRoutes.ts).
  STAFF_PASSCODE: z.optional(
    text((given) => given.trim().length >= 6 && given.length <= 200, "6 to 200 characters, not all of them blank"),
  ),
  PUBLIC_ORIGIN: z.optional(text()),
  TRUST_PROXY: z._default(number(Number.isInteger, "how many proxies stand in front, such as 1"), 0),
  RETENTION_DAYS: z._default(number(), 30),
  LOG_LEVEL: z._default(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]), "info"),
  METRICS_TOKEN: z.optional(text((given) => /^[\x21-\x7e]+$/.test(given), "ASCII without spaces")),
  SANDBOX_PORT: z._default(port, 8081),
  FOYER_TIME_SCALE: z._default(
    number((given) => given >= 1, "1 or more"),
    1,
  ),
});

export interface OauthClient {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the client authenticates: two of Lofty's pages disagree (LOFTY.md 1). */
  readonly clientAuth: "body" | "basic";
  /** The configured refresh token. The store may have a newer one. */
  readonly refreshToken: string;
}

export interface Environment extends Omit<z.infer<typeof schema>, "LOFTY_BASE_URL"> {
  readonly LOFTY_BASE_URL: string;
  /** `sandbox` without a credential: the sandbox replaces Lofty. */
  readonly mode: "sandbox" | "lofty";
  /** The `Authorization` header for the CRM, or how to get one. */
  readonly authorization: string | OauthClient;
  /** The name of the variable with the credential in use, for messages to the administrator. */
  readonly credentialVariable: string;
}

/** An invalid configuration, described in one line for the person who starts the proxy. */
export class Refused extends Error {}

const sandboxKey = "sandbox-key";
const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)$/;
const isLoopback = ({ hostname }: URL) => loopback.test(hostname);

/** Reads and validates the environment. An empty variable counts as unset. Throws `Refused`. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const [{ path, code, message } = { path: [], code: "", message: "" }] = parsed.error.issues;
    if (path[0] === "KIOSK_KEYS") throw new Refused("KIOSK_KEYS: a private JWK (EC, P-256), or a JSON list of them");
    throw new Refused(`${path.join(".")}: ${code === "custom" ? message : "not understood"}`);
  }
  const env = parsed.data;
  const client = oauthOf(env);
  const given = [env.LOFTY_API_KEY, env.LOFTY_ACCESS_TOKEN, client].filter((one) => one !== undefined);
  if (given.length > 1) throw new Refused("set one of LOFTY_API_KEY, LOFTY_ACCESS_TOKEN and LOFTY_OAUTH_*");
  const mode = given.length > 0 ? "lofty" : "sandbox";
  if (!loopback.test(env.HOST) && !env.STAFF_PASSCODE)
    throw new Refused(`STAFF_PASSCODE is required with HOST=${env.HOST}`);
  if (mode === "lofty" && !env.STAFF_PASSCODE) throw new Refused("STAFF_PASSCODE is required with a Lofty credential");
  // The sandbox is on this machine (SANDBOX_PORT). Another address means a real CRM whose credential is missing.
  if (mode === "sandbox" && env.LOFTY_BASE_URL !== undefined)
    throw new Refused("LOFTY_BASE_URL: set LOFTY_API_KEY, LOFTY_ACCESS_TOKEN or LOFTY_OAUTH_* too, or leave it out");
  const authorization =
    client ??
    (env.LOFTY_ACCESS_TOKEN === undefined
      ? `token ${env.LOFTY_API_KEY ?? sandboxKey}`
      : `Bearer ${env.LOFTY_ACCESS_TOKEN}`);
  const credentialVariable = client
    ? "LOFTY_OAUTH_REFRESH_TOKEN"
    : env.LOFTY_ACCESS_TOKEN === undefined
      ? "LOFTY_API_KEY"
      : "LOFTY_ACCESS_TOKEN";
  const sandbox = `http://127.0.0.1:${env.SANDBOX_PORT}`;
  const base =
    mode === "sandbox" ? sandbox : baseOf(env.LOFTY_BASE_URL ?? "https://api.lofty.com", env.FOYER_TIME_SCALE);
  const origin = env.PUBLIC_ORIGIN === undefined ? undefined : originOf(env.PUBLIC_ORIGIN);
  return { ...env, LOFTY_BASE_URL: base, PUBLIC_ORIGIN: origin, mode, authorization, credentialVariable };
}

/** Returns the OAuth client, or undefined without any of its variables. Throws when only some are set. */
function oauthOf(env: z.infer<typeof schema>): OauthClient | undefined {
  const names = ["TOKEN_URL", "CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN"] as const;
  const [tokenUrl = "", clientId = "", clientSecret = "", refreshToken = ""] = names.map(
    (n) => env[`LOFTY_OAUTH_${n}`],
  );
  const missing = names.filter((name) => env[`LOFTY_OAUTH_${name}`] === undefined);
  const clientAuth = env.LOFTY_OAUTH_CLIENT_AUTH;
  if (missing.length === names.length && clientAuth === undefined) return undefined;
  if (missing.length > 0)
    throw new Refused(
      `${missing.map((name) => `LOFTY_OAUTH_${name}`).join(", ")}: needed with the other LOFTY_OAUTH_*`,
    );
  addressIn("LOFTY_OAUTH_TOKEN_URL", tokenUrl);
  return { tokenUrl, clientId, clientSecret, clientAuth: clientAuth ?? "body", refreshToken };
}

/** Returns the address to which a credential is sent. Throws without TLS, except on this machine. */
function addressIn(name: string, address: string): URL {
  if (!URL.canParse(address)) throw new Refused(`${name}: not a URL`);
  const url = new URL(address);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url)))
    throw new Refused(`${name}: must be https (http only on loopback)`);
  if (url.username || url.password) throw new Refused(`${name}: no user or password may be in it`);
  return url;
}

function baseOf(address: string, timeScale: number): string {
  const { origin, pathname, search, hash, hostname } = addressIn("LOFTY_BASE_URL", address);
  if (search || hash) throw new Refused("LOFTY_BASE_URL: ends before ? and #");
  if (/\/v\d/.test(pathname)) throw new Refused("LOFTY_BASE_URL: leave out the version, such as /v1.0: Foyer adds it");
  if (timeScale !== 1 && /^api\.lofty\.com\.?$/.test(hostname))
    throw new Refused("FOYER_TIME_SCALE: 1 toward api.lofty.com");
  return `${origin}${pathname.replace(/\/+$/, "")}`;
}

/** Returns the origin as browsers write it, so that both can be compared. */
function originOf(address: string): string {
  const { protocol, href, origin } = URL.canParse(address) ? new URL(address) : new URL("none:");
  if (!/^https?:$/.test(protocol) || href !== `${origin}/`)
    throw new Refused("PUBLIC_ORIGIN: scheme and host alone, such as https://desk.example.com");
  return origin;
}

/** The version in package.json. */
export const version = (
  JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as { version: string }
).version;
