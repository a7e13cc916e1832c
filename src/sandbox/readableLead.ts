import type { JsonObject } from "./exactJson.ts";
import type { Lead } from "./store.ts";
import type { World } from "./world.ts";

/** Returns a lead if reads can find it: stored, not merged away, and older than the read lag. */
export function readableLead(world: World, id: bigint): Lead | undefined {
  const lead = world.store.leads.get(id);
  return lead !== undefined && readableRecord(world, lead) !== undefined ? lead : undefined;
}

export function readableRecord({ now, scaled, settings }: World, lead: Lead): JsonObject | undefined {
  if (lead.mergedInto !== undefined) return undefined;
  const seenAt = now() - scaled(settings.staleReadMs);
  return lead.versions.findLast(({ from }) => from <= seenAt)?.record;
}
