import { randomBytes } from "node:crypto";
import type { Passcode } from "./passcode.ts";
import type { Driver } from "../store/driver.ts";

/** Who asks: staff, a session that can only create at its station (a kiosk, a form link), or a stranger. */
export type Who =
  { readonly role: "staff" } | { readonly role: "kiosk"; readonly station: string } | { readonly role: "stranger" };

/** What a request's cookie says. */
export interface Seen {
  readonly who: Who;
  /** Names the session without giving it away. */
  readonly session?: string;
  /** The cookie that takes this one's place: a session's token is a day old at most. */
  readonly renewed?: string;
}

export interface Sessions {
  readonly seen: (cookie: string | undefined) => Promise<Seen>;
  /** Ends the session of `cookie`, if any, and opens another; undefined when the passcode is wrong. */
  readonly open: (passcode: string, station: string | undefined, cookie?: string) => Promise<string | undefined>;
  /** Puts a kiosk's session in the place of `cookie`'s: the device is for visitors from now on. */
  readonly handOver: (station: string, cookie?: string) => Promise<string>;
  /** A session for one station until a time (milliseconds), by a form link. */
  readonly grant: (station: string, until: number) => Promise<string>;
  readonly close: (cookie: string | undefined) => Promise<void>;
  /** Ends every session but this one. */
  readonly closeOthers: (cookie: string | undefined) => Promise<void>;
  /** The cookie that clears a session. */
  readonly cleared: string;
}

interface Settings {
  readonly driver: Driver;
  readonly now: () => number;
  /** While none is set every request counts as staff (sandbox mode only). */
  readonly passcode: Passcode;
  readonly secure: boolean;
}

const dayMs = 24 * 60 * 60_000;
const lifeMs = 30 * dayMs;

/** Sessions live in the store as marks of their tokens under the passcode; the cookie can be read by no script. */
export function sessionsIn({ driver, now, passcode, secure }: Settings): Sessions {
  const { query } = driver;
  const hash = (token: string) => passcode.mark(token).toString("hex");
  const name = secure ? "__Host-foyer" : "foyer";
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
  const tokenIn = (cookie: string | undefined) =>
    cookie
      ?.split(/;\s*/)
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  const begin = async (role: "staff" | "kiosk" | "link", station: string | null, until: number, replaces?: string) => {
    const token = randomBytes(32).toString("base64url");
    await query("DELETE FROM sessions WHERE expires_at <= $1", [now()]);
    await query("INSERT INTO sessions (token, role, station, expires_at, replaces) VALUES ($1, $2, $3, $4, $5)", [
      ...[hash(token), role, station, until, replaces ?? null],
    ]);
    return `${name}=${token}; ${attributes}; Max-Age=${Math.ceil((until - now()) / 1000)}`;
  };
  /** Requests that come together get one new session; the old one ends when the new one is first used. */
  const renewing = new Map<string, Promise<string>>();
  const close = async (cookie: string | undefined) => {
    const token = tokenIn(cookie);
    if (token) await query("DELETE FROM sessions WHERE token = $1 OR replaces = $1", [hash(token)]);
  };
  const replace = async (cookie: string | undefined, station?: string) => {
    await close(cookie);
    return begin(station === undefined ? "staff" : "kiosk", station ?? null, now() + lifeMs);
  };
  const unknown = { who: { role: passcode.isSet ? "stranger" : "staff" } } as const;
  return {
    cleared: `${name}=; ${attributes}; Max-Age=0`,
    seen: async (cookie) => {
      const token = tokenIn(cookie);
      if (!token) return unknown;
      const session = hash(token);
      const [row] = await query("SELECT * FROM sessions WHERE token = $1 AND expires_at > $2", [session, now()]);
      if (!row) return unknown;
      const { role, replaces } = row;
      if (replaces !== null) {
        await driver.batch([
          ["DELETE FROM sessions WHERE token = $1", [replaces ?? null]],
          ["UPDATE sessions SET replaces = NULL WHERE token = $1", [session]],
        ]);
        renewing.delete(String(replaces));
      }
      const station = row["station"] === null ? null : String(row["station"]);
      const who: Who = station === null ? { role: "staff" } : { role: "kiosk", station };
      if (role === "link" || Number(row["expires_at"]) > now() + lifeMs - dayMs) return { who, session };
      const renewal =
        renewing.get(session) ?? begin(role === "staff" ? "staff" : "kiosk", station, now() + lifeMs, session);
      renewing.set(session, renewal);
      return { who, session, renewed: await renewal };
    },
    open: async (given, station, cookie) => ((await passcode.isRight(given)) ? replace(cookie, station) : undefined),
    handOver: (station, cookie) => replace(cookie, station),
    grant: (station, until) => begin("link", station, until),
    close,
    closeOthers: async (cookie) =>
      void (await query("DELETE FROM sessions WHERE token <> $1 AND coalesce(replaces, '') <> $1", [
        hash(tokenIn(cookie) ?? ""),
      ])),
  };
}
