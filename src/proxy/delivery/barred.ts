import type { JsonObject } from "#lead/json.ts";
import type { Consent } from "#lead/submission/consent.ts";
import { withoutWays, type Way } from "#lead/submission/ways.ts";
import { parseExact, toWire } from "#lead/wire.ts";
import { optedOutLine } from "../crm/footer.ts";
import type { Entry } from "../store/outbox.ts";

/**
 * Returns the entry as it may be sent: its lead forbids what its person opted out of before, whatever was ticked now,
 * and the note says so. Returns the same entry when nothing changes.
 */
export function barred(entry: Entry, optedOut: readonly Way[]): Entry {
  if (optedOut.length === 0) return entry;
  const lead = parseExact(entry.lead) as JsonObject;
  const line = optedOutLine(optedOut);
  const note = String(lead["content"] ?? "");
  const content = note.endsWith(line) ? note : `${note}\n${line}`;
  return { ...entry, lead: toWire({ ...withoutWays(lead, optedOut, saidIn(entry)), content }) };
}

/** Without a consent a visitor refused nothing, and staff refused what their flags say. */
function saidIn({ consent, walkIn }: Entry): Pick<Consent, "channels"> | undefined {
  if (consent !== null) return JSON.parse(consent) as Consent;
  return walkIn ? undefined : { channels: {} };
}
