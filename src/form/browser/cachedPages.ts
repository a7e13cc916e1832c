/** The name of the cache that holds the stations' pages of a build (worker.ts). */
export const pageCache = (build: string): string => `foyer-pages ${build}`;

/** The message that asks the waiting worker to activate. */
export const skipMessage = "foyer:skip-waiting";

/** Returns the paths of a message that asks the worker to fetch pages, or undefined for any other message. */
export const pagesMessage = (data: unknown): readonly string[] | undefined =>
  typeof data === "object" && data !== null && "foyerPages" in data
    ? (data.foyerPages as readonly string[])
    : undefined;

let isDropped = false;

/** Asks the worker to fetch and cache pages, so that they open without a network. Does nothing after `dropPages`. */
export function keepPages(foyerPages: readonly string[]): void {
  if (isDropped) return;
  const serviceWorker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // Without a worker (no TLS, a frame) this never resolves.
  void serviceWorker?.ready.then(({ active }) => active?.postMessage({ foyerPages }));
}

/** Asks the worker to fetch all cached pages again. Until then they stay as they are. */
export async function renewPages(): Promise<void> {
  if (!("caches" in globalThis)) return;
  const paths = await cachedPaths();
  if (paths.length > 0) keepPages(paths);
}

/** The paths of all cached pages, of any build. */
export async function cachedPaths(): Promise<readonly string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(pageCache("")));
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return [...new Set(lists.flat().map(({ url }) => new URL(url).pathname))];
}

/** Staff have signed in again: pages may be cached. */
export const allowPages = (): void => void (isDropped = false);

/** Deletes all cached pages, before the device signs out or is handed over. Resolves when they are deleted. */
export async function dropPages(): Promise<void> {
  isDropped = true;
  if ("caches" in globalThis) await deletePagesExcept(undefined);
}

/** Deletes the caches of pages of all other builds; of all builds without `own`. */
export async function deletePagesExcept(own: string | undefined): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(pageCache("")) && name !== own);
  await Promise.all(names.map((name) => caches.delete(name)));
}
