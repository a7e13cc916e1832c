import { known, onThisPage, prefix } from "./device.ts";

/** Keeps a value in memory until the page is closed. Never writes it to storage. */
export const keepOnPage = (key: string, value: unknown): unknown => onThisPage.set(key, value);

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
  for (const key of storedKeys(start)) if (!known.has(key)) known.set(key, stored(key));
  const tell = () => run();
  onChange.set(tell, start);
  window.addEventListener("storage", onStorage);
  return () => onChange.delete(tell);
}

function onStorage(event: StorageEvent): void {
  if (!event.key?.startsWith(prefix)) return;
  const key = event.key.slice(prefix.length);
  const now = stored(key);
  if (now === (known.get(key) ?? null)) return;
  known.set(key, now);
  for (const [run, start] of onChange) if (key.startsWith(start)) run();
}

function stored(key: string): string | null {
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
