import { onThisPage, prefix } from "./device.ts";

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

/** Calls `run` when another tab changes a key with this prefix. Returns an unsubscribe function. */
export function onOtherTabChange(start: string, run: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key?.startsWith(prefix + start)) run();
  };
  window.addEventListener("storage", onStorage);
  return () => window.removeEventListener("storage", onStorage);
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
