import { set } from "react-hook-form";
import { int64Kinds, type Field } from "#lead/field.ts";
import { fieldAt, fields } from "#lead/fields.ts";
import type { IssueCode } from "#lead/issue.ts";
import type { JsonObject } from "#lead/json.ts";
import type { Kind } from "#lead/kinds.ts";
import { judge } from "#lead/station/judge.ts";
import type { Station } from "#lead/station/station.ts";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";
import { withStationTypes } from "../../lead/draft/stationTypes.ts";
import type { FormStation } from "../../station/useStation.ts";

const hardToShow: ReadonlySet<IssueCode> = new Set<IssueCode>(["wrong-type", "not-an-option", "unknown"]);
const rowKinds: ReadonlySet<Kind> = new Set<Kind>(["rows", "attributes"]);
const flagKinds: ReadonlySet<Kind> = new Set<Kind>(["flag", "permission"]);
/** Kinds whose boxes and options take numbers. All others take texts. */
const numberKinds: ReadonlySet<Kind> = new Set<Kind>([
  ...(["integer", "money", "decimal", "number", "atLeast"] as const),
  ...(["choice", "pick"] as const),
]);

/**
 * The answers of a lead that the proxy holds, as the form stores them. Wrong texts and numbers stay, so that they can be
 * corrected. Leaves out exactly the values that no control could show, such as a list for a name, and answers to no
 * question.
 */
export function asDraft(lead: JsonObject, station: FormStation): JsonObject {
  const known = Object.entries(lead).filter(([path]) => isKnown(path));
  const draft = tidy(Object.fromEntries(known), fieldAt) as JsonObject;
  const verdict = judge(draft, station as Station);
  for (const { path, code } of "issues" in verdict ? verdict.issues : [])
    if (hardToShow.has(code)) set(draft, path, shown(valueAt(draft, path), path, fieldAt(path)));
  for (const { path, kind } of fields)
    if (int64Kinds.has(kind) && typeof valueAt(draft, path) === "number")
      set(draft, path, String(valueAt(draft, path)));
  // Without the values that were set to undefined.
  return withStationTypes(tidy(draft, fieldAt) as JsonObject, station);
}

function shown(value: unknown, path: string, field: Field | undefined): string | number | undefined {
  const isList = field?.many && !/\.\d+$/.test(path);
  if (!field || isList || rowKinds.has(field.kind) || flagKinds.has(field.kind)) return undefined;
  if (typeof value === "number") return numberKinds.has(field.kind) ? value : String(value);
  return typeof value === "string" ? value : undefined;
}

const isKnown = (path: string) => fields.some((field) => field.path === path || field.path.startsWith(`${path}.`));
