import type { StationEvent } from "#lead/station.ts";
import { eventLimits } from "./eventLimits.ts";
import { shorterAddress } from "./shorterAddress.ts";
import { trimmedEvent } from "./trimmedEvent.ts";

/** Returns what is wrong with a typed event: the first of its address, its date and its lengths. */
export function wrongEvent(
  event: StationEvent,
  presets: object,
  isRightDay: (date: string) => boolean,
): "address" | "date" | "too-long" | undefined {
  const trimmed = trimmedEvent(event);
  if (trimmed.address === "") return "address";
  if (!isRightDay(trimmed.date)) return "date";
  const names = ["address", "hours", "host"] as const;
  const isLong = names.some((name) => (trimmed[name] ?? "").length > eventLimits[name]);
  return isLong || shorterAddress(trimmed, presets) ? "too-long" : undefined;
}
