/** Forgets everything that this browser kept for Foyer: settings, stations, unfinished leads, lists, offline copies. */
export async function clearDevice(): Promise<void> {
  try {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) if (name) await drop(name);
    // Only a secure page has caches.
    if ("caches" in window) for (const name of await caches.keys()) await caches.delete(name);
  } catch {
    // Storage is blocked: nothing was kept.
  }
}

const drop = (name: string) =>
  new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase(name);
    // A page that still has it open delays the deletion, it does not prevent it.
    request.onsuccess = request.onerror = request.onblocked = () => done();
  });
