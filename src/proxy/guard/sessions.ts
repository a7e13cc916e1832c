import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Passcode } from "./passcode.ts";
import type { Driver } from "../store/driver.ts";

/**
 * Who asks: staff, a session that can only create at its station (a kiosk), or a stranger. `link`: the station whose
 * visitors' form was opened by a form link, beside whatever the session is.
 */
export type Who = (
  { readonly role: "staff" } | { readonly role: "kiosk"; readonly station: string } | { readonly role: "stranger" }
) & { readonly link?: string };

/** What a request's cookies say. */
export interface Seen {
  readonly who: Who;
  /** Names the session without giving it away. A form link opens as many as are asked for: it names none. */
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
  /**
   * A session for one station until a time (milliseconds), by a form link. It has a cookie of its own: who opens a link
   * from another site's page sends us no cookie, and must not lose the session that is there.
   */
  readonly grant: (station: string, until: number) => Promise<string>;
  /** Ends the session and the link's session of `cookie`. */
  readonly close: (cookie: string | undefined) => Promise<void>;
  /** Ends every session but this one. */
  readonly closeOthers: (cookie: string | undefined) => Promise<void>;
  /** The cookies that clear what `close` ended. */
  readonly cleared: readonly string[];
  /** The device of `cookie`, if the passcode was once typed on it. */
  readonly device: (cookie: string | undefined) => string | undefined;
  /** The cookie by which a device is known again after its session has ended. */
  readonly newDevice: () => string;
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
/** The longest that browsers keep a cookie. */
const deviceLifeSeconds = 400 * 24 * 60 * 60;
const aToken = /^[\w-]{43}$/;

/** Sessions live in the store as marks of their tokens under the passcode; the cookie can be read by no script. */
export function sessionsIn({ driver, now, passcode, secure }: Settings): Sessions {
  const { query } = driver;
  const hash = (token: string) => passcode.mark(token).toString("hex");
  const name = secure ? "__Host-foyer" : "foyer";
  const names = { session: name, link: `${name}-link`, device: `${name}-device` } as const;
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
  const cookieOf = (kind: keyof typeof names, value: string, seconds: number) =>
    `${names[kind]}=${value}; ${attributes}; Max-Age=${seconds}`;
  const valueIn = (cookie: string | undefined, kind: keyof typeof names) =>
    cookie
      ?.split(/;\s*/)
      .find((part) => part.startsWith(`${names[kind]}=`))
      ?.slice(names[kind].length + 1);
  /** The mark of a cookie's token. What cannot be a token is not looked for. */
  const markIn = (cookie: string | undefined, kind: "session" | "link") => {
    const token = valueIn(cookie, kind);
    return token !== undefined && aToken.test(token) ? hash(token) : undefined;
  };
  const begin = async (role: "staff" | "kiosk" | "link", station: string | null, until: number, replaces?: string) => {
    const token = randomBytes(32).toString("base64url");
    await query("INSERT INTO sessions (token, role, station, expires_at, replaces) VALUES ($1, $2, $3, $4, $5)", [
      ...[hash(token), role, station, until, replaces ?? null],
    ]);
    return cookieOf(role === "link" ? "link" : "session", token, Math.ceil((until - now()) / 1000));
  };
  const end = async (mark: string | undefined) => {
    if (mark) await query("DELETE FROM sessions WHERE token = $1 OR replaces = $1", [mark]);
  };
  const replace = async (cookie: string | undefined, station?: string) => {
    await end(markIn(cookie, "session"));
    return begin(station === undefined ? "staff" : "kiosk", station ?? null, now() + lifeMs);
  };
  const rowOf = async (mark: string | undefined) => {
    if (mark === undefined) return undefined;
    const [row] = await query("SELECT * FROM sessions WHERE token = $1 AND expires_at > $2", [mark, now()]);
    return (
      row && { mark, role: row["role"], station: row["station"], replaces: row["replaces"], until: row["expires_at"] }
    );
  };
  type Found = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
  /** The new one is used: the old one ends. Until that can be written, both are good. */
  const settle = ({ mark, replaces }: Found) =>
    driver
      .batch([
        ["DELETE FROM sessions WHERE token = $1", [replaces ?? null]],
        ["UPDATE sessions SET replaces = NULL WHERE token = $1", [mark]],
      ])
      .then(
        () => void renewing.delete(String(replaces)),
        () => undefined,
      );
  /** Requests that come together get one new session; the old one ends when the new one is first used. */
  const renewing = new Map<string, Promise<string | undefined>>();
  /** Undefined when it cannot be written now: the old session goes on, and the next request tries again. */
  const renew = ({ mark, role, station }: Found): Promise<string | undefined> => {
    const known = renewing.get(mark);
    if (known) return known;
    const renewal = begin(role === "staff" ? "staff" : "kiosk", station as string | null, now() + lifeMs, mark).catch(
      () => void renewing.delete(mark),
    );
    renewing.set(mark, renewal);
    return renewal;
  };
  const unknown = { role: passcode.isSet ? "stranger" : "staff" } as const;
  const linkIn = async (cookie: string | undefined) => (await rowOf(markIn(cookie, "link")))?.station;
  return {
    cleared: [cookieOf("session", "", 0), cookieOf("link", "", 0)],
    seen: async (cookie) => {
      const found = await rowOf(markIn(cookie, "session"));
      // Before links had a cookie of their own they were in this one.
      const link = (found?.role === "link" ? found.station : await linkIn(cookie)) ?? undefined;
      const opened = link === undefined ? {} : { link: String(link) };
      if (!found || found.role === "link") {
        if (link === undefined || unknown.role === "staff") return { who: { ...unknown, ...opened } };
        return { who: { role: "kiosk", station: String(link), ...opened } };
      }
      const { mark: session, station, replaces, until } = found;
      if (replaces !== null) await settle(found);
      const who: Who = {
        ...(station === null ? { role: "staff" } : { role: "kiosk", station: String(station) }),
        ...opened,
      };
      if (Number(until) > now() + lifeMs - dayMs) return { who, session };
      const renewed = await renew(found);
      return { who, session, ...(renewed === undefined ? {} : { renewed }) };
    },
    open: async (given, station, cookie) => ((await passcode.isRight(given)) ? replace(cookie, station) : undefined),
    handOver: (station, cookie) => replace(cookie, station),
    grant: (station, until) => begin("link", station, until),
    close: async (cookie) => {
      await end(markIn(cookie, "session"));
      await end(markIn(cookie, "link"));
    },
    closeOthers: async (cookie) =>
      void (await query("DELETE FROM sessions WHERE token <> $1 AND coalesce(replaces, '') <> $1", [
        markIn(cookie, "session") ?? "",
      ])),
    device: (cookie) => {
      const [id = "", mark = ""] = valueIn(cookie, "device")?.split(".") ?? [];
      const right = passcode.mark(`device ${id}`);
      const given = Buffer.from(mark, "base64url");
      return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
    },
    newDevice: () => {
      const id = randomBytes(16).toString("base64url");
      return cookieOf("device", `${id}.${passcode.mark(`device ${id}`).toString("base64url")}`, deviceLifeSeconds);
    },
  };
}
