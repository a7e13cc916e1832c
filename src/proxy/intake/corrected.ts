import { isVisited } from "#lead/allowed.ts";
import { consentFlags, type Consent } from "#lead/consent.ts";
import type { JsonObject } from "#lead/json.ts";
import { judge, type Verdict } from "#lead/judge.ts";
import type { Station } from "#lead/station.ts";
import { parseExact } from "#lead/wire.ts";
import { withFooter, withoutFooter } from "./footer.ts";
import type { Entry } from "../store/outbox.ts";

/** A kept lead as staff correct it: with what its station stamped on it, without our lines under the note. */
export function correctable({ lead }: Pick<Entry, "lead">): JsonObject {
  const { content, ...answers } = parseExact(lead) as JsonObject;
  const note = withoutFooter(String(content ?? ""));
  return note === "" ? answers : { ...answers, content: note };
}

/**
 * Judges a correction. Staff make it, so what staff may say is allowed, whatever the station; the flags of a visitor's
 * consent stay as the visitor gave it.
 */
export function corrected({ id, consent }: Entry, draft: JsonObject, station: Station, now: Date): Verdict {
  const verdict = judge(draft, isVisited(station) ? { ...station, profile: "desk" } : station, () => now);
  if ("issues" in verdict) return verdict;
  const given = consent === null ? undefined : (JSON.parse(consent) as Consent);
  const flags = given && isVisited(station) ? consentFlags(given, station.consent.policy) : {};
  return { lead: withFooter({ ...verdict.lead, ...flags }, id, given, station.referenceAttribute) };
}
