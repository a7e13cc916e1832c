import { CompactEncrypt, importJWK } from "jose";
import { sealing, type SealedContent, type SealingKey } from "#lead/submission/sealed.ts";

/**
 * Seals the content of a submission to the proxy's key (`sealTo` of a kiosk station). Returns a compact JWE, the
 * `sealed` of `POST /api/leads`. This device cannot open it. Needs a secure context; throws without one.
 */
export async function seal(content: SealedContent, sealTo: SealingKey): Promise<string> {
  const { kid, ...publicKey } = sealTo;
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ ...sealing, kid })
    .encrypt(await importJWK(publicKey, sealing.alg));
}
