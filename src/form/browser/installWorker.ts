import { keepPages, skipMessage } from "./cachedPages.ts";
import { isLeadOpenHere, whenNoLeadIsOpen } from "./openLead.ts";

/** The worker downloads the whole app. Wait until the page itself has loaded. */
const afterMs = 2_000;
const lookEveryMs = 60 * 60_000;
/** A waiting build is loaded when no lead has been open at one of these checks. */
const tryEveryMs = 60_000;

let waiting: ServiceWorker | undefined;
/** A newer build has taken control of this page. */
let isOld = false;
const changed = new EventTarget();

/**
 * Installs the service worker (worker.ts). After one visit the app opens without a network. A new build waits until no
 * tab has a lead open; then all tabs load it. Does nothing in a frame on another site and on a page without TLS.
 */
export function installWorker(): void {
  const serviceWorker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || !serviceWorker || window.self !== window.top) return;
  // The very first worker has the same build as the page that it takes control of: no reload is needed.
  let isFirst = serviceWorker.controller === null;
  serviceWorker.addEventListener("controllerchange", () => {
    isOld = !isFirst;
    isFirst = false;
    // Somebody may have begun to type since the last look.
    reloadOld();
  });
  window.setTimeout(() => void install(serviceWorker), afterMs);
}

async function install(serviceWorker: ServiceWorkerContainer): Promise<void> {
  const registration = await serviceWorker.register("/worker.js").catch(() => undefined);
  if (!registration) return;
  const found = () => {
    const next = registration.waiting;
    if (!next || !serviceWorker.controller) return;
    waiting = next;
    changed.dispatchEvent(new Event("change"));
    void updateNow();
  };
  found();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", found));
  document.addEventListener("visibilitychange", () => void updateNow());
  window.setInterval(() => void registration.update().catch(() => undefined), lookEveryMs);
  window.setInterval(() => void updateNow(), tryEveryMs);
  await serviceWorker.ready;
  keepPages([window.location.pathname]);
}

function reloadOld(): void {
  if (isOld && !isLeadOpenHere()) window.location.reload();
}

/** Loads a waiting build if no tab has a lead open. */
async function updateNow(): Promise<void> {
  reloadOld();
  await whenNoLeadIsOpen(() => waiting?.postMessage(skipMessage));
}

/** Calls `run` when a new build starts to wait. Returns an unsubscribe function. */
export function onWaiting(run: () => void): () => void {
  changed.addEventListener("change", run);
  return () => changed.removeEventListener("change", run);
}

/** Whether a new build is waiting. */
export const isWaiting = (): boolean => waiting !== undefined;
