import { mirror } from "./mirror.ts";

/**
 * Storage of this browser that survives a reload, and a kill (mirror.ts). All keys have one prefix, so that they can be
 * cleared together. Storage may be blocked (private windows, frames): then values last as long as the page, and
 * `isBlocked` returns true.
 */
export const prefix = "foyer:";
export const onThisPage = new Map<string, unknown>();
/** The text that this page last wrote or first found in storage at a key; null if there is none (deviceKeys.ts). */
export const known = new Map<string, string | null>();
let closed: readonly string[] = [];

/**
 * Stops storing values at keys with these prefixes on this page: late responses must not restore deleted data. The next
 * page may store them again.
 */
export const closeKeys = (starts: readonly string[]): void => void (closed = starts);

/** Saves a value as JSON. Returns false if storage is blocked or full: then the value lasts as long as the page. */
export function keep(key: string, value: unknown): boolean {
  const text = JSON.stringify(value);
  if (closed.some((start) => key.startsWith(start))) return false;
  try {
    if (localStorage.getItem(prefix + key) !== text) {
      localStorage.setItem(prefix + key, text);
      mirror(prefix + key, text);
    }
    known.set(key, text);
    if (localStorage.getItem(prefix + key) === text) return onThisPage.delete(key) || true;
  } catch {
    // Storage is blocked or full.
  }
  onThisPage.set(key, value);
  return false;
}

export function forget(key: string): void {
  onThisPage.delete(key);
  try {
    if (localStorage.getItem(prefix + key) !== null) {
      localStorage.removeItem(prefix + key);
      mirror(prefix + key, null);
    }
    known.set(key, null);
  } catch {
    // Storage is blocked: there is nothing to remove.
  }
}

/** Unchecked JSON; the caller supplies the type. */
export function recall<T>(key: string): T | undefined {
  try {
    const kept = localStorage.getItem(prefix + key);
    if (!known.has(key)) known.set(key, kept);
    if (kept !== null && !onThisPage.has(key)) return JSON.parse(kept) as T;
  } catch {
    // Storage is blocked, or the text is not JSON.
  }
  return onThisPage.get(key) as T | undefined;
}
