import type { Call } from "./call.ts";
import type { JsonObject } from "./exactJson.ts";
import { hasPlace, judge, noPlace } from "./judge.ts";
import { leadIdReply, noSuchLead, type Reply } from "./reply.ts";
import { recordOf, writeRecord } from "./store.ts";
import { writableLead } from "./updateLead.ts";

/**
 * POST …/inquiry, …/property and …/activity. Minimal. Lofty accepts them before the lead can be read (LOFTY.md 3.3).
 */
export function addInquiry({ world, id, body }: Call): Reply {
  const lead = writableLead(world, id);
  if (lead === undefined) return noSuchLead;
  const { lead: inquiry, refusal } = judge(world, "LeadInquiry", body);
  if (refusal !== undefined) return refusal;
  const record = recordOf(lead);
  const before = record["inquiry"] as JsonObject | undefined;
  writeRecord(world.store, lead, { ...record, inquiry: { ...before, ...inquiry } }, world.now());
  return leadIdReply(id);
}

export function addProperty({ world, id, body }: Call): Reply {
  const lead = writableLead(world, id);
  if (lead === undefined) return noSuchLead;
  const { lead: property, refusal } = judge(world, "LeadProperty", body);
  if (refusal !== undefined) return refusal;
  if (world.settings.emptyProperty === "refuse" && !hasPlace(property)) return noPlace;
  lead.moreProperties.push(property);
  return leadIdReply(id);
}

export function addActivity({ world, id, body }: Call): Reply {
  const lead = writableLead(world, id);
  if (lead === undefined) return noSuchLead;
  const { lead: activity, refusal } = judge(world, "LeadActivity", body);
  if (refusal !== undefined) return refusal;
  lead.activities.push(activity);
  return leadIdReply(id);
}
