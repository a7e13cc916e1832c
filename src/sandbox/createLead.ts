import type { Call } from "./call.ts";
import type { JsonObject } from "./exactJson.ts";
import { judge } from "./judge.ts";
import { knownLead } from "./knownLead.ts";
import { mergeRecords } from "./mergeRecords.ts";
import { nextId } from "./nextId.ts";
import { addNote } from "./notes.ts";
import { emailIsTaken, leadIdReply, type Reply } from "./reply.ts";
import { recordOf, writeRecord, type Lead } from "./store.ts";
import type { World } from "./world.ts";

/** POST /v1.0/leads. There is no idempotency key: a retry can create a second lead (LOFTY.md 2.3). */
export function createLead({ world, body }: Call): Reply {
  const { settings, store, now } = world;
  const { lead: record, cut, ignored, refusal } = judge(world, "LeadRequest", body);
  if (refusal !== undefined) return refusal;
  if (settings.contentOnCreate === "ignored" && record["content"] !== undefined) {
    delete record["content"];
    ignored.push("content");
  }

  const known = settings.knownEmail === "duplicate" ? undefined : knownLead(world, record);
  if (known !== undefined && settings.knownEmail === "refuse") return emailIsTaken;
  const lead: Lead = {
    leadId: nextId(world),
    at: now(),
    readableAt: now() + world.scaled(settings.readLagMs),
    received: body,
    cut,
    ignored,
    versions: [],
    moreProperties: [],
    activities: [],
    ...(known === undefined ? {} : { mergedInto: known.leadId }),
  };
  store.leads.set(lead.leadId, lead);
  if (known === undefined) writeRecord(store, lead, record, now());
  else {
    // The new lead's own record is listed by the control routes, but no look-up by e-mail finds it.
    lead.versions.push({ from: lead.readableAt, record });
    writeRecord(store, known, mergeRecords(recordOf(known), record), now());
  }
  keepContent(world, known ?? lead, record);
  const before = [...store.leads.keys()].at(-2);
  if (settings.createdId === "foreign" && before !== undefined) return leadIdReply(before);
  return leadIdReply(known !== undefined && settings.knownEmail === "survivor" ? known.leadId : lead.leadId);
}

function keepContent(world: World, { leadId }: Lead, record: JsonObject): void {
  const content = record["content"];
  if (typeof content === "string" && content !== "") addNote(world, leadId, content, record["isPin"] === true);
}
