/**
 * What this browser keeps over a reload, under one prefix so that it can be cleared as a whole. Storage may be blocked
 * (private windows, frames): then what is kept lives as long as the page, and `isBlocked` says so.
 */
export const prefix = "foyer:";
export const onThisPage = new Map<string, unknown>();

/** Whether the browser took it: else it lives as long as the page. */
export function keep(key: string, value: unknown): boolean {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(prefix + key, text);
    if (localStorage.getItem(prefix + key) === text) return onThisPage.delete(key) || true;
  } catch {
    // Blocked or full.
  }
  onThisPage.set(key, value);
  return false;
}

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
