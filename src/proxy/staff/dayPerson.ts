import { isObject, textsIn, type JsonObject } from "#lead/json.ts";
import type { LeadEvent } from "#lead/station/event.ts";
import { fillPresets } from "#lead/station/presets.ts";
import type { DayPerson } from "#lead/submission/staffAnswers.ts";
import type { Station } from "#lead/station/station.ts";
import { permissionsOf, type Way } from "#lead/submission/ways.ts";
import { parseExact } from "#lead/wire.ts";
import { withoutFooter } from "../crm/footer.ts";
import type { KeptConsent } from "../intake/deviceClock.ts";
import { isLate } from "../store/late.ts";
import { nameOf } from "../store/nameIn.ts";
import type { Taken } from "../store/staffQueries.ts";
import { isReadable, unreadableText } from "../store/driver/unreadable.ts";

/** What the person of a lead has opted out of, and when staff recorded a withdrawal (ms). */
export interface Against {
  readonly optedOut: readonly Way[];
  readonly withdrawnAt: number | undefined;
}

/** A withdrawal does not count once staff have lifted it. */
export const againstIn = (optedOut: readonly Way[], withdrawnAt: number | undefined): Against => ({
  optedOut,
  withdrawnAt: optedOut.length > 0 ? withdrawnAt : undefined,
});

/** Returns the answers of a lead; undefined when they cannot be read. */
export function answersIn(taken: Taken): JsonObject | undefined {
  if (!isReadable(taken) || taken.consent === unreadableText) return undefined;
  const lead = parseExact(taken.lead);
  return isObject(lead) ? (lead as JsonObject) : undefined;
}

/** Returns a lead as a person to call. `answers` are those of `taken`. */
export function dayPerson(
  taken: Taken,
  answers: JsonObject,
  station: Station | undefined,
  { optedOut, withdrawnAt }: Against,
): DayPerson {
  const { id, status, leadId, consent } = taken;
  const event = taken.event === null ? null : (JSON.parse(taken.event) as LeadEvent);
  const given = consent === null ? undefined : (JSON.parse(consent) as KeptConsent);
  const [phone] = textsIn(answers["phones"]);
  const [email] = textsIn(answers["emails"]);
  const text = (path: string) => (typeof answers[path] === "string" ? { [path]: answers[path] } : {});
  return {
    id,
    status,
    ...(leadId === null ? {} : { leadId }),
    ...(taken.reason === null ? {} : { reason: taken.reason }),
    name: nameOf(answers),
    station: taken.station,
    event: event && { address: event.address, date: event.date },
    at: new Date(taken.capturedAt).toISOString(),
    ...(isLate(taken) ? { arrivedAt: new Date(taken.acceptedAt).toISOString() } : {}),
    ...temperatureOf(answers, station),
    ...agentOf(answers),
    ...text("buyingTimeFrame"),
    ...text("sellingTimeFrame"),
    ...(answers["houseToSell"] === "Yes" ? { sellsFirst: true } : {}),
    ...noteOf(answers, station, event),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    may: permissionsOf(answers, given, taken.walkIn === 0, optedOut),
    ...(withdrawnAt === undefined ? {} : { withdrawnAt: new Date(withdrawnAt).toISOString() }),
  };
}

function temperatureOf(lead: JsonObject, station: Station | undefined): Pick<DayPerson, "temperature"> {
  const tags = new Set([...textsIn(lead["tagsAdd"]), ...textsIn(lead["tags"])]);
  const place = station?.temperatures.findIndex((tag) => tags.has(tag)) ?? -1;
  const tag = station?.temperatures[place];
  return tag === undefined ? {} : { temperature: { tag, place } };
}

function agentOf(lead: JsonObject): Pick<DayPerson, "hasAgent"> {
  const said = [lead["withBuyerAgent"], lead["withListingAgent"]];
  if (said.includes("Yes")) return { hasAgent: true };
  return said.includes("No") ? { hasAgent: false } : {};
}

/** Leaves out the station's own text, which stamp.ts puts before what was typed. */
function noteOf(lead: JsonObject, station: Station | undefined, event: LeadEvent | null): Pick<DayPerson, "note"> {
  const note = withoutFooter(String(lead["content"] ?? ""));
  const preset = station?.presets["content"];
  const opening = typeof preset === "string" && fillPresets({ content: preset }, event ?? undefined)["content"];
  const typed = typeof opening === "string" && note.startsWith(opening) ? note.slice(opening.length).trim() : note;
  return typed === "" ? {} : { note: typed };
}
