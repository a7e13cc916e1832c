import { randomBytes } from "node:crypto";
import type { FormLink, FormLinks } from "./formLinks.ts";
import { cookiesOf, deviceCookies } from "./cookies.ts";
import type { Passcode } from "./passcode.ts";
import type { Driver } from "../store/driver/driver.ts";
import type { Who } from "./who.ts";

/** What a request's cookies say. */
export interface Seen {
  readonly who: Who;
  /**
   * An identifier of the session that does not reveal its token. Absent for form links, because anyone can open many.
   */
  readonly session?: string;
  /** The session's device was revoked: the sender counts as a stranger until staff sign in there again. */
  readonly isRevoked?: true;
  /** The cookie that replaces this one, once its token is a day old. */
  readonly renewed?: string;
}

export interface Sessions {
  readonly seen: (cookie: string | undefined) => Promise<Seen>;
  /**
   * Ends the session of `cookie`, if any, and opens a new one. Returns its cookie; undefined when the passcode is
   * wrong.
   */
  readonly open: (
    passcode: string,
    station: string | undefined,
    cookie?: string,
    device?: string,
  ) => Promise<string | undefined>;
  /**
   * Replaces the session of `cookie`: at once by a kiosk's if `station` is given, else by staff's once it is used: if
   * this answer is lost, the tablet is still the kiosk's. The caller checks the PIN.
   */
  readonly handOver: (station: string | undefined, cookie?: string) => Promise<string>;
  /**
   * Returns the cookie of a form link: its signed token. Nothing is stored, because anyone may open links. A browser that
   * opens one from another site sends no cookie and must not lose its session, so the link has a cookie of its own.
   */
  readonly grant: (link: FormLink) => Promise<string>;
  /** Ends the session of `cookie`. For a form link, `cleared` does it. */
  readonly close: (cookie: string | undefined) => Promise<void>;
  readonly closeOthers: (cookie: string | undefined) => Promise<void>;
  /** The cookies to clear after `close`. */
  readonly cleared: readonly string[];
  /** Returns the device id in `cookie`, if the right passcode was once entered on that device. */
  readonly device: (cookie: string | undefined) => string | undefined;
  /** Returns a new device with its cookie. */
  readonly newDevice: () => { readonly id: string; readonly cookie: string };
  /**
   * Returns the device of a session, or of the device cookie when there is no session. A session without a device gets
   * one, with a cookie if the device is new. Undefined for a form link.
   */
  readonly deviceFor: (cookie: string | undefined) => Promise<{ readonly id?: string; readonly cookie?: string }>;
}

interface Settings {
  readonly driver: Driver;
  readonly now: () => number;
  /** While it is not set, every request counts as staff (sandbox mode only). */
  readonly passcode: Passcode;
  readonly links: Pick<FormLinks, "token" | "read">;
  readonly secure: boolean;
}

const dayMs = 24 * 60 * 60_000;
const lifeMs = 30 * dayMs;
const aToken = /^[\w-]{43}$/;

/**
 * Sessions in the store. The store holds a hash of each token, made with the passcode. Scripts cannot read the cookie.
 */
