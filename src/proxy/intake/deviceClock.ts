import type { Acknowledgement } from "#lead/submission/acknowledgement.ts";
import type { Consent } from "#lead/submission/consent.ts";
import type { Station } from "#lead/station/station.ts";
import type { Submission } from "#lead/submission/submission.ts";

/** The times of one request, in ms since 1970. */
interface Times {
  /** The header `Foyer-Sent-At`: the device's time when it sent the request. Older clients do not send it. */
  readonly sentAt: string | undefined;
  readonly arrivedAt: number;
  /** The build time of this version. */
  readonly builtAt: number;
}

/** A stored consent; `deviceAt` is its time by the device's clock, if that was wrong. */
export interface KeptConsent extends Consent {
  /** A visitor's consent is stored with its policy, so that staff who correct the lead cannot allow more. */
  readonly policy?: Station["consent"]["policy"];
  readonly deviceAt?: string;
}

export interface KeptAcknowledgement extends Acknowledgement {
  readonly deviceAt?: string;
}

/** A difference up to this is network latency, not a wrong clock. */
const latencyMs = 5_000;
/** A lead may wait on a device for this long, while new versions are built. */
const longestQueueMs = 400 * 24 * 60 * 60_000;

/** Returns a device's time corrected by its clock error, in ms. An impossible time becomes the time of arrival. */
export function timeHere(deviceAt: string, { sentAt, arrivedAt, builtAt }: Times): number {
  const off = arrivedAt - Date.parse(sentAt ?? "");
  const at = Date.parse(deviceAt) + (Math.abs(off) > latencyMs ? off : 0);
  return at >= builtAt - longestQueueMs && at <= arrivedAt ? at : arrivedAt;
}

/** Returns the times of a submission by our clock. */
export function timesHere({ capturedAt, consent, acknowledgement }: Submission, times: Times) {
  return {
    capturedAt: timeHere(capturedAt, times),
    ...(consent && { consent: saidHere<KeptConsent>(consent, times) }),
    ...(acknowledgement && { acknowledgement: saidHere<KeptAcknowledgement>(acknowledgement, times) }),
  };
}

function saidHere<Said extends { readonly at: string; readonly deviceAt?: string }>(said: Said, times: Times): Said {
  const at = timeHere(said.at, times);
  return { ...said, at: new Date(at).toISOString(), ...(at !== Date.parse(said.at) && { deviceAt: said.at }) };
}
