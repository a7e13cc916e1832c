import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Kept } from "../store/kept.ts";

/** Signed times at which a form on a web page was opened. */
export interface FormTimes {
  /** Returns the time now, signed. */
  readonly token: () => string;
  /** Returns how long ago a token was issued, in milliseconds. Undefined: we did not issue it. */
  readonly ageMs: (token: string) => number | undefined;
}

export async function formTimesIn(kept: Kept, now: () => number): Promise<FormTimes> {
  const key = await kept.readOr("form-time-key", randomBytes(32).toString("base64url"));
  const sign = (text: string) => createHmac("sha256", key).update(text).digest().subarray(0, 16);
  return {
    token: () => {
      const text = String(now());
      return `${text}.${sign(text).toString("base64url")}`;
    },
    ageMs: (token) => {
      const [, text = "", signature = ""] = /^(\d{1,15})\.([\w-]{22})$/.exec(token) ?? [];
      const given = Buffer.from(signature, "base64url");
      const isOurs = given.length === 16 && timingSafeEqual(sign(text), given);
      return isOurs ? now() - Number(text) : undefined;
    },
  };
}
