import { createHash } from "node:crypto";

/**
 * A number for an event's JSON: 48 bits of its SHA-256. Databases group by numbers several times faster than by long
 * texts. The same text always has the same number.
 */
export const eventKey = (event: string | null): number | null =>
  event === null ? null : createHash("sha256").update(event).digest().readUIntBE(0, 6);
