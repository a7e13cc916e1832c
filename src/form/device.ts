/**
 * What this browser keeps over a reload, under one prefix so that it can be cleared as a whole. Storage may be blocked
 * (private windows, frames): then what is kept lives as long as the page, and `isBlocked` says so.
 */
const prefix = "foyer:";
const onThisPage = new Map<string, unknown>();

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
    onThisPage.delete(key);
  } catch {
    // Blocked or full: it lives as long as the page.
    onThisPage.set(key, value);
  }
}

/** Keeps a value as long as the page lives, and never longer. */
export const keepOnPage = (key: string, value: unknown): unknown => onThisPage.set(key, value);

export function forget(key: string): void {
  onThisPage.delete(key);
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Blocked: there is nothing to forget.
  }
}

/** What was kept, as it was kept; whoever reads it knows its shape. */
export function recall<T>(key: string): T | undefined {
  try {
    const kept = localStorage.getItem(prefix + key);
    if (kept !== null && !onThisPage.has(key)) return JSON.parse(kept) as T;
  } catch {
    // Blocked, or not ours.
  }
  return onThisPage.get(key) as T | undefined;
}

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

/** Tells when another tab keeps or forgets a key; answers how to stop listening. */
export function heardElsewhere(key: string, run: () => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === prefix + key) run();
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
