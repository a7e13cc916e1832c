import type { Json } from "./exactJson.ts";

/** Every request to the service's own routes, for tests. Never a token. */
export interface Ledger {
  readonly requests: LedgerEntry[];
}

export interface LedgerEntry {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The scheme alone. */
  readonly auth: "none" | "token" | "Bearer" | "Basic" | "other";
  /** What JSON or form said, or the text that was neither. */
  readonly body: Json | undefined;
  /** The status of the answer; absent when none was sent (or not yet). */
  status?: number;
  /** The fault that struck. */
  fault?: string;
}

/** Enough for any story, and bounded for a bench. */
const kept = 20_000;

export function record(ledger: Ledger, entry: LedgerEntry): LedgerEntry {
  if (ledger.requests.length >= kept) ledger.requests.splice(0, kept / 2);
  ledger.requests.push(entry);
  return entry;
}

export function schemeOf(authorization: string | null): LedgerEntry["auth"] {
  if (authorization === null) return "none";
  const scheme = authorization.split(" ", 1)[0];
  return (["token", "Bearer", "Basic"] as const).find((one) => one === scheme) ?? "other";
}
