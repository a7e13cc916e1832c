import type { FieldValues } from "react-hook-form";
import { isVisited } from "#lead/allowed.ts";
import type { Submission } from "#lead/submission.ts";
import type { Outgoing } from "../send/outgoing.ts";
import type { FormStation } from "../station/useStation.ts";
import type { Channels } from "./ConsentQuestion.tsx";
import { newId } from "./newId.ts";

/**
 * A judged lead as it leaves, under the key made for it; with the event on the screen, and with what a visitor agreed
 * to, as it was shown.
 */
export function freeze(lead: FieldValues, station: FormStation, locale: string, channels: Channels): Outgoing {
  const now = new Date().toISOString();
  const { version, text } = station.consent;
  const asItWas = station.version === undefined ? {} : { stationVersion: station.version };
  const language = locale as NonNullable<Submission["language"]>;
  const consent = isVisited(station)
    ? { consent: { version, text, language, at: now, by: "self" as const, channels } }
    : {};
  return {
    id: newId(),
    body: { station: station.id, ...asItWas, lead, capturedAt: now, language, ...eventOf(station), ...consent },
  };
}

/** Staff bring the event's text, visitors name it. A station kept by an earlier version has no name for it to give. */
function eventOf({ event, presets }: FormStation): Pick<Submission, "event"> {
  if (!event) return { event: null };
  if (presets !== undefined) return { event: { ...event, id: event.id ?? newId() } };
  return event.id === undefined ? {} : { event: { id: event.id } };
}
