import { codeOf, issuesOf, type Issue } from "./issue.ts";
import { judge } from "./judge.ts";
import { limits } from "./limits.ts";
import { measure } from "./measure.ts";
import { fillPresets } from "./presets.ts";
import type { JsonObject } from "./json.ts";
import { catalogues, stationSchema, type Station, type StationEvent } from "./station.ts";

export type ParsedStation = { readonly station: Station } | { readonly issues: readonly Issue[] };

/** Reads a station's configuration: what is wrong with it includes a preset that Lofty would cut once filled in. */
export const parseStation = (input: unknown): ParsedStation => parse(input, ({ event }) => event);

/** The same for a stored station. A preset that only its event makes too long is no fault: it is shortened (stamp.ts). */
export const parseStoredStation = (input: unknown): ParsedStation => parse(input, () => undefined);

function parse(input: unknown, eventOf: (station: Station) => StationEvent | undefined): ParsedStation {
  const parsed = stationSchema.safeParse(input, { error: codeOf });
  if (!parsed.success) return { issues: issuesOf(parsed.error) };
  const station = parsed.data;
  const issues = [...languageIssues(station), ...presetIssues(station, eventOf(station))];
  return issues.length > 0 ? { issues } : { station };
}

/** The languages that no screen can be shown in. */
const languageIssues = ({ languages }: Station): readonly Issue[] =>
  languages.flatMap((language, index) =>
    (catalogues as readonly string[]).includes(language) ? [] : [{ path: `languages.${index}`, code: "not-an-option" }],
  );

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
