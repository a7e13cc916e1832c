import { compactDecrypt, decodeProtectedHeader } from "jose";
import { isObject } from "#lead/json.ts";
import { sealing, type SealedSubmission } from "#lead/submission/sealed.ts";
import { parseSafely } from "../guard/guard.ts";
import type { KioskKeys } from "../store/keys/kioskKeys.ts";

/** The plain body. Only `lead` and the envelope are checked. */
export type Opened = Omit<SealedSubmission, "sealed"> & { readonly lead: Record<string, unknown> } & {
  readonly [key: string]: unknown;
};

const accepted = { keyManagementAlgorithms: [sealing.alg], contentEncryptionAlgorithms: [sealing.enc] };

/**
 * Opens a sealed submission. Returns the same body as its plain submission; undefined when its key is not here, or when
 * it is damaged or no lead. Decrypts once at most.
 */
export async function unseal(
  { sealed, ...envelope }: SealedSubmission,
  keys: Pick<KioskKeys, "find">,
): Promise<Opened | undefined> {
  const kid = kidIn(sealed);
  // An error of the store is not "cannot be opened".
  const key = kid === undefined ? undefined : await keys.find(kid);
  if (key === undefined) return undefined;
  try {
    const { plaintext } = await compactDecrypt(sealed, key, accepted);
    const content = parseSafely(plaintext);
    if (!isObject(content) || !isObject(content["lead"])) return undefined;
    return { ...content, lead: content["lead"], ...envelope };
  } catch {
    return undefined;
  }
}

/** A thumbprint has 43 characters. Compressed content could be much larger than it was sent. */
function kidIn(sealed: string): string | undefined {
  try {
    const { kid, zip } = decodeProtectedHeader(sealed);
    return zip === undefined && typeof kid === "string" && kid.length === 43 ? kid : undefined;
  } catch {
    return undefined;
  }
}
