import { deadEnds } from "./deadEnds.ts";
import { fewestIdleSeconds } from "./idle.ts";
import { codeOf, issuesOf, type Issue } from "../issue.ts";
import { judgePresets } from "./judgePresets.ts";
import { limits } from "../limits.ts";
import { measure } from "../measure.ts";
import { fillPresets } from "./presets.ts";
import type { JsonObject } from "../json.ts";
import { stationSchema, type Station, type StationEvent } from "./station.ts";

export type ParsedStation = { readonly station: Station } | { readonly issues: readonly Issue[] };

/** In place of what an event does not say: a preset that needs it is left out of a lead without it (keptPresets.ts). */
const sample: StationEvent = { address: "x", date: "x", host: "x" };

/** Parses a station's configuration. A preset that Lofty would cut after filling is an issue. */
export const parseStation = (input: unknown): ParsedStation => {
  const parsed = parse(input, (station) => [...deadEnds(station), ...presetIssues(station, station.event)]);
  // Stations stored earlier may have fewer: they count as this many.
  const isShort = "station" in parsed && parsed.station.idleSeconds < fewestIdleSeconds;
  return isShort ? { issues: [{ path: "idleSeconds", code: "format" }] } : parsed;
};

/**
 * Same for a stored station. A preset that only its event makes too long is not an issue: stamp.ts shortens it. A
 * question with the name of our reference stays: leads with an answer to it may be on their way.
 */
export const parseStoredStation = (input: unknown): ParsedStation =>
  parse(input, (station) => [
    ...deadEnds({ ...station, referenceAttribute: undefined }),
    ...presetIssues(station, undefined),
  ]);

function parse(input: unknown, issuesIn: (station: Station) => readonly Issue[]): ParsedStation {
  const parsed = stationSchema.safeParse(input, { error: codeOf });
  if (!parsed.success) return { issues: issuesOf(parsed.error) };
  const station = parsed.data;
  const issues = issuesIn(station);
  return issues.length > 0 ? { issues } : { station };
}

/** Lengths count as this event fills them, everything else as a whole event would. */
const presetIssues = (station: Station, event: StationEvent | undefined): readonly Issue[] => [
  ...issuesWith(station, { ...sample, ...event }).filter(({ code }) => code !== "too-long"),
  ...issuesWith(station, event).filter(({ code }) => code === "too-long"),
];

function issuesWith(station: Station, event: StationEvent | undefined): readonly Issue[] {
  const presets = fillPresets(station.presets as JsonObject, event);
  const verdict = judgePresets(presets);
  const found = "issues" in verdict ? verdict.issues : [];
  const note = measure(typeof presets["content"] === "string" ? presets["content"] : "", limits.notePreset);
  const long: Issue[] =
    note.left < 0 ? [{ path: "content", code: "too-long", limit: limits.notePreset, length: note.length }] : [];
  return [...found, ...long].map((issue) => ({ ...issue, path: `presets.${issue.path}` }));
}
