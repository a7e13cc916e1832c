import type { JsonObject } from "#lead/json.ts";
import type { Consent } from "#lead/submission/consent.ts";
import { withdrawalUndoMs, withoutWays, type Way } from "#lead/submission/ways.ts";
import { parseExact, toWire } from "#lead/wire.ts";
import { optedOutLine } from "../crm/footer.ts";
import type { Clock } from "../platform/clock.ts";
import type { Change, Entry } from "../store/outbox.ts";

/** What the person of an entry opted out of before. */
export interface OptedOut {
  readonly optedOut: (entry: Entry) => Promise<readonly Way[]>;
  /** Returns when staff last recorded a withdrawal of that person, in ms. */
  readonly withdrawnAt: (entry: Entry) => Promise<number | undefined>;
}

/**
 * Adds the person's earlier opt-outs to the lead, even if the form allows contact now, and says so in the note. Returns
 * the same entry when nothing changes.
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

/**
 * Returns true while staff can undo a withdrawal that was recorded at this time. The clock of another proxy that recorded
 * it may be a little ahead. A time far ahead is from before our clock was put back.
 */
export const isUndoable = (at: number | undefined, clock: Clock): at is number =>
  at !== undefined && at > clock.in(-withdrawalUndoMs) && at <= clock.in(withdrawalUndoMs);
/** What was sent cannot be taken back, so the lead waits until staff cannot undo the withdrawal any more. */
export const untilFinal = (withdrawnAt: number, clock: Clock): Change => ({
  status: "accepted",
  dueAt: withdrawnAt + clock.in(withdrawalUndoMs) - clock.now(),
});
