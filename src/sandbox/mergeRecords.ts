import type { Json, JsonObject } from "./exactJson.ts";

/**
 * A merge joins these lists. For other lists and values the newer lead wins. `tags` replaces the old tags (LOFTY.md 6,
 * trap 2).
 */
const growing = new Set(["emails", "phones", "tagsAdd", "segments", "groups", "leadTypes", "leadFamilyMemberList"]);
/** For these, a merge keeps the value of the older lead (LOFTY.md 3.3, help). */
const keeping = new Set(["stage", "assignedUserId", "inquiry", "firstName", "lastName", "source"]);

/** Returns the merged record when a lead is created for a known person. Which values win is partly assumed. */
export function mergeRecords(older: JsonObject, newer: JsonObject): JsonObject {
  const merged = Object.entries(newer).map(([name, value]): [string, Json] => {
    const before = older[name];
    if (before === undefined) return [name, value];
    if (name === "customAttributeList") return [name, mergeAttributes(before, value)];
    if (growing.has(name)) return [name, union(before, value)];
    return [name, keeping.has(name) ? before : value];
  });
  const record: JsonObject = { ...older, ...Object.fromEntries(merged) };
  if (Array.isArray(newer["tags"]) && !Array.isArray(newer["tagsAdd"])) delete record["tagsAdd"];
  return record;
}

export const union = (before: Json | undefined, added: Json): Json[] => {
  const all = [before ?? [], added].flat();
  return all.filter((item, index) => all.findIndex((other) => isSame(other, item)) === index);
};

const isSame = (one: Json, other: Json) =>
  typeof one === "string" && typeof other === "string" ? one.toLowerCase() === other.toLowerCase() : one === other;

/** Attributes are matched by name, because they have no id (LOFTY.md 3.4). */
export function mergeAttributes(before: Json | undefined, added: Json): Json[] {
  const name = (item: Json) =>
    typeof item === "object" && item !== null && !Array.isArray(item) ? item["attributeName"] : undefined;
  const newer = [added].flat();
  const names = new Set(newer.map(name));
  return [...[before ?? []].flat().filter((item) => !names.has(name(item))), ...newer];
}
