import { codeOf, issuesOf, type Issue } from "./issue.ts";
import { judge } from "./judge.ts";
import { limits } from "./limits.ts";
import { measure } from "./measure.ts";
import { fillPresets } from "./presets.ts";
import type { JsonObject } from "./json.ts";
import { stationSchema, type Station } from "./station.ts";

/** Reads a station's configuration: what is wrong with it includes a preset that Lofty would cut once filled in. */
export function parseStation(input: unknown): { readonly station: Station } | { readonly issues: readonly Issue[] } {
  const parsed = stationSchema.safeParse(input, { error: codeOf });
  if (!parsed.success) return { issues: issuesOf(parsed.error) };
  const issues = presetIssues(parsed.data);
  return issues.length > 0 ? { issues } : { station: parsed.data };
}

function presetIssues(station: Station): readonly Issue[] {
  const presets = fillPresets(station.presets as JsonObject, station.event);
  const staff: Station = { ...station, profile: "desk", required: [], needsContact: false, attributes: [] };
  const verdict = judge({ firstName: "Preset", ...presets }, staff);
  const found = "issues" in verdict ? verdict.issues : [];
  const note = measure(typeof presets["content"] === "string" ? presets["content"] : "", limits.notePreset);
  const long: Issue[] =
    note.left < 0 ? [{ path: "content", code: "too-long", limit: limits.notePreset, length: note.length }] : [];
  return [...found, ...long].map((issue) => ({ ...issue, path: `presets.${issue.path}` }));
}
