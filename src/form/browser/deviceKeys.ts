import { known, onThisPage, prefix } from "./device.ts";
import { reconcile } from "./mirror.ts";

/** Keeps a value in memory until the page is closed. Never writes it to storage: returns false. */
export function keepOnPage(key: string, value: unknown): false {
  onThisPage.set(key, value);
  return false;
}

/** Whether storage holds a key with this prefix. Values in page memory do not count. */
export const isKept = (start: string): boolean => storedKeys(start).length > 0;

/** All keys with this prefix, in storage and in page memory. */
export function keysFrom(start: string): readonly string[] {
  const onPage = [...onThisPage.keys()].filter((key) => key.startsWith(start));
  return [...new Set([...storedKeys(start), ...onPage])];
}

function storedKeys(start: string): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length));
  } catch {
    return []; // Storage is blocked: the values are in page memory.
  }
}

const onChange = new Map<() => void, string>();

/**
 * Calls `run` when another tab changes a key with this prefix. Returns an unsubscribe function. An event can come late,
 * also from the page that this tab showed before: it counts only if the stored text is new to this page.
 */
export function onOtherTabChange(start: string, run: () => void): () => void {
  for (const key of storedKeys(start)) if (!known.has(key)) known.set(key, textAt(key));
  const tell = () => run();
  onChange.set(tell, start);
  window.addEventListener("storage", onStorage);
  return () => onChange.delete(tell);
}

/** Some browsers let IndexedDB hang. The work goes on then, and what was lost comes back if they answer after all. */
const longestMs = 3_000;

/** Puts back what was lost when the browser was killed. It counts as another tab's change. */
export async function restoreKept(): Promise<void> {
  const done = reconcile(prefix).then((keys) => keys.forEach(changed));
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, longestMs))]);
}

const onStorage = (event: StorageEvent) => event.key?.startsWith(prefix) && changed(event.key);

function changed(storageKey: string): void {
  const key = storageKey.slice(prefix.length);
  const now = textAt(key);
  if (now === (known.get(key) ?? null)) return;
  known.set(key, now);
  for (const [run, start] of onChange) if (key.startsWith(start)) run();
}

function textAt(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null; // Storage is blocked.
  }
}

/** Whether this browser blocks storage. */
export function isBlocked(): boolean {
  if (import.meta.env.SSR) return false;
  try {
    localStorage.setItem(`${prefix}probe`, "1");
    localStorage.removeItem(`${prefix}probe`);
    return false;
  } catch {
    return true;
  }
}
