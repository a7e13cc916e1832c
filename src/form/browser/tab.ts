/** What belongs to this tab alone, over a reload. Where sessionStorage is blocked it lives as long as the page. */
const prefix = "foyer:";
const openKey = "open";
const onThisPage = new Map<string, string>();

/** Unchecked JSON; the caller supplies the type. */
export function recallInTab<T>(key: string): T | undefined {
  const text = read(key);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

export function keepInTab(key: string, value: unknown): void {
  onThisPage.set(key, JSON.stringify(value));
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Blocked: it lives as long as the page.
  }
}

function read(key: string): string | undefined {
  try {
    return sessionStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return onThisPage.get(key);
  }
}

/**
 * A duplicated tab, and one opened by a page, starts with a copy of sessionStorage. The mark of an open page is in such
 * a copy, and not in what a page finds after a reload: it owns nothing of what is there.
 */
function start(): void {
  try {
    const wasDiscarded = "wasDiscarded" in document && document.wasDiscarded === true;
    if (sessionStorage.getItem(prefix + openKey) !== null && !wasDiscarded)
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
    const mark = () => sessionStorage.setItem(prefix + openKey, "1");
    mark();
    window.addEventListener("pageshow", mark);
    window.addEventListener("pagehide", () => sessionStorage.removeItem(prefix + openKey));
  } catch {
    // Blocked: there is nothing to own.
  }
}

start();
