import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import type { OauthClient } from "./delivery/oauth.ts";

const number = (fallback: number) =>
  z._default(
    z.pipe(
      z.transform((text: unknown) => (typeof text === "string" && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text)),
      z.number(),
    ),
    fallback,
  );
const text = z.optional(z.string());

const schema = z.object({
  PORT: number(8080),
  HOST: z._default(z.string(), "127.0.0.1"),
  DATA_DIR: z._default(z.string(), "data"),
  DATABASE_URL: text,
  LOFTY_BASE_URL: text,
  LOFTY_API_KEY: text,
  LOFTY_ACCESS_TOKEN: text,
  LOFTY_OAUTH_TOKEN_URL: text,
  LOFTY_OAUTH_CLIENT_ID: text,
  LOFTY_OAUTH_CLIENT_SECRET: text,
  LOFTY_OAUTH_REFRESH_TOKEN: text,
  LOFTY_OAUTH_CLIENT_AUTH: z._default(z.enum(["body", "basic"]), "body"),
  LOFTY_RATE_PER_MINUTE: z.optional(number(0)),
  CLIENT_RATE_PER_MINUTE: number(600),
  STATIONS_FILE: text,
  STAFF_PASSCODE: text,
  PUBLIC_ORIGIN: text,
  TRUST_PROXY: number(0),
  RETENTION_DAYS: number(30),
  LOG_LEVEL: z._default(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]), "info"),
  METRICS_TOKEN: text,
  SANDBOX_PORT: number(8081),
  FOYER_TIME_SCALE: number(1),
});

export interface Environment extends Omit<z.infer<typeof schema>, "LOFTY_BASE_URL"> {
  readonly LOFTY_BASE_URL: string;
  /** No credential: the stand-in takes Lofty's place. */
  readonly mode: "sandbox" | "lofty";
  /** The `Authorization` header toward the CRM, or how to get one. */
  readonly authorization: string | OauthClient;
}

/** A configuration that cannot work, in one line for the person who starts us. */
export class Refused extends Error {}

const sandboxKey = "sandbox-key";
const isLoopback = ({ hostname }: URL) => /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname);

/** Reads the environment once. An empty variable counts as unset. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  if (!parsed.success) throw new Refused(`${parsed.error.issues[0]?.path.join(".")}: not understood`);
  const env = parsed.data;
  for (const name of ["PORT", "SANDBOX_PORT"] as const)
    if (!Number.isInteger(env[name]) || env[name] > 65_535) throw new Refused(`${name}: a port is 0 to 65535`);
  const given = [env.LOFTY_API_KEY, env.LOFTY_ACCESS_TOKEN, env.LOFTY_OAUTH_TOKEN_URL].filter(Boolean);
  if (given.length > 1) throw new Refused("set one of LOFTY_API_KEY, LOFTY_ACCESS_TOKEN and LOFTY_OAUTH_TOKEN_URL");
  const mode = given.length > 0 ? "lofty" : "sandbox";
  const base =
    env.LOFTY_BASE_URL ?? (mode === "lofty" ? "https://api.lofty.com" : `http://127.0.0.1:${env.SANDBOX_PORT}`);
  checkBase(base, env.FOYER_TIME_SCALE);
  if (!Number.isInteger(env.TRUST_PROXY)) throw new Refused("TRUST_PROXY: how many proxies stand in front, such as 1");
  if (mode === "lofty" && !env.STAFF_PASSCODE) throw new Refused("STAFF_PASSCODE is required with a Lofty credential");
  for (const name of ["LOFTY_API_KEY", "LOFTY_ACCESS_TOKEN"] as const)
    if (env[name] !== undefined && !/^[\w.~+/=-]+$/.test(env[name]))
      throw new Refused(`${name}: has characters no token has`);
  const authorization =
    oauthOf(env) ??
    (env.LOFTY_ACCESS_TOKEN === undefined
      ? `token ${env.LOFTY_API_KEY ?? sandboxKey}`
      : `Bearer ${env.LOFTY_ACCESS_TOKEN}`);
  return { ...env, LOFTY_BASE_URL: base.replace(/\/+$/, ""), mode, authorization };
}

function oauthOf(env: z.infer<typeof schema>): OauthClient | undefined {
  if (env.LOFTY_OAUTH_TOKEN_URL === undefined) return undefined;
  const names = ["LOFTY_OAUTH_CLIENT_ID", "LOFTY_OAUTH_CLIENT_SECRET", "LOFTY_OAUTH_REFRESH_TOKEN"] as const;
  const [clientId = "", clientSecret = "", refreshToken = ""] = names.map((name) => env[name]);
  const missing = names.find((name) => env[name] === undefined);
  if (missing) throw new Refused(`${missing}: needed with LOFTY_OAUTH_TOKEN_URL`);
  checkAddress("LOFTY_OAUTH_TOKEN_URL", env.LOFTY_OAUTH_TOKEN_URL);
  return {
    tokenUrl: env.LOFTY_OAUTH_TOKEN_URL,
    clientId,
    clientSecret,
    clientAuth: env.LOFTY_OAUTH_CLIENT_AUTH,
    refreshToken,
  };
}

/** Where a credential goes: nowhere without TLS, unless it stays on this machine. */
function checkAddress(name: string, address: string): URL {
  if (!URL.canParse(address)) throw new Refused(`${name}: not a URL`);
  const url = new URL(address);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url)))
    throw new Refused(`${name}: must be https (http only on loopback)`);
  return url;
}

function checkBase(base: string, timeScale: number): void {
  const { hostname } = checkAddress("LOFTY_BASE_URL", base);
  if (timeScale < 1 || (timeScale !== 1 && hostname === "api.lofty.com"))
    throw new Refused("FOYER_TIME_SCALE: 1 or more, and 1 toward api.lofty.com");
}

/** The version in package.json. */
export const version = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }
).version;
