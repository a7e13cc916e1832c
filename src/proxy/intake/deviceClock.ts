import type { Consent } from "#lead/consent.ts";
import type { Station } from "#lead/station.ts";
import type { Submission } from "#lead/submission.ts";

/** The times of one request, in milliseconds since 1970. */
interface Times {
  /** The header `Foyer-Sent-At`: the device's clock when the request left. Older clients do not send it. */
  readonly sentAt: string | undefined;
  readonly arrivedAt: number;
  /** When this version was built. */
  readonly builtAt: number;
}

/** A consent in our record; `deviceAt` is its time by the device's clock, where that was wrong. */
export interface KeptConsent extends Consent {
  /** A visitor's is kept with the policy it was given under: staff who correct the lead cannot allow more. */
  readonly policy?: Station["consent"]["policy"];
  readonly deviceAt?: string;
}

/** A difference up to this is the way of the request, not a wrong clock. */
const latencyMs = 5_000;
/** A lead may wait on a device for so long, while new versions are built. */
const longestQueueMs = 400 * 24 * 60 * 60_000;

/** Corrects a time of a device by what its clock is off. A time that cannot be is the time of arrival. */
export function timeHere(deviceAt: string, { sentAt, arrivedAt, builtAt }: Times): number {
  const off = arrivedAt - Date.parse(sentAt ?? "");
  const at = Date.parse(deviceAt) + (Math.abs(off) > latencyMs ? off : 0);
  return at >= builtAt - longestQueueMs && at <= arrivedAt ? at : arrivedAt;
}

/** The times of a submission by our clock. */
export function timesHere({ capturedAt, consent }: Submission, times: Times) {
  return { capturedAt: timeHere(capturedAt, times), ...(consent && { consent: consentHere(consent, times) }) };
}

function consentHere(consent: Consent, times: Times): KeptConsent {
  const at = timeHere(consent.at, times);
  return {
    ...consent,
    at: new Date(at).toISOString(),
    ...(at !== Date.parse(consent.at) && { deviceAt: consent.at }),
  };
}
