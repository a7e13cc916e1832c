import { isVisited } from "#lead/station/allowed.ts";
import { consentFlags } from "#lead/submission/consent.ts";
import type { LeadEvent } from "#lead/station/event.ts";
import { isObject, type JsonObject } from "#lead/json.ts";
import { judge, type Verdict } from "#lead/station/judge.ts";
import { visitorsForm } from "#lead/station/visitorsForm.ts";
import { withoutWelcome, stamp } from "#lead/submission/stamp.ts";
import { isUnjudged } from "#lead/submission/fixable.ts";
import type { Station } from "#lead/station/station.ts";
import { parseExact } from "#lead/wire.ts";
import type { KeptAcknowledgement, KeptConsent } from "./deviceClock.ts";
import { withFooter, withoutFooter } from "../crm/footer.ts";
import { isLate } from "../store/late.ts";
import type { Entry } from "../store/outbox.ts";
import { partyApart, saidApart, type Apart } from "./saidBeside.ts";

/**
 * Returns a stored lead for correction by staff: with the values that the station added, without our reference in its
 * custom attribute and without our footer in the note.
 */
export function correctable({ id, lead }: Pick<Entry, "id" | "lead">): JsonObject {
  const { content, ...answers } = withoutReference(parseExact(lead) as JsonObject, id);
  const note = withoutFooter(String(content ?? ""));
  return { ...answers, ...(note === "" ? {} : { content: note }) };
}

/** Returns the answers without the custom attribute that holds our reference. */
function withoutReference({ customAttributeList: rows, ...answers }: JsonObject, id: string): JsonObject {
  const listed = Array.isArray(rows) ? rows.filter((row) => !isObject(row) || row["value"] !== id) : rows;
  const isListed = Array.isArray(listed) ? listed.length > 0 : listed !== undefined;
  return { ...answers, ...(isListed ? { customAttributeList: listed } : {}) };
}

/**
 * Validates a correction. Staff make it, so it may contain what staff may enter, whatever the station. The flags of a
 * visitor's consent stay as the visitor gave them, even when the station's profile has changed. A lead that staff have
 * not seen (`isSeen`) may contain only what its sender may enter.
 */
export function corrected(entry: Entry, typed: JsonObject, station: Station, now: Date, isSeen = true): Verdict {
  const { id, consent, acknowledgement, event, reason, capturedAt, walkIn } = entry;
  const given = consent === null ? undefined : (JSON.parse(consent) as KeptConsent);
  const read = acknowledgement ? (JSON.parse(acknowledgement) as KeptAcknowledgement) : undefined;
  const isVisitors = !walkIn || given?.policy !== undefined;
  const policy = given?.policy ?? (isVisited(station) ? station.consent.policy : isVisitors ? "standard" : undefined);
  // A visitor who was not asked allowed nothing. Staff who see the flags may change them.
  const asked = given ?? (isSeen ? undefined : { channels: {} });
  const flags = asked && policy ? consentFlags(asked, policy) : {};
  const isRaw = isUnjudged(reason);
  const isStaffs = isSeen || !isVisitors;
  const { draft, party, language }: Apart = !isRaw
    ? { draft: withoutReference(typed, id) }
    : isStaffs
      ? partyApart(typed)
      : saidApart(typed);
  const profile = isVisited(station) ? "desk" : station.profile;
  const staffs = { ...station, profile, isStamped: !isRaw };
  const verdict = isStaffs
    ? judge(draft, staffs, () => now)
    : judge(without(flags, draft), visitorsForm(station), () => now);
  if ("issues" in verdict) return verdict;
  const savedUnder = event ? (JSON.parse(event) as LeadEvent) : undefined;
  // The station's values were not added on arrival.
  const stamped = isRaw ? stamp(verdict.lead, station, { event: savedUnder, party }) : verdict.lead;
  const lead = { ...stamped, ...(language && { language }) };
  const said = { consent: given, acknowledgement: read, station: station.id };
  const about = { ...said, ...(isLate(entry) ? { savedAt: capturedAt } : {}) };
  // A consent does not allow what staff forbid. It does allow what only a preset forbids.
  const added = Object.fromEntries(Object.entries(flags).filter(([flag]) => verdict.lead[flag] !== true));
  return { lead: withFooter(withoutWelcome({ ...lead, ...added }), id, about, station.referenceAttribute) };
}

/** The flags of a consent were added on arrival. Visitors do not set them themselves. */
const without = (flags: JsonObject, draft: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(draft).filter(([path, answer]) => flags[path] !== answer));
