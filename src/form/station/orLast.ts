import { isUnreachable } from "../browser/api.ts";
import { keep, recall } from "../browser/device.ts";

/** The copies that this page shows because the proxy cannot be reached, each with its time (ISO 8601). */
const shown = new Map<string, string>();
const listeners = new Set<() => void>();
const timeKey = (key: string) => `seen:${key}`;

/** Stores what the proxy answered under `key`, with the time. */
export function keepCopy(key: string, value: unknown): void {
  keep(key, value);
  keep(timeKey(key), new Date().toISOString());
}

/**
 * Returns what the proxy answers. If it cannot be reached, returns the last copy on this device, if there is one. It was
 * stored under `key`, or as a part of what is stored under `whole`.
 */
export async function orLast<T>(key: string, answer: Promise<T>, last: () => T | undefined, whole = key): Promise<T> {
  try {
    const now = await answer;
    note(key, undefined);
    return now;
  } catch (error) {
    const copy = isUnreachable(error) ? last() : undefined;
    if (copy === undefined) throw error;
    note(key, recall<string>(timeKey(key)) ?? recall<string>(timeKey(whole)));
    return copy;
  }
}

/** When the proxy sent the copy that this page shows. Undefined: the page shows no copy, or its time is not known. */
export const copyTime = (key: string): string | undefined => shown.get(key);

/** Calls `run` when this page begins or stops to show a copy. Returns an unsubscribe function. */
export function onCopy(run: () => void): () => void {
  listeners.add(run);
  return () => listeners.delete(run);
}

function note(key: string, time: string | undefined): void {
  if (time === undefined) shown.delete(key);
  else shown.set(key, time);
  for (const run of [...listeners]) run();
}
