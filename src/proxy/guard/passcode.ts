import { createHmac, createSecretKey, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Kept } from "../store/kept.ts";

export interface Passcode {
  readonly isSet: boolean;
  readonly isRight: (given: string) => Promise<boolean>;
  /** Returns a signature of a text. With another passcode it differs, so earlier signatures become invalid. */
  readonly mark: (text: string) => Buffer;
}

/** Derives a key from a secret. Slow on purpose: a stolen store does not help to guess it. */
export const derive = promisify(scrypt) as (secret: string, salt: string, length: number) => Promise<Buffer>;

/**
 * Stores only a salt, nothing that helps to guess the passcode. With the same salt, every proxy makes the same
 * signatures.
 */
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
