import type { Clock } from "../platform/clock.ts";
import type { Entry } from "../store/outbox.ts";

/** For this long after staff entered a lead, the visitor is probably still there. */
export const walkInMs = 2 * 60_000;

export const isWalkIn = ({ walkIn, acceptedAt }: Entry, clock: Clock): boolean =>
  walkIn === 1 && acceptedAt > clock.in(-walkInMs);
