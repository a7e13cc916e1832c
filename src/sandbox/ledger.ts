import type { Json } from "./exactJson.ts";

/** A log of all requests to the CRM's routes, for tests. Contains no tokens. */
export interface Ledger {
  readonly requests: LedgerEntry[];
}

export interface LedgerEntry {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Only the scheme, not the credential. */
  readonly auth: "none" | "token" | "Bearer" | "Basic" | "other";
  /** The parsed JSON or form, or the text if it is neither. */
  readonly body: Json | undefined;
  /** The status of the response; absent if none was sent yet. */
  status?: number;
  /** The fault that was applied. */
  fault?: string;
}

/** More than any test needs, and a limit for benchmarks. */
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
