import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Driver } from "./store/driver.ts";

/** Who asks: staff, a kiosk that can only create at its station, or a stranger. */
export type Who =
  { readonly role: "staff" } | { readonly role: "kiosk"; readonly station: string } | { readonly role: "stranger" };

export interface Sessions {
  readonly who: (cookie: string | undefined) => Promise<Who>;
  /** A new session's cookie, or undefined when the passcode is wrong. */
  readonly open: (passcode: string, station: string | undefined) => Promise<string | undefined>;
  readonly close: (cookie: string | undefined) => Promise<void>;
  /** The cookie that clears a session. */
  readonly cleared: string;
}

interface Settings {
  readonly driver: Driver;
  readonly now: () => number;
  /** Without one every request counts as staff (sandbox mode only). */
  readonly passcode: string | undefined;
  readonly secure: boolean;
}

const lifeMs = 30 * 24 * 60 * 60_000;
const derive = promisify(scrypt) as (secret: string, salt: Buffer, length: number) => Promise<Buffer>;

/** Sessions live in the store as hashes of their tokens; the cookie can be read by no script. */
export async function sessionsIn({ driver, now, passcode, secure }: Settings): Promise<Sessions> {
  const salt = randomBytes(16);
  const expected = passcode === undefined ? undefined : await derive(passcode, salt, 32);
  const name = secure ? "__Host-foyer" : "foyer";
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
  const hash = (token: string) => createHash("sha256").update(token).digest("hex");
  const tokenIn = (cookie: string | undefined) =>
    cookie
      ?.split(/;\s*/)
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  return {
    cleared: `${name}=; ${attributes}; Max-Age=0`,
    who: async (cookie) => {
      const token = tokenIn(cookie);
      if (token) {
        const [row] = await driver.query("SELECT role, station FROM sessions WHERE token = $1 AND expires_at > $2", [
          hash(token),
          now(),
        ]);
        if (row)
          return row["role"] === "kiosk" ? { role: "kiosk", station: String(row["station"]) } : { role: "staff" };
      }
      return { role: expected === undefined ? "staff" : "stranger" };
    },
    open: async (given, station) => {
      if (expected === undefined || !timingSafeEqual(await derive(given, salt, 32), expected)) return undefined;
      const token = randomBytes(32).toString("base64url");
      const role = station === undefined ? "staff" : "kiosk";
      await driver.query("INSERT INTO sessions (token, role, station, expires_at) VALUES ($1, $2, $3, $4)", [
        hash(token),
        role,
        station ?? null,
        now() + lifeMs,
      ]);
      return `${name}=${token}; ${attributes}; Max-Age=${lifeMs / 1000}`;
    },
    close: async (cookie) => {
      const token = tokenIn(cookie);
      if (token) await driver.query("DELETE FROM sessions WHERE token = $1", [hash(token)]);
    },
  };
}
