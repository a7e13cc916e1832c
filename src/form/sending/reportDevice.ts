import type { DeviceReport } from "#lead/submission/deviceReport.ts";
import { houseOf } from "#lead/station/event.ts";
import { ask, refusalOf } from "../browser/api.ts";
import { deviceKind } from "../browser/deviceKind.ts";
import { segmentsOf } from "../browser/route.ts";
import { eventNow } from "../station/eventNow.ts";
import { lastStation } from "../station/lastStation.ts";
import { lastSeen } from "../station/loadStation.ts";
import { noteRevoked } from "../station/revoked.ts";
import { onSignedIn } from "../station/signedIn.ts";
import { isUnsent } from "./queue/entry.ts";
import { onQueue, queued } from "./queue/queue.ts";

/** The first screen comes first. */
const firstMs = 3_000;
/** "Before you leave" doubts a device that is silent for longer than two of these (devicesAt.ts). */
const everyMs = 30_000;
/** Several changes of the queue are one report. */
const togetherMs = 1_000;
const revokedType = "/problems/device-revoked";

/**
 * Tells the proxy what this device is and how many leads wait here: every 30 s, when that number changes, when the
 * network is back, when staff sign in, and when the page is shown or hidden. Then staff see which device still has
 * leads. The page of a website's visitor says nothing.
 */
export function reportDevice(): void {
  if (segmentsOf(window.location.pathname)[0] === "embed") return;
  let unsent = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void report(), togetherMs);
  };
  /** A hidden page may be frozen at any time. */
  const lastWord = () => {
    clearTimeout(timer);
    void report(true);
  };
  const isHidden = () => document.visibilityState === "hidden";
  window.setTimeout(soon, firstMs);
  // Not by another timer: browsers run those of a hidden page once a minute.
  window.setInterval(() => void report(), everyMs);
  onQueue(() => {
    const now = unsentNow();
    if (now !== unsent) (now === 0 && isHidden() ? lastWord : soon)();
    unsent = now;
  });
  onSignedIn(soon);
  window.addEventListener("online", soon);
  document.addEventListener("visibilitychange", () => {
    if (!isHidden()) soon();
    // Leads that are left may be on their way: the queue changes once they have arrived.
    else if (unsentNow() === 0) lastWord();
  });
}

const unsentNow = () => queued().filter(isUnsent).length;

async function report(isLeaving = false): Promise<void> {
  const [page, id] = segmentsOf(window.location.pathname);
  const station = page === "kiosk" && id !== undefined ? lastSeen(id) : lastStation();
  const event = station && eventNow(station);
  const body: DeviceReport = {
    kind: deviceKind(),
    build: import.meta.env["VITE_BUILT_AT"] ?? "unknown",
    unsent: unsentNow(),
    ...(station && { station: station.id, ...(station.version !== undefined && { stationVersion: station.version }) }),
    ...(event && { house: houseOf(event) }),
  };
  try {
    await ask("POST", "/api/device", body, {}, { keepalive: isLeaving });
    noteRevoked(false);
  } catch (error) {
    if (refusalOf(error)?.type === revokedType) noteRevoked(true);
  }
}
