import { forget } from "../../browser/device.ts";
import { keysFrom } from "../../browser/deviceKeys.ts";
import { queueName } from "../../sending/queue/store.ts";

/**
 * Deletes everything that Foyer has stored in this browser: settings, stations, unfinished leads, lists, offline
 * copies. What stays are the names of the removed keys: a browser that is killed now must not bring them back.
 */
export async function clearDevice(): Promise<void> {
  for (const step of steps)
    try {
      await step();
    } catch {
      // This storage is blocked: nothing was stored there.
    }
}

const steps: readonly (() => unknown)[] = [
  () => {
    for (const key of keysFrom("")) forget(key);
  },
  () => sessionStorage.clear(),
  () => drop(queueName),
  // Both exist only in a secure context. The worker fills its cache when it is installed, so it goes with it.
  async () => {
    if ("caches" in window) for (const name of await caches.keys()) await caches.delete(name);
  },
  async () => {
    if ("serviceWorker" in navigator)
      for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  },
];

const drop = (name: string) =>
  new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase(name);
    // Another page that has the database open only delays the deletion.
    request.onsuccess = request.onerror = request.onblocked = () => done();
  });
