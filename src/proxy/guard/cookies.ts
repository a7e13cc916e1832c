import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Passcode } from "./passcode.ts";

type Kind = "session" | "link" | "device";

/** Returns functions that write and read our cookies. Scripts cannot read them. */
export function cookiesOf(secure: boolean) {
  const name = secure ? "__Host-foyer" : "foyer";
  const names = { session: name, link: `${name}-link`, device: `${name}-device` } as const;
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
  return {
    cookieOf: (kind: Kind, value: string, seconds: number) =>
      `${names[kind]}=${value}; ${attributes}; Max-Age=${seconds}`,
    valueIn: (cookie: string | undefined, kind: Kind) =>
      cookie
        ?.split(/;\s*/)
        .find((part) => part.startsWith(`${names[kind]}=`))
        ?.slice(names[kind].length + 1),
  };
}

/** The longest time that browsers keep a cookie. */
const deviceLifeSeconds = 400 * 24 * 60 * 60;

/** A cookie that identifies a device after its session has ended. It is signed with the passcode. */
export function deviceCookies({ cookieOf, valueIn }: ReturnType<typeof cookiesOf>, passcode: Passcode) {
  const sign = (id: string) => passcode.mark(`device ${id}`);
  return {
    /** Returns the device id in `cookie`, if the right passcode was once entered on that device. */
    device: (cookie: string | undefined): string | undefined => {
      const value = valueIn(cookie, "device");
      if (value === undefined) return undefined;
      const [id = "", mark = ""] = value.split(".");
      const right = sign(id);
      const given = Buffer.from(mark, "base64url");
      return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
    },
    /** Returns a new device with its cookie. */
    newDevice: () => {
      const id = randomBytes(16).toString("base64url");
      return { id, cookie: cookieOf("device", `${id}.${sign(id).toString("base64url")}`, deviceLifeSeconds) };
    },
  };
}
