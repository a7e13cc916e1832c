import { isVisited } from "../station/allowed.ts";
import { consentFlags, type Consent } from "./consent.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { keptPresets } from "../station/keptPresets.ts";
import { limits } from "../limits.ts";
import { shorten } from "../shorten.ts";
import type { Station, StationEvent } from "../station/station.ts";
import { tidy } from "../tidy.ts";

export interface Stamp {
  readonly language?: string | undefined;
  readonly consent?: Consent | undefined;
  /** The event that the lead was saved under. It fills the presets. */
  readonly event?: StationEvent | undefined;
  /** How many people came together. */
  readonly party?: number | undefined;
}

/** The line of the note that says how many people came together. */
export const partyLine = (party: number): string => `Party of ${party}`;

/**
 * Adds the station's values to a valid lead: presets for missing answers (lists get the items of both, the preset note
 * goes before the typed one). Kiosk and embed also add the screen's language and the consent's flags. Never changes an
 * answer of staff.
 */
export function stamp(lead: JsonObject, station: Station, { language, consent, event, party }: Stamp = {}): JsonObject {
  const kept = keptPresets(station.presets as JsonObject, event);
  const cameAs = party ? partyLine(party) : "";
  const opening = openingOf([kept.presets["content"], cameAs, ...kept.long], [event?.address, cameAs], lead["content"]);
  const presets = tidy({ ...kept.presets, ...(opening && { content: opening }) }) as JsonObject;
  const stamped = merge(underOneName(fitting(presets, lead), lead), lead) as JsonObject;
  const visited = isVisited(station);
  const flags = visited && consent ? consentFlags(consent, station.consent.policy) : {};
  const full = { ...stamped, ...(visited && language ? { language } : {}), ...flags };
  return lead["welcomeEmail"] === undefined ? withoutWelcome(full) : full;
}

/**
 * Removes presets that would turn an answer into another: Lofty ignores a routing rule when an agent is named (LOFTY.md
 * 3.2), and an id belongs to its own scope.
 */
function fitting(presets: JsonObject, lead: JsonObject): JsonObject {
  const { assignedUserId, ownershipId, ...others } = presets;
  const isRouted = lead["assignGroupId"] !== undefined;
  const isOther = lead["ownershipScope"] !== undefined && lead["ownershipScope"] !== presets["ownershipScope"];
  return {
    ...others,
    ...(assignedUserId === undefined || isRouted ? {} : { assignedUserId }),
    ...(ownershipId === undefined || isOther ? {} : { ownershipId }),
  };
}

/**
 * Groups are the older name of segments (LOFTY.md 3.1). Presets go out under the name that the answers have. An
 * integration may send both names, as Lofty's own example does.
 */
function underOneName(presets: JsonObject, lead: JsonObject): JsonObject {
  const [name, other] =
    lead["groups"] === undefined ? (["segments", "groups"] as const) : (["groups", "segments"] as const);
  const { [name]: own, [other]: renamed, ...others } = presets;
  if (!Array.isArray(renamed) || lead[other] !== undefined || (lead[name] ?? own) === undefined) return presets;
  return { ...others, [name]: union(renamed, Array.isArray(own) ? own : []) };
}

/**
 * Returns the first lines of the note: the preset, the size of the party, and the full text of every value that was cut.
 * If Lofty would cut the note at this length, the texts are shortened, and only `facts` stay whole.
 */
function openingOf(texts: readonly unknown[], facts: readonly unknown[], note: Json | undefined): string {
  const room = limits.notePreset + limits.note - (typeof note === "string" ? note.length : 0);
  const lines = linesOf(texts);
  const opening = lines.join("\n");
  if (opening.length <= room) return opening;
  const whole = linesOf(facts);
  const rest = lines.filter((line) => !whole.includes(line)).join(", ");
  return linesOf([...whole, shorten(rest, room - whole.join("\n").length - 1)]).join("\n");
}

const linesOf = (texts: readonly unknown[]): readonly string[] => [
  ...new Set(texts.filter((text) => typeof text === "string" && text !== "") as readonly string[]),
];

/** Turns off the welcome e-mail for people who refuse e-mail, despite a preset or Lofty's default. */
export const withoutWelcome = (lead: JsonObject): JsonObject =>
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
