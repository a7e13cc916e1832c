import * as z from "zod/mini";
import { exactTime, oneLine } from "./envelope.ts";
import type { Submission } from "./submission.ts";

/** The public key of the proxy, as a JWK, to which a kiosk seals its leads. `kid` is its RFC 7638 thumbprint. */
export interface SealingKey {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
  readonly kid: string;
}

/** How `sealed` is made: a compact JWE with these algorithms and the `kid` of the key. */
export const sealing = { alg: "ECDH-ES", enc: "A256GCM" } as const;

/** The JSON inside `sealed`: a submission without its envelope. */
export type SealedContent = Omit<Submission, "station" | "stationVersion" | "capturedAt">;

/** In characters. A body has at most 64 KiB. */
const mostSealed = 60_000;

/** The body of `POST /api/leads` from a kiosk's queue. `sealed` may be damaged: what is in it is not checked here. */
export const sealedSchema = z.strictObject({
  station: oneLine(40),
  stationVersion: oneLine(40),
  capturedAt: exactTime,
  sealed: z.string().check(z.minLength(1), z.maxLength(mostSealed)),
});

export type SealedSubmission = z.infer<typeof sealedSchema>;
