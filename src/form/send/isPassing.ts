import { RequestError } from "../api.ts";

/** Unreachable, busy and broken pass; a refusal stands. */
export function isPassing(error: unknown): boolean {
  const refusal = error instanceof RequestError ? error.problem : undefined;
  return refusal === undefined || refusal.status === 429 || refusal.status >= 500;
}
