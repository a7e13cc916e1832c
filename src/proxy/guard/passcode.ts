import { createHmac, createSecretKey, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Kept } from "../store/kept.ts";

export interface Passcode {
  readonly isSet: boolean;
  readonly isRight: (given: string) => Promise<boolean>;
  /** Marks a text as ours. Under another passcode it has another mark: what was marked before is nobody's. */
  readonly mark: (text: string) => Buffer;
}

const derive = promisify(scrypt) as (secret: string, salt: string, length: number) => Promise<Buffer>;

/** Nothing is stored by which the passcode could be guessed, only the salt, so that every proxy makes the same marks. */
export async function passcodeIn(kept: Kept, passcode: string | undefined): Promise<Passcode> {
  const salt = await kept.readOr("passcode-salt", randomBytes(16).toString("base64url"));
  const key = await derive(passcode ?? "", salt, 32);
  const marking = createSecretKey(key);
  return {
    isSet: passcode !== undefined,
    isRight: async (given) => passcode !== undefined && timingSafeEqual(await derive(given, salt, 32), key),
    mark: (text) => createHmac("sha256", marking).update(text).digest(),
  };
}
