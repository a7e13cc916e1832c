import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from "node:crypto";

/** The two keys of a week: one encrypts texts, one makes marks of email addresses and phones. */
export interface Key {
  readonly text: KeyObject;
  readonly mark: KeyObject;
}

export const secretBytes = 32;
/** The layout of a sealed text: this byte, the week (4 bytes), nonce, tag, ciphertext. */
const format = 1;
const weekEnd = 5;
const nonceEnd = weekEnd + 12;
const tagEnd = nonceEnd + 16;
const cipher = "aes-256-gcm";
/** In base64url characters. */
const markLength = 22;

export function keyFrom(secret: Uint8Array): Key {
  // A key object is prepared once. With raw bytes, each text costs ten times as much.
  const derived = (use: string) =>
    createSecretKey(new Uint8Array(hkdfSync("sha256", secret, "", `foyer ${use}`, secretBytes)));
  return { text: derived("text"), mark: derived("mark") };
}

const nonceLength = nonceEnd - weekEnd;
const nonces = Buffer.alloc(256 * nonceLength);
let nextAt = nonces.length;

/** Returns random bytes that no other nonce has used. To ask for many at once costs a tenth. */
function nextNonce(): Uint8Array {
  if (nextAt === nonces.length) {
    randomFillSync(nonces);
    nextAt = 0;
  }
  nextAt += nonceLength;
  return nonces.subarray(nextAt - nonceLength, nextAt);
}

/** Encrypts a text with the key of a week. `place` names row and column: decryption fails at any other place. */
export function seal(key: Key, week: number, text: string, place: string): Uint8Array {
  const plain = Buffer.from(text);
  const whole = Buffer.allocUnsafe(tagEnd + plain.length);
  whole[0] = format;
  whole.writeInt32BE(week, 1);
  const nonce = whole.subarray(weekEnd, nonceEnd);
  nonce.set(nextNonce());
  const sealing = createCipheriv(cipher, key.text, nonce).setAAD(Buffer.from(place));
  whole.set(sealing.update(plain), tagEnd);
  sealing.final();
  whole.set(sealing.getAuthTag(), nonceEnd);
  return whole;
}

/** Returns the week of a sealed text; undefined when it is not one. */
export function weekOfSealed(sealed: Uint8Array): number | undefined {
  if (sealed.length < tagEnd || sealed[0] !== format) return undefined;
  return new DataView(sealed.buffer, sealed.byteOffset).getInt32(1);
}

/** Returns the plain text. Throws when the key or the place differs, or when the text is damaged. */
export function open(key: Key, sealed: Uint8Array, place: string): string {
  const opening = createDecipheriv(cipher, key.text, sealed.subarray(weekEnd, nonceEnd));
  opening.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(nonceEnd, tagEnd));
  return opening.update(sealed.subarray(tagEnd), undefined, "utf8") + opening.final("utf8");
}

/**
 * Returns the stored form of an email address or a phone. Equal values of one week have equal marks; without the key a
 * mark reveals nothing.
 */
export const markOf = (key: Key, value: string): string =>
  `~${createHmac("sha256", key.mark).update(value).digest("base64url").slice(0, markLength)}`;
