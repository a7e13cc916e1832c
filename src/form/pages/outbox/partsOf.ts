import type { OutboxCause, OutboxEntry } from "#lead/submission/staffAnswers.ts";

interface Part {
  /** Absent for the leads whose reason no other lead has. */
  readonly cause?: OutboxCause;
  readonly entries: readonly OutboxEntry[];
}

/** Returns the entries of each common cause together, the largest cause first, then the others. */
export function partsOf(entries: readonly OutboxEntry[], causes: readonly OutboxCause[]): readonly Part[] {
  const has = (cause: OutboxCause) => (entry: OutboxEntry) => (entry.reason ?? "") === cause.reason;
  const common = causes
    .toSorted((one, other) => other.count - one.count)
    .map((cause) => ({ cause, entries: entries.filter(has(cause)) }));
  const others = entries.filter((entry) => !causes.some((cause) => has(cause)(entry)));
  return others.length > 0 || common.length === 0 ? [...common, { entries: others }] : common;
}