export function sessionsIn({ driver, now, passcode, links, secure }: Settings): Sessions {
  const { query } = driver;
  const hash = (token: string) => passcode.mark(token).toString("hex");
  const cookies = cookiesOf(secure);
  const { cookieOf, valueIn } = cookies;
  const { device, newDevice } = deviceCookies(cookies, passcode);
  /** Returns the hash of a cookie's token; undefined for an invalid token, which needs no query. */
  const markIn = (cookie: string | undefined) => {
    const token = valueIn(cookie, "session");
    return token !== undefined && aToken.test(token) ? hash(token) : undefined;
  };
  const newToken = () => randomBytes(32).toString("base64url");
  const begin = async (station: string | undefined, device: string | null, replaces?: string) => {
    const [token, until] = [newToken(), now() + lifeMs];
    const role = station === undefined ? "staff" : "kiosk";
    await query(
      "INSERT INTO sessions (token, role, station, expires_at, device, replaces) VALUES ($1, $2, $3, $4, $5, $6)",
      [...[hash(token), role, station ?? null, until, device, replaces ?? null]],
    );
    return cookieFor("session", token, until);
  };
  const cookieFor = (kind: "session" | "link", value: string, until: number) =>
    cookieOf(kind, value, Math.ceil((until - now()) / 1000));
  const end = async (mark: string | undefined) => {
    if (mark) await query("DELETE FROM sessions WHERE token = $1 OR replaces = $1", [mark]);
  };
  const replace = async (cookie: string | undefined, station?: string, device?: string) => {
    const mark = markIn(cookie);
    const known = device ?? (await rowOf(mark))?.device ?? null;
    if (station !== undefined) await end(mark);
    return begin(station, known, station === undefined ? mark : undefined);
  };
  const rowOf = async (mark: string | undefined) => {
    if (mark === undefined) return undefined;
    const [row] = await query(
      `SELECT sessions.*, revoked_at FROM sessions LEFT JOIN devices ON devices.id = device
       WHERE token = $1 AND expires_at > $2`,
      [mark, now()],
    );
    if (!row) return undefined;
    const { role, station, replaces, expires_at: until } = row;
    const device = row["device"] as string | null;
    return { mark, role, station, replaces, until, device, isRevoked: row["revoked_at"] !== null };
  };
  type Found = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
  /** Ends the old token once the new one is used. Until then, both are valid. */
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
  /** Concurrent requests get the same new session. The old one ends when the new one is first used. */
  const renewing = new Map<string, Promise<string | undefined>>();
  /**
   * Returns undefined when the session has ended meanwhile, or when the store cannot write: then the old session
   * continues, and the next request retries.
   */
  const renew = (mark: string): Promise<string | undefined> => {
    const known = renewing.get(mark);
    if (known) return known;
    const [token, until] = [newToken(), now() + lifeMs];
    const renewal = query(
      `INSERT INTO sessions (token, role, station, expires_at, replaces, device)
       SELECT $1, role, station, $2, token, device FROM sessions WHERE token = $3 RETURNING token`,
      [hash(token), until, mark],
    ).then(
      (begun) => (begun.length > 0 ? cookieFor("session", token, until) : void renewing.delete(mark)),
      () => void renewing.delete(mark),
    );
    renewing.set(mark, renewal);
    return renewal;
  };
  const unknown = { role: passcode.isSet ? "stranger" : "staff" } as const;
  return {
    cleared: [cookieOf("session", "", 0), cookieOf("link", "", 0)],
    seen: async (cookie) => {
      const found = await rowOf(markIn(cookie));
      const link = await links.read(valueIn(cookie, "link") ?? "");
      const opened = link && { link: link.station, ...(link.event !== undefined && { linkEvent: link.event }) };
      if (!found) {
        if (!opened || unknown.role === "staff") return { who: { ...unknown, ...opened } };
        return { who: { role: "kiosk", station: opened.link, ...opened } };
      }
      if (found.isRevoked) return { who: { role: "stranger", ...opened }, isRevoked: true };
      const { mark: session, station, replaces, until } = found;
      if (replaces !== null) await settle(found);
      // A link that was once opened on a kiosk's tablet must not turn the kiosk's page into the form of the link.
      const beside = opened?.link === station ? undefined : opened;
      const who: Who = {
        ...(station === null ? { role: "staff" } : { role: "kiosk", station: String(station) }),
        ...beside,
      };
      if (Number(until) > now() + lifeMs - dayMs) return { who, session };
      const renewed = await renew(found.mark);
      return { who, session, ...(renewed === undefined ? {} : { renewed }) };
    },
    open: async (given, station, cookie, device) => {
      if (!(await passcode.isRight(given))) return undefined;
      if (device !== undefined) await query("UPDATE devices SET revoked_at = NULL WHERE id = $1", [device]);
      return replace(cookie, station, device);
    },
    handOver: (station, cookie) => replace(cookie, station),
    grant: async (link) => cookieFor("link", await links.token(link), link.until),
    close: (cookie) => end(markIn(cookie)),
    closeOthers: async (cookie) =>
      void (await query("DELETE FROM sessions WHERE token <> $1 AND coalesce(replaces, '') <> $1", [
        markIn(cookie) ?? "",
      ])),
    device,
    newDevice,
    deviceFor: async (cookie) => {
      const found = await rowOf(markIn(cookie));
      if (found?.device) return { id: found.device };
      if (!found && passcode.isSet) return {};
      const known = device(cookie);
      const fresh = known === undefined ? newDevice() : { id: known };
      if (found) await query("UPDATE sessions SET device = $2 WHERE token = $1", [found.mark, fresh.id]);
      return fresh;
    },
  };
}
