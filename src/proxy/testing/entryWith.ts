import type { Entry } from "../store/outbox.ts";

export const now = Date.UTC(2026, 10, 23, 9);

/** Returns an entry that was just accepted, with these values. */
export const entryWith = (values: Partial<Entry> = {}): Entry => ({
  id: "00000000-0000-4000-8000-000000000001",
  station: "front-desk",
  fingerprint: "f",
  status: "accepted",
  reason: null,
  lead: "{}",
  consent: null,
  leadId: null,
  attempts: 0,
  capturedAt: now,
  acceptedAt: now,
  changedAt: now,
  openSince: now,
  dueAt: now,
  looks: 0,
  misses: 0,
  resends: 0,
  differences: null,
  samePhoneAs: null,
  ...values,
});
