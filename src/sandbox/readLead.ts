import type { Call } from "./call.ts";
import type { JsonObject, Json } from "./exactJson.ts";
import { noSuchLead, ok, type Reply } from "./reply.ts";
import { readableRecord } from "./readableLead.ts";
import { me, members, stageNames } from "./sampleVocabulary.ts";
import type { Lead } from "./store.ts";
import { textsIn } from "./store.ts";
import { tagsOf } from "./tagsOf.ts";
import { unsetInquiry, unsetLead, unsetProperty } from "./unset.ts";

/** GET /v1.0/leads/{leadId}. The live service wraps the lead in `lead`; the specification does not (LOFTY.md 5). */
export function readLead({ world, id }: Call): Reply {
  const lead = world.store.leads.get(id);
  const record = lead === undefined ? undefined : readableRecord(world, lead);
  if (lead === undefined || record === undefined) return noSuchLead;
  const shown = asRead(lead, record);
  return ok(world.settings.shapes === "live" ? { lead: shown } : shown);
}

/** Properties of requests that reads do not return. */
const writeOnly = new Set(["tags", "tagsAdd", "content", "isPin", "leadAlert", "welcomeEmail", "leadRouting"]);
const renamed = new Set(["inquiry", "property", "customAttributeList", "assignGroupId", "leadTransaction"]);

/** Returns a record with the names and formats of a read (LOFTY.md 5): tags are objects, unset numbers are −1. */
export function asRead(lead: Lead, record: JsonObject): Record<string, unknown> {
  const plain = Object.entries(record).filter(([name]) => !writeOnly.has(name) && !renamed.has(name));
  const { leadId, at, moreProperties } = lead;
  const property = record["property"];
  const groups = [...new Set([...textsIn(record, "groups"), ...textsIn(record, "segments")])];
  const assignedUserId = record["assignedUserId"] ?? me.memberUserId;
  const agent = members.find(({ memberUserId }) => memberUserId === BigInt(assignedUserId as number | bigint));
  const stage = record["stage"] ?? "New Leads";
  return {
    ...unsetLead,
    leadId,
    leadUserId: leadId + 7n,
    ...Object.fromEntries(plain),
    stage,
    stageId: stageNames.indexOf(String(stage)) < 0 ? -1 : 600_101 + stageNames.indexOf(String(stage)),
    assignedUserId,
    assignedUser: agent === undefined ? "" : `${agent.firstName} ${agent.lastName}`,
    groups,
    segments: groups,
    tags: tagsOf(record).map((tag) => ({ leadId, ...tag, createTime: readTime(at), updateTime: readTime(at) })),
    leadInquiry: { ...unsetInquiry, ...(record["inquiry"] as JsonObject | undefined) },
    leadPropertyList: [...(property === undefined ? [] : [property]), ...moreProperties].map(asReadProperty),
    customAttributes: record["customAttributeList"] ?? [],
    phoneStatuses: textsIn(record, "phones").map(() => 0),
    createTime: readTime(at),
    assignTime: readTime(at),
    lastUpdateTime: readTime(lead.versions.at(-1)?.from ?? at),
  };
}

/** Format of the live service: 2026-10-01T14:21:07GMT. */
const readTime = (at: number) => `${new Date(at).toISOString().slice(0, 19)}GMT`;

function asReadProperty(property: Json): JsonObject {
  // Write-only, used for routing (LOFTY.md 3.1).
  const { priceMin: _min, priceMax: _max, ...rest } = property as JsonObject;
  return { ...unsetProperty, ...rest };
}
