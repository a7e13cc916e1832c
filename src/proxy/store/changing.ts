import { withAgent } from "./arrivals.ts";
import type { Statement, Value } from "./driver/driver.ts";
import { eventKey } from "./eventKey.ts";
import type { Entry, Outbox } from "./outbox.ts";
import { isPersonal, type Personal } from "./driver/personal.ts";

export const columnOf = {
  id: "id",
  station: "station",
  fingerprint: "fingerprint",
  status: "status",
  reason: "reason",
  lead: "lead",
  consent: "consent",
  acknowledgement: "acknowledgement",
  event: "event",
  leadId: "lead_id",
  attempts: "attempts",
  capturedAt: "captured_at",
  deviceCapturedAt: "device_captured_at",
  acceptedAt: "accepted_at",
  lane: "lane",
  walkIn: "walk_in",
  changedAt: "changed_at",
  openSince: "open_since",
  dueAt: "due_at",
  looks: "looks",
  misses: "misses",
  resends: "resends",
  differences: "differences",
  samePhoneAs: "same_phone_as",
  issues: "issues",
} as const satisfies Record<keyof Entry, string>;

/** Returns the statement of `Outbox.change`. It returns a row when it changed the entry. */
export function changing(personal: Personal, ...[id, from, change, now]: Parameters<Outbox["change"]>): Statement {
  const written = Object.entries({ ...change, changedAt: now }) as [keyof Entry, Value][];
  const set = written.map(([key], index) => {
    const [column, value] = [columnOf[key], `$${index + 3}`];
    return `${column} = ${isPersonal(column) ? personal.seal(column, value, "id", "week") : value}`;
  });
  if (change.lead !== undefined) set.push(`with_agent = ${withAgent(change.lead)}`);
  const values = [id, from.attempts, ...written.map(([, value]) => value)];
  const given = (value: Value) => `$${values.push(value)}`;
  if (change.event !== undefined) set.push(`event_key = ${given(eventKey(change.event))}`);
  const isSame = from.leadId === undefined ? "" : ` AND lead_id IS NOT DISTINCT FROM ${given(from.leadId)}`;
  // The status is a literal: SQLite would prepare the statement again whenever its parameter is another one.
  const where = `id = $1 AND status = '${from.status}' AND attempts = $2${isSame}`;
  return [`UPDATE submissions SET ${set.join()} WHERE ${where} RETURNING id`, values];
}
