import { calculateJwkThumbprint, compactDecrypt, decodeProtectedHeader, exportJWK, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import type { SealingKey } from "#lead/submission/sealed.ts";
import { seal } from "./seal.ts";

test("seals to the station's key: only the private key opens it, and each sealing differs", async () => {
  const { publicKey, privateKey } = await generateKeyPair("ECDH-ES", { crv: "P-256", extractable: true });
  const jwk = (await exportJWK(publicKey)) as unknown as Omit<SealingKey, "kid">;
  const sealTo = { ...jwk, kid: await calculateJwkThumbprint({ ...jwk }) };
  const content = { lead: { firstName: "Zoë 🌱", phones: ["4155550134"] }, event: null, language: "en" } as const;
  const [sealed, again] = await Promise.all([seal(content, sealTo), seal(content, sealTo)]);

  const { epk, ...header } = decodeProtectedHeader(sealed) as Record<string, unknown>;
  expect(header).toEqual({ alg: "ECDH-ES", enc: "A256GCM", kid: sealTo.kid });
  expect(epk).toMatchObject({ kty: "EC", crv: "P-256" });
  const { plaintext } = await compactDecrypt(sealed, privateKey);
  expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(content);
  expect(again).not.toBe(sealed);
  const other = await generateKeyPair("ECDH-ES", { crv: "P-256" });
  await expect(compactDecrypt(sealed, other.privateKey)).rejects.toThrow("decryption operation failed");
});
