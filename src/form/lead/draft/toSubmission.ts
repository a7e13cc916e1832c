import type { FieldValues } from "react-hook-form";
import { isVisited } from "#lead/station/allowed.ts";
import type { Language } from "#lead/languages.ts";
import type { Submission } from "#lead/submission/submission.ts";
import type { Outgoing } from "../../sending/queue/outgoing.ts";
import type { FormStation } from "../../station/useStation.ts";
import { acknowledgementOf } from "./agency.ts";
import type { Said } from "./useSaid.ts";
import { formMarks } from "../../browser/formOpened.ts";
import { newId } from "../../browser/newId.ts";

/**
 * Returns a valid lead as a submission with a new id. It includes the event, and for visitors their consent with the
 * text that was shown, and the agency text if they said that they have read it.
 */
export function toSubmission(lead: FieldValues, station: FormStation, language: Language, said: Said): Outgoing {
  const now = new Date().toISOString();
  const asItWas = station.version === undefined ? {} : { stationVersion: station.version };
  const marks = station.profile === "embed" ? { form: formMarks() } : {};
  return {
    id: newId(),
    body: {
      station: station.id,
      ...asItWas,
      lead,
      capturedAt: now,
      language,
      ...eventOf(station),
      ...(isVisited(station) && saidBy(said)),
      ...marks,
      ...(said.party > 1 && { party: said.party }),
    },
  };
}

/** Staff send the whole event, visitors only its id. A station stored by an earlier version may have no event id. */
function eventOf({ event, presets }: FormStation): Pick<Submission, "event"> {
  if (!event) return { event: null };
  if (presets !== undefined) return { event: { ...event, id: event.id ?? newId() } };
  return event.id === undefined ? {} : { event: { id: event.id } };
}

/** What a visitor agreed to, with the texts that were shown. */
function saidBy({ channels, agency, seenConsent }: Said): Pick<Submission, "consent" | "acknowledgement"> {
  const acknowledgement = acknowledgementOf(agency);
  const consent = seenConsent && { ...seenConsent(), by: "self" as const, channels };
  return { ...(consent && { consent }), ...(acknowledgement && { acknowledgement }) };
}
