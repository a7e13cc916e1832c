import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Station } from "#lead/station/station.ts";
import type { Kept } from "../store/kept.ts";
import type { Passcode } from "./passcode.ts";

/** What a link opens: the form of one station until a time (ms), for leads of an event. */
export interface FormLink {
  readonly station: string;
  readonly until: number;
  /** The event's id. Without it: the station's own event. */
  readonly event?: string;
}

/** Signed links. */
export interface FormLinks {
  readonly token: (link: FormLink) => Promise<string>;
  readonly read: (token: string) => Promise<FormLink | undefined>;
  /** Ends all existing links. */
  readonly endAll: () => Promise<void>;
}

export function formLinksIn(kept: Kept, passcode: Passcode, now: () => number): FormLinks {
  const fresh = () => randomBytes(32).toString("base64url");
  // Read each time, because another proxy may have ended the links.
  const sign = async (text: string) =>
    passcode
      .mark(`${await kept.readOr("link-key", fresh())}.${text}`)
      .subarray(0, 16)
      .toString("base64url");
  return {
    token: async ({ station, until, event }) => {
      const text = [station, until, ...(event === undefined ? [] : [toText(event)])].join(".");
      return `${text}.${await sign(text)}`;
    },
    read: async (token) => {
      const [, text = "", station = "", until = "", event, signature = ""] = shape.exec(token) ?? [];
      // Most requests have no link: they need no query.
      if (text === "" || Number(until) <= now()) return undefined;
      const isOurs = timingSafeEqual(Buffer.from(await sign(text)), Buffer.from(signature));
      if (!isOurs) return undefined;
      return { station, until: Number(until), ...(event === undefined ? {} : { event: fromText(event) }) };
    },
    endAll: () => kept.write("link-key", fresh()),
  };
}

/** Station, end, perhaps the event's id, and the signature. */
const shape = /^(([a-z0-9-]+)\.(\d+)(?:\.([\w-]+))?)\.([\w-]{22})$/;
/** An event's id may have any characters. */
const toText = (id: string) => Buffer.from(id).toString("base64url");
const fromText = (text: string) => Buffer.from(text, "base64url").toString();

const hourMs = 60 * 60_000;

/**
 * Returns the time when the event's day is over everywhere on Earth, in ms. Returns a day from now when the event has
 * no valid date or is over.
 */
export function endOf({ event }: Pick<Station, "event">, now: number): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(event?.date ?? "") ? Date.parse(event?.date ?? "") : NaN;
  const end = day + 36 * hourMs;
  return end > now && end < now + 90 * 24 * hourMs ? end : now + 24 * hourMs;
}
