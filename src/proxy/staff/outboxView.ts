import type { Issue } from "#lead/issue.ts";
import type { JsonObject } from "#lead/json.ts";
import type { Difference, OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { parseExact } from "#lead/wire.ts";
import type { Pause } from "../crm/gate.ts";
import { forbidsContact } from "../delivery/knownPerson.ts";
import { canFix } from "../delivery/machine.ts";
import { correctable } from "../intake/corrected.ts";
import { needsFix } from "../intake/parkedOnArrival.ts";
import { receipt } from "../intake/receipt.ts";
import type { Entry } from "../store/outbox.ts";
import { asShown } from "../store/driver/unreadable.ts";
import { nameIn } from "../store/nameIn.ts";

/** Returns an entry as staff see it. `crmPage` returns the CRM's page of a lead, or its search page for null. */
export function outboxView(
  stored: Entry,
  pause: Pause | undefined,
  crmPage: (leadId: string | null) => string,
): OutboxEntry {
  const entry = asShown(stored);
  // No attempt is made before a pause is over.
  const dueAt = entry.dueAt === null ? null : Math.max(entry.dueAt, pause?.until ?? 0);
  return {
    ...receipt({ ...entry, dueAt }),
    station: entry.station,
    acceptedAt: new Date(entry.acceptedAt).toISOString(),
    changedAt: new Date(entry.changedAt).toISOString(),
    name: nameIn(entry.lead),
    search: crmPage(entry.leadId),
    ...(canFix(entry) && entry.lead !== "" ? { lead: correctable(entry) } : {}),
    ...(entry.reason === needsFix && entry.issues ? { issues: JSON.parse(entry.issues) as readonly Issue[] } : {}),
    ...(entry.differences === null ? {} : { differences: JSON.parse(entry.differences) as readonly Difference[] }),
    // Anybody may have entered that person's email, so staff are informed.
    ...(entry.reason === "known-person" && entry.lead !== "" && forbidsContact(parseExact(entry.lead) as JsonObject)
      ? { forbadeContact: true }
      : {}),
    ...(entry.samePhoneAs === null ? {} : { samePhoneAs: entry.samePhoneAs }),
  };
}
