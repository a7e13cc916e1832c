/** What a route says, before the switches and the faults have their say. */
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
  /** The shape it was observed in (API.md 2.1): the gateway's object, or the service layer's text in `message`. */
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

/** API.md 3.3: a known e-mail on PUT is refused by HTTP 200. */
export const emailIsTaken: Success = ok({
  status: { code: 300011, msg: "This email address already exists as a lead" },
});

/** API.md 2.2: also trashed, not yours, merged away or not yet persisted. */
export const noSuchLead = service(404, 20006, "Lead not exist");

export const invalid = (message: string): Refusal => gateway(400, 20012, message);

export const leadIdReply = (leadId: bigint): Success => ok({ leadId });
