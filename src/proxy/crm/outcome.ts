/**
 * Why a request to the CRM failed. `isOwn`: others like it were answered since it failed last, so the CRM is not away.
 */
export type Failure =
  /**
   * Certainly not processed: connection refused, unknown host, TLS, rate limit. `waitMs`: how long the CRM asked us to
   * wait.
   */
  | { readonly kind: "unsent"; readonly reason: string; readonly waitMs?: number; readonly isOwn?: true }
  /** The CRM refuses our credential, so no other request will succeed either. */
  | { readonly kind: "credentials" }
  | { readonly kind: "refused"; readonly reason: string; readonly status: number }
  /** Refused by a firewall or a proxy in front of the CRM. It was not processed, and says nothing about the lead. */
  | { readonly kind: "blocked"; readonly reason: string }
  /** Sent, but the response was lost or invalid. */
  | { readonly kind: "unknown"; readonly reason: string; readonly isOwn?: true };

/** The result of one request to the CRM. */
export type Reply = { readonly kind: "answered"; readonly body: unknown } | Failure;

/** The result of one attempt to deliver a lead. */
export type Outcome =
  | { readonly kind: "delivered"; readonly leadId: string }
  /** Tags and a note were added to a known person. */
  | { readonly kind: "added"; readonly leadId: string }
  | Failure;
