import { applyLimits, type Fitted } from "./applyLimits.ts";
import { conform } from "./conform.ts";
import { isObject, type Json, type JsonObject } from "./exactJson.ts";
import type { BodyName } from "./facts.ts";
import { gateway, invalid, type Refusal } from "./reply.ts";
import { stageNames } from "./sampleVocabulary.ts";
import type { World } from "./world.ts";

/**
 * Returns the part of a body that the service stores, or why it refuses. Refusals list no fields, because none was ever
 * observed (LOFTY.md 2.2).
 */
export function judge(world: World, name: BodyName, body: JsonObject): Fitted & { ignored: string[] } {
  const { settings } = world;
  const { kept, found } = conform(body, name);
  const ignored = [...found.unknown, ...found.wrongType];
  const refuse = (refusal: Refusal) => ({ lead: kept, cut: [], ignored, refusal });

  if (found.wrongType.length > 0 && settings.wrongTypes === "refuse") return refuse(invalid("JSON parse error"));
  if (found.unknown.length > 0 && settings.unknownProperties === "refuse") return refuse(invalid("Unrecognized field"));
  if (found.unlisted.length > 0 && settings.unlistedValues === "refuse")
    return refuse(invalid(`${found.unlisted[0]} is not one of its values`));
  if (found.missing.length > 0) return refuse(invalid(`${found.missing[0]} is required`));
  if (settings.required === "missing-or-blank" && hasBlankName(kept)) return refuse(invalid("firstName is required"));
  const property = kept["property"];
  if (settings.emptyProperty === "refuse" && isObject(property) && !hasPlace(property)) return refuse(noPlace);
  const outside = typeof kept["stage"] === "string" && !stageNames.includes(kept["stage"]);
  if (outside && settings.unknownStage === "refuse") return refuse(invalid("Stage does not exist"));

  const lead = { ...kept };
  if (outside && settings.unknownStage === "drop") {
    delete lead["stage"];
    ignored.push("stage");
  }
  return { ...applyLimits(knownAttributes(world, lead, ignored), settings), ignored };
}

const isBlank = (value: Json | undefined) => typeof value === "string" && value.trim() === "";

function hasBlankName(lead: JsonObject): boolean {
  const family = lead["leadFamilyMemberList"];
  const people = [lead, ...(Array.isArray(family) ? family.filter(isObject) : [])];
  return people.some((person) => isBlank(person["firstName"]));
}

/** Without one of these the whole lead is refused (LOFTY.md 3.1). */
const places = ["city", "state", "zipCode", "streetAddress"];
export const hasPlace = (property: JsonObject): boolean =>
  places.some((name) => property[name] !== undefined && !isBlank(property[name]));
export const noPlace = gateway(400, 200057, "Property address is empty");

function knownAttributes({ settings, store }: World, lead: JsonObject, ignored: string[]): JsonObject {
  const list = lead["customAttributeList"];
  if (settings.unknownAttribute === "store" || !Array.isArray(list)) return lead;
  const defined = new Set(store.attributes.map(({ attributeName }) => attributeName));
  const isDefined = (item: Json) => isObject(item) && defined.has(item["attributeName"] ?? "");
  ignored.push(...list.flatMap((item, index) => (isDefined(item) ? [] : `customAttributeList.${index}`)));
  return { ...lead, customAttributeList: list.filter(isDefined) };
}
