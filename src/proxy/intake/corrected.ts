import { isVisited } from "#lead/allowed.ts";
import { consentFlags } from "#lead/consent.ts";
import type { JsonObject } from "#lead/json.ts";
import { judge, type Verdict } from "#lead/judge.ts";
import { visitorsForm } from "#lead/visitorsForm.ts";
import { muted, stamp } from "#lead/stamp.ts";
import type { Station } from "#lead/station.ts";
import { parseExact } from "#lead/wire.ts";
import type { KeptConsent } from "./deviceClock.ts";
import { withFooter, withoutFooter } from "./footer.ts";
import type { Entry } from "../store/outbox.ts";
import { versionUnknown } from "./versionUnknown.ts";

/** A kept lead as staff correct it: with what its station stamped on it, without our lines under the note. */
export function correctable({ lead }: Pick<Entry, "lead">): JsonObject {
  const { content, ...answers } = parseExact(lead) as JsonObject;
  const note = withoutFooter(String(content ?? ""));
  return note === "" ? answers : { ...answers, content: note };
}

/**
 * Judges a correction. Staff make it, so what staff may say is allowed, whatever the station; the flags of a visitor's
 * consent stay as the visitor gave it, whatever the station's profile is by now. What staff have not seen (`isSeen`) may
 * hold no more than its sender may say.
 */
export function corrected(entry: Entry, draft: JsonObject, station: Station, now: Date, isSeen = true): Verdict {
  const { id, consent, reason } = entry;
  const given = consent === null ? undefined : (JSON.parse(consent) as KeptConsent);
  const staffs = isVisited(station) ? { ...station, profile: "desk" as const } : station;
  const verdict = judge(draft, isSeen || !given?.policy ? staffs : visitorsForm(station), () => now);
  if ("issues" in verdict) return verdict;
  const policy = given?.policy ?? (isVisited(station) ? station.consent.policy : undefined);
  const flags = given && policy ? consentFlags(given, policy) : {};
  // Nobody knew what its station was to add.
  const lead = reason === versionUnknown ? stamp(verdict.lead, station) : verdict.lead;
  return { lead: withFooter(muted({ ...lead, ...flags }), id, given, station.referenceAttribute) };
}
