import type { JsonObject } from "../json.ts";
import { judge, type Verdict } from "./judge.ts";
import type { LeadRules } from "./schema.ts";

const staffs: LeadRules = { profile: "desk", asks: { on: [], off: [] }, required: [], attributes: [] };

/** Judges filled presets as answers of staff. Returns them as they are sent, or their issues. */
export function judgePresets(presets: JsonObject): Verdict {
  const verdict = judge({ firstName: "Preset", ...presets }, staffs);
  if ("issues" in verdict || "firstName" in presets) return verdict;
  const { firstName: _needed, ...lead } = verdict.lead;
  return { lead };
}
