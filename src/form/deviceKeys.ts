import { onThisPage, prefix } from "./device.ts";

/** Keeps a value as long as the page lives, and never longer. */
export const keepOnPage = (key: string, value: unknown): unknown => onThisPage.set(key, value);

/** Whether storage holds a key that begins like this. What lives on this page only does not count. */
export const isKept = (start: string): boolean => storedKeys(start).length > 0;

/** The keys kept that begin like this. */
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
    return []; // Blocked: what is kept is on this page.
  }
}

/** Calls `run` when another tab keeps or forgets a key that begins like this. Returns an unsubscribe function. */
export function heardElsewhere(start: string, run: () => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key?.startsWith(prefix + start)) run();
  };
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}

/** Whether this browser refuses to keep anything. */
export function isBlocked(): boolean {
  try {
    localStorage.setItem(`${prefix}probe`, "1");
    localStorage.removeItem(`${prefix}probe`);
    return false;
  } catch {
    return true;
  }
}
