import { heldMs, isUnsent } from "./entry.ts";
import { change, queued } from "./queue.ts";
import { wake } from "./sender.ts";

/** Releases what is held back and sends it now: one entry, or all. */
export async function release(only?: string): Promise<void> {
  const held = queued().filter((entry) => isUnsent(entry) && heldMs(entry) > 0 && (only ?? entry.id) === entry.id);
  if (held.length === 0) return;
  await Promise.all(held.map(({ id }) => change(id, ({ notBefore: _notBefore, ...free }) => free)));
  await wake();
}

/**
 * Keeps an entry from being sent, because its answers become a draft again. Returns false if an attempt has begun: then
 * the proxy may have it.
 */
export async function takeBack(id: string): Promise<boolean> {
  const now = await change(id, (entry) => (!entry.hasBegun ? { ...entry, isEdited: true } : entry));
  return now?.isEdited === true;
}
