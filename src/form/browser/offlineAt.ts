import { keep, recall } from "./device.ts";

const kept = "offline-at";

/** When the app was last opened on this device without a network (ISO 8601). */
export const offlineAt = (): string | undefined => recall<string>(kept);

/** Call it when the app starts. Only a page from the service worker opens without a network. */
export function noteOffline(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!navigator.onLine && workers?.controller) keep(kept, new Date().toISOString());
}
