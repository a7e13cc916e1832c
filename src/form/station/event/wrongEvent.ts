import type { StationEvent } from "#lead/station/station.ts";
import { eventLimits } from "./eventLimits.ts";
import { shorterAddress } from "./shorterAddress.ts";
import { trimmedEvent } from "./trimmedEvent.ts";

/** What is wrong with a typed event, and in which box. */
export interface WrongEvent {
  readonly box: "address" | "date" | "hours" | "host";
  readonly why: "address" | "date" | "too-long";
}

/** Returns the first wrong box of a typed event, in the order of the page (EventLines.tsx). */
export function wrongEvent(
  event: StationEvent,
  presets: object,
  isRightDay: (date: string) => boolean,
): WrongEvent | undefined {
  const trimmed = trimmedEvent(event);
  const isLong = (name: keyof typeof eventLimits) => (trimmed[name] ?? "").length > eventLimits[name];
  if (trimmed.address === "") return { box: "address", why: "address" };
  if (isLong("address") || shorterAddress(trimmed, presets)) return { box: "address", why: "too-long" };
  if (!isRightDay(trimmed.date)) return { box: "date", why: "date" };
  const long = (["hours", "host"] as const).find(isLong);
  return long && { box: long, why: "too-long" };
}

/** Moves the focus to the wrong box. */
export const focusWrong = ({ box }: Pick<WrongEvent, "box">): void => document.getElementById(`event-${box}`)?.focus();
