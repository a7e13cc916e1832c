import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Station } from "#lead/station.ts";
import type { Kept } from "../store/kept.ts";
import type { Passcode } from "./passcode.ts";

/** Links that open one station's form, signed by us and good until a time. */
export interface FormLinks {
  readonly token: (station: string, until: number) => Promise<string>;
  readonly read: (token: string) => Promise<{ readonly station: string; readonly until: number } | undefined>;
  /** Ends every link there is. */
  readonly endAll: () => Promise<void>;
}

export function formLinksIn(kept: Kept, passcode: Passcode, now: () => number): FormLinks {
  const fresh = () => randomBytes(32).toString("base64url");
  // Read each time: another proxy may have ended them.
  const sign = async (text: string) =>
    passcode
      .mark(`${await kept.readOr("link-key", fresh())}.${text}`)
      .subarray(0, 16)
      .toString("base64url");
  return {
    token: async (station, until) => `${station}.${until}.${await sign(`${station}.${until}`)}`,
    read: async (token) => {
      const [, station = "", until = "", signature = ""] = /^([a-z0-9-]+)\.(\d+)\.([\w-]{22})$/.exec(token) ?? [];
      const isOurs = timingSafeEqual(Buffer.from(await sign(`${station}.${until}`)), Buffer.from(signature.padEnd(22)));
      return isOurs && Number(until) > now() ? { station, until: Number(until) } : undefined;
    },
    endAll: () => kept.write("link-key", fresh()),
  };
}

const hourMs = 60 * 60_000;

/** When the event's day is over everywhere on Earth; a day from now when it has none we can read, or is over. */
export function endOf({ event }: Pick<Station, "event">, now: number): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(event?.date ?? "") ? Date.parse(event?.date ?? "") : NaN;
  const end = day + 36 * hourMs;
  return end > now && end < now + 90 * 24 * hourMs ? end : now + 24 * hourMs;
}
