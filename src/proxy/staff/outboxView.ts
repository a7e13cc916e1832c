import type { JsonObject } from "#lead/json.ts";
import type { Difference, OutboxEntry } from "#lead/staffAnswers.ts";
import { parseExact } from "#lead/wire.ts";
import type { Pause } from "../delivery/gate.ts";
import { forbidsContact } from "../delivery/knownPerson.ts";
import { canFix } from "../delivery/machine.ts";
import { correctable } from "../intake/corrected.ts";
import { receipt } from "../intake/receipt.ts";
import type { Entry } from "../store/outbox.ts";
import { nameIn } from "./nameIn.ts";

/** An entry as staff see it. `crmPage`: the CRM's own page about a lead, or the one to search on. */
export function outboxView(
  entry: Entry,
  pause: Pause | undefined,
  crmPage: (leadId: string | null) => string,
): OutboxEntry {
  // Nothing is tried before a pause is over.
  const dueAt = entry.dueAt === null ? null : Math.max(entry.dueAt, pause?.until ?? 0);
  return {
    ...receipt({ ...entry, dueAt }),
    station: entry.station,
    acceptedAt: new Date(entry.acceptedAt).toISOString(),
    changedAt: new Date(entry.changedAt).toISOString(),
    name: nameIn(entry.lead),
    search: crmPage(entry.leadId),
    ...(canFix(entry) && entry.lead !== "" ? { lead: correctable(entry) } : {}),
    ...(entry.differences === null ? {} : { differences: JSON.parse(entry.differences) as readonly Difference[] }),
    // Anybody may have typed that person's email: staff are told.
    ...(entry.reason === "known-person" && entry.lead !== "" && forbidsContact(parseExact(entry.lead) as JsonObject)
      ? { forbadeContact: true }
      : {}),
    ...(entry.samePhoneAs === null ? {} : { samePhoneAs: entry.samePhoneAs }),
  };
}
