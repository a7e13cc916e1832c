/** Chromium's Background Sync, which TypeScript's DOM library does not have. */
interface SyncManager {
  register(tag: string): Promise<void>;
}

export const syncTag = "queue";

/** Asks the browser to wake the service worker when the network is back, also after the page was closed. */
export async function wakeWorkerLater(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  const { sync } = (registration ?? {}) as { readonly sync?: SyncManager };
  // Not allowed in private windows.
  await sync?.register(syncTag).catch(() => undefined);
}
