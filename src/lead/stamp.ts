import { isVisited } from "./allowed.ts";
import { consentFlags, type Consent } from "./consent.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { keptPresets } from "./keptPresets.ts";
import { limits } from "./limits.ts";
import { shorten } from "./shorten.ts";
import type { Station, StationEvent } from "./station.ts";
import { tidy } from "./tidy.ts";

export interface Stamp {
  readonly language?: string | undefined;
  readonly consent?: Consent | undefined;
  /** What the presets are filled from: the event the lead was saved under. */
  readonly event?: StationEvent | undefined;
}

/**
 * Adds to a judged lead what its station stands for: presets where nothing was answered (lists are joined, the note's
 * opening line goes first), at kiosk and embed the language of the screen and the flags of the consent. What staff
 * answered is never changed.
 */
export function stamp(lead: JsonObject, station: Station, { language, consent, event }: Stamp = {}): JsonObject {
  const kept = keptPresets(station.presets as JsonObject, event);
  const opening = openingOf([kept.presets["content"], ...kept.long], event, lead["content"]);
  const presets = tidy({ ...kept.presets, ...(opening && { content: opening }) }) as JsonObject;
  const stamped = merge(presets, lead) as JsonObject;
  const visited = isVisited(station);
  const flags = visited && consent ? consentFlags(consent, station.consent.policy) : {};
  const full = { ...stamped, ...(visited && language ? { language } : {}), ...flags };
  return lead["welcomeEmail"] === undefined ? muted(full) : full;
}

/** The note's first lines: the preset, and in full whatever had to be shortened elsewhere; never so long that Lofty cuts the note. */
function openingOf(texts: readonly unknown[], event: StationEvent | undefined, note: Json | undefined): string {
  const room = limits.notePreset + limits.note - (typeof note === "string" ? note.length : 0);
  const lines = texts.filter((text) => typeof text === "string");
  const opening = [...new Set(lines)].join("\n");
  if (opening.length <= room) return opening;
  const address = event?.address ?? "";
  return `${address}\n${shorten(lines.join(", "), room - address.length - 1)}`.trim();
}

/** Nobody who asked us not to is mailed by a preset, or by whatever Lofty does when it is not told. */
export const muted = (lead: JsonObject): JsonObject =>
  lead["cannotEmail"] === true || lead["unsubscription"] === true ? { ...lead, welcomeEmail: false } : lead;

function merge(preset: Json | undefined, answer: Json | undefined, key = ""): Json | undefined {
  if (preset === undefined || answer === undefined) return answer ?? preset;
  if (key === "content") return `${String(preset)}\n${String(answer)}`;
  if (Array.isArray(preset) && Array.isArray(answer))
    return key === "customAttributeList" ? byName(preset, answer) : union(preset, answer);
  if (!isObject(preset) || !isObject(answer)) return answer;
  const keys = new Set([...Object.keys(preset), ...Object.keys(answer)]);
  return Object.fromEntries(
    [...keys].map((inner) => [inner, merge(preset[inner] as Json, answer[inner] as Json, inner)]),
  ) as JsonObject;
}

const union = (preset: readonly Json[], answer: readonly Json[]): readonly Json[] => {
  const seen = new Set(answer.map((item) => JSON.stringify(item)));
  return [...answer, ...preset.filter((item) => !seen.has(JSON.stringify(item)))];
};

const byName = (preset: readonly Json[], answer: readonly Json[]): readonly Json[] => {
  const name = (row: Json) => (isObject(row) ? row["attributeName"] : undefined);
  const answered = new Set(answer.map(name));
  return [...answer, ...preset.filter((row) => !answered.has(name(row)))];
};
