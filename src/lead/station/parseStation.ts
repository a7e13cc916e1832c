import { deadEnds } from "./deadEnds.ts";
import { fewestIdleSeconds } from "./idle.ts";
import { codeOf, issuesOf, type Issue } from "../issue.ts";
import { judge } from "./judge.ts";
import { limits } from "../limits.ts";
import { measure } from "../measure.ts";
import { fillPresets } from "./presets.ts";
import type { JsonObject } from "../json.ts";
import { stationSchema, type Station, type StationEvent } from "./station.ts";

export type ParsedStation = { readonly station: Station } | { readonly issues: readonly Issue[] };

/** Parses a station's configuration. A preset that Lofty would cut after filling is an issue. */
export const parseStation = (input: unknown): ParsedStation => {
  const parsed = parse(input, ({ event }) => event);
  // Stations stored earlier may have fewer: they count as this many.
  const isShort = "station" in parsed && parsed.station.idleSeconds < fewestIdleSeconds;
  return isShort ? { issues: [{ path: "idleSeconds", code: "format" }] } : parsed;
};

/** Same for a stored station. A preset that only its event makes too long is not an issue: stamp.ts shortens it. */
export const parseStoredStation = (input: unknown): ParsedStation => parse(input, () => undefined);

function parse(input: unknown, eventOf: (station: Station) => StationEvent | undefined): ParsedStation {
  const parsed = stationSchema.safeParse(input, { error: codeOf });
  if (!parsed.success) return { issues: issuesOf(parsed.error) };
  const station = parsed.data;
  const issues = [...deadEnds(station), ...presetIssues(station, eventOf(station))];
  return issues.length > 0 ? { issues } : { station };
}

function presetIssues(station: Station, event: StationEvent | undefined): readonly Issue[] {
  const presets = fillPresets(station.presets as JsonObject, event);
  const staff: Station = { ...station, profile: "desk", required: [], needsContact: false, attributes: [] };
  const verdict = judge({ firstName: "Preset", ...presets }, staff);
  const found = "issues" in verdict ? verdict.issues : [];
  const note = measure(typeof presets["content"] === "string" ? presets["content"] : "", limits.notePreset);
  const long: Issue[] =
    note.left < 0 ? [{ path: "content", code: "too-long", limit: limits.notePreset, length: note.length }] : [];
  return [...found, ...long].map((issue) => ({ ...issue, path: `presets.${issue.path}` }));
}
