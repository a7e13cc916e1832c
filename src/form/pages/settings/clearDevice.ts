/**
 * Deletes everything that Foyer has stored in this browser: settings, stations, unfinished leads, lists, offline
 * copies.
 */
export async function clearDevice(): Promise<void> {
  try {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) if (name) await drop(name);
    // `caches` exists only in a secure context.
    if ("caches" in window) for (const name of await caches.keys()) await caches.delete(name);
  } catch {
    // Storage is blocked: nothing was stored.
  }
}

const drop = (name: string) =>
  new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase(name);
    // Another page that has the database open only delays the deletion.
    request.onsuccess = request.onerror = request.onblocked = () => done();
  });
