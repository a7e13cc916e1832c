import { RequestError, type Problem } from "../api.ts";

/** Unreachable, busy and broken pass; a refusal stands. */
export function isPassing(error: unknown): boolean {
  const refusal = error instanceof RequestError ? error.problem : undefined;
  return refusal === undefined || refusal.status === 429 || refusal.status >= 500;
}

/** The session has ended, or is one of another station: it passes once staff sign in. */
export const isSession = (refusal: Problem | undefined): boolean => refusal?.status === 401 || refusal?.status === 403;
