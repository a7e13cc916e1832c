import type { Call } from "./call.ts";
import type { Json, JsonObject } from "./exactJson.ts";
import { judge } from "./judge.ts";
import { mergeAttributes, union } from "./mergeRecords.ts";
import { emailIsTaken, leadIdReply, noSuchLead, type Reply } from "./reply.ts";
import { recordOf, textsIn, writeRecord, type Lead } from "./store.ts";
import type { World } from "./world.ts";

/** PUT /v1.0/leads/{leadId}. Works as soon as the id exists, even before the lead can be read (LOFTY.md 3.3). */
export function updateLead({ world, id, body }: Call): Reply {
  const lead = writableLead(world, id);
  if (lead === undefined) return noSuchLead;
  const { lead: change, cut, refusal } = judge(world, "EditLeadRequest", body);
  if (refusal !== undefined) return refusal;
  if (world.settings.putKnownEmail === "refuse" && hasForeignEmail(world, lead, change)) return emailIsTaken;
  writeRecord(world.store, lead, changed(world, recordOf(lead), change), world.now());
  lead.cut.push(...cut.filter((path) => !lead.cut.includes(path)));
  return leadIdReply(id);
}

/**
 * Returns the lead that an id writes to. A merged id writes to the surviving lead until the merge is finished, then to
 * none.
 */
export function writableLead({ store, now }: World, id: bigint): Lead | undefined {
  const lead = store.leads.get(id);
  if (lead?.mergedInto === undefined) return lead;
  return now() < lead.readableAt ? store.leads.get(lead.mergedInto) : undefined;
}

function hasForeignEmail({ store }: World, { leadId }: Lead, change: JsonObject): boolean {
  const holders = textsIn(change, "emails").map((email) => store.byEmail.get(email.toLowerCase()));
  return holders.some((holder) => holder !== undefined && holder !== leadId);
}

const tagNames = ["tags", "tagsAdd", "tagsRemove", "clearAllTags"];

function changed({ settings }: World, record: JsonObject, change: JsonObject): JsonObject {
  const { customAttributeList } = change;
  const plain = Object.fromEntries(Object.entries(change).filter(([name]) => !tagNames.includes(name)));
  const attributes: JsonObject =
    customAttributeList !== undefined && settings.putAttributes === "merge"
      ? { customAttributeList: mergeAttributes(record["customAttributeList"], customAttributeList) }
      : {};
  return withTags({ ...record, ...plain, ...attributes }, change);
}

/** Order: `tags` replaces (an empty list is ignored, LOFTY.md 3.1), `tagsAdd` adds, `tagsRemove` removes. */
function withTags(record: JsonObject, change: JsonObject): JsonObject {
  const { tags, tagsAdd: added, ...rest } = record;
  const replaced = textsIn(change, "tags");
  const cleared = change["clearAllTags"] === true;
  const removed = new Set(textsIn(change, "tagsRemove").map((tag) => tag.toLowerCase()));
  const without = (list: Json | undefined) =>
    [list ?? []].flat().filter((tag) => typeof tag !== "string" || !removed.has(tag.toLowerCase()));
  const isReplaced = replaced.length > 0;
  const tagsNow = without(isReplaced ? replaced : cleared ? [] : tags);
  const addedNow = without(union(isReplaced || cleared ? [] : added, textsIn(change, "tagsAdd")));
  return {
    ...rest,
    ...(tagsNow.length > 0 ? { tags: tagsNow } : {}),
    ...(addedNow.length > 0 ? { tagsAdd: addedNow } : {}),
  };
}
