import { cutText, lengthIn } from "./cutText.ts";
import { isObject, type Json, type JsonObject } from "./exactJson.ts";
import { limits } from "./limits.ts";
import { gateway, invalid, type Refusal } from "./reply.ts";
import type { Settings } from "./switches.ts";

export interface Fitted {
  readonly lead: JsonObject;
  /** The paths of values that were cut. The real service does not report them. */
  readonly cut: string[];
  readonly refusal?: Refusal;
}

/** Cuts, stores or refuses values over a limit (LOFTY.md 4). */
export function applyLimits(given: JsonObject, settings: Settings): Fitted {
  const cut: string[] = [];
  const tooLong: string[] = [];
  const { lead, surplus } = fitFamily(given, settings);
  if (surplus.length > 0 && settings.familyOver4 === "refuse")
    return { lead, cut, refusal: invalid("leadFamilyMemberList holds more than 4") };

  const fit = (value: Json, path: string): Json => {
    if (Array.isArray(value)) return value.map((item, index) => fit(item, `${path}.${index}`));
    if (isObject(value)) return mapObject(value, (inner, name) => fit(inner, path === "" ? name : `${path}.${name}`));
    const limit = limits[path.replace(/\.\d+/g, ".*")];
    const unit = settings.truncationUnit;
    if (limit === undefined || typeof value !== "string" || lengthIn(unit, value) <= limit.max) return value;
    const fate = limit.fate(settings);
    if (fate === "refuse") tooLong.push(path);
    if (fate !== "cut") return value;
    cut.push(path);
    return cutText(unit, value, limit.max);
  };
  const fitted = fit(lead, "") as JsonObject;
  cut.push(...surplus);
  // Assumed from the call log, the only endpoint with a documented response (LOFTY.md 2.2).
  const first = tooLong[0];
  return first === undefined
    ? { lead: fitted, cut }
    : { lead: fitted, cut, refusal: gateway(400, 20043, `Parameter too long: ${first}`) };
}

function fitFamily(lead: JsonObject, { familyOver4 }: Settings): { lead: JsonObject; surplus: string[] } {
  const family = lead["leadFamilyMemberList"];
  if (!Array.isArray(family) || family.length <= 4 || familyOver4 === "store") return { lead, surplus: [] };
  const surplus = family.slice(4).map((_member, index) => `leadFamilyMemberList.${index + 4}`);
  return { lead: { ...lead, leadFamilyMemberList: family.slice(0, 4) }, surplus };
}

const mapObject = (object: JsonObject, change: (inner: Json, name: string) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([name, inner]) => [name, change(inner, name)]));
