/** What became of one attempt to bring a lead into the CRM. */
export type Outcome =
  | { readonly kind: "delivered"; readonly leadId: string }
  /** Tags and a note were added to a person the CRM knows. */
  | { readonly kind: "added"; readonly leadId: string }
  /** Certainly not processed: refused, no such host, TLS, rate limit. `waitMs` as far as the CRM said. */
  | { readonly kind: "unsent"; readonly reason: string; readonly waitMs?: number }
  /** The CRM does not take our credential: nothing else will go through either. */
  | { readonly kind: "credentials" }
  | { readonly kind: "refused"; readonly reason: string }
  /** Sent, and the answer was lost or made no sense. */
  | { readonly kind: "unknown"; readonly reason: string };
