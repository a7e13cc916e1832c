/** Why a request did not get the answer it was made for. */
export type Failure =
  /** Certainly not processed: refused, no such host, TLS, rate limit. `waitMs` as far as the CRM said. */
  | { readonly kind: "unsent"; readonly reason: string; readonly waitMs?: number }
  /** The CRM does not take our credential: nothing else will go through either. */
  | { readonly kind: "credentials" }
  | { readonly kind: "refused"; readonly reason: string; readonly status: number }
  /** Refused by a firewall or a proxy in front of the CRM: it says nothing about the lead, and was not processed. */
  | { readonly kind: "blocked"; readonly reason: string }
  /** Sent, and the answer was lost or made no sense. */
  | { readonly kind: "unknown"; readonly reason: string };

/** What one request to the CRM brought. */
export type Reply = { readonly kind: "answered"; readonly body: unknown } | Failure;

/** What became of one attempt to bring a lead into the CRM. */
export type Outcome =
  | { readonly kind: "delivered"; readonly leadId: string }
  /** Tags and a note were added to a person the CRM knows. */
  | { readonly kind: "added"; readonly leadId: string }
  | Failure;
