/** Storage of this tab only. It survives a reload. Where sessionStorage is blocked it lasts as long as the page. */
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
    // Storage is blocked: the value lasts as long as the page.
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
 * A duplicated tab, and a tab that a page opened, start with a copy of sessionStorage that belongs to the other tab. A
 * page sets the `open` mark while it is shown and removes it when it is hidden. So a page that starts and finds the
 * mark has such a copy, and clears it. After a reload there is no mark.
 */
function start(): void {
  try {
    // The preview's frame shares the storage of the page around it.
    if (window.frameElement) return;
    const wasDiscarded = "wasDiscarded" in document && document.wasDiscarded === true;
    if (sessionStorage.getItem(prefix + openKey) !== null && !wasDiscarded)
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
    const mark = () => sessionStorage.setItem(prefix + openKey, "1");
    mark();
    window.addEventListener("pageshow", mark);
    window.addEventListener("pagehide", () => sessionStorage.removeItem(prefix + openKey));
  } catch {
    // Storage is blocked: there is nothing to clear.
  }
}

start();
