import { CompactEncrypt, importJWK } from "jose";
import type { SealingKey } from "#lead/submission/sealed.ts";

/** Seals a content as the form does (form/sending/seal.ts). A test may change the header or the plain text. */
export async function sealFor(
  { kid, kty, crv, x, y }: SealingKey,
  content: unknown,
  header: { readonly [name: string]: unknown } = {},
): Promise<string> {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const encrypt = new CompactEncrypt(new TextEncoder().encode(text));
  encrypt.setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM", kid, ...header });
  return encrypt.encrypt(await importJWK({ kty, crv, x, y }, "ECDH-ES"));
}
