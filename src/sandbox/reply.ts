/** What a route returns, before switches and faults change it. */
export type Reply = Success | Refusal;

export interface Success {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Record<string, string>;
}

export interface Refusal {
  readonly status: number;
  readonly code: number | string | undefined;
  readonly message: string;
  /** The format it was observed in (LOFTY.md 2.1): the gateway's object, or the service's text in `message`. */
  readonly layer: "gateway" | "service";
}

export const ok = (json: unknown): Success => ({ status: 200, json });

export const gateway = (status: number, code: number | string | undefined, message: string): Refusal => ({
  status,
  code,
  message,
  layer: "gateway",
});

export const service = (status: number, code: number, message: string): Refusal => ({
  status,
  code,
  message,
  layer: "service",
});

export const isRefusal = (reply: Reply): reply is Refusal => "layer" in reply;

/** PUT with a known e-mail is refused with HTTP status 200 (LOFTY.md 3.3). */
export const emailIsTaken: Success = ok({
  status: { code: 300011, msg: "This email address already exists as a lead" },
});

/** Also for leads that are in the trash, of another account, merged away or not yet stored (LOFTY.md 2.2). */
export const noSuchLead = service(404, 20006, "Lead not exist");

export const invalid = (message: string): Refusal => gateway(400, 20012, message);

export const leadIdReply = (leadId: bigint): Success => ok({ leadId });
