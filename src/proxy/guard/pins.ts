import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Kept } from "../store/kept.ts";
import { derive } from "./passcode.ts";

/** The PINs with which staff leave a kiosk: one for each station. The store has a salt and a hash of each. */
export interface Pins {
  readonly isSet: (station: string) => Promise<boolean>;
  readonly set: (station: string, pin: string) => Promise<void>;
  readonly isRight: (station: string, given: string) => Promise<boolean>;
}

const length = 32;

export function pinsIn({ read, write }: Kept): Pins {
  const name = (station: string) => `pin:${station}`;
  return {
    isSet: async (station) => (await read(name(station))) !== undefined,
    set: async (station, pin) => {
      const salt = randomBytes(16).toString("base64url");
      await write(name(station), `${salt}.${(await derive(pin, salt, length)).toString("base64url")}`);
    },
    isRight: async (station, given) => {
      const [salt = "", hash = ""] = (await read(name(station)))?.split(".") ?? [];
      const right = Buffer.from(hash, "base64url");
      return right.length === length && timingSafeEqual(await derive(given, salt, length), right);
    },
  };
}
