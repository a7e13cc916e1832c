import { dropPages } from "../browser/cachedPages.ts";
import { forget, keep } from "../browser/device.ts";
import { keysFrom, onOtherTabChange } from "../browser/deviceKeys.ts";
import { segmentsOf } from "../browser/route.ts";
import { stopAsking } from "../browser/unsaved.ts";
import { readersOf } from "../words/language.ts";
import { returnAddress } from "./handedOver.ts";

/** Data that only staff may see. `fix:`: copies of leads that the proxy holds, with corrections (fixDraft.ts). */
const staffOnly = ["station:", "stations", "seen:", "vocabulary", "fix:"];
/** Data about which agent used this device, and at which event. */
const theirs = ["who:", "event:", "used"];
const left = "left";

/**
 * Removes what this device stored for staff, when they sign out or hand the device over to visitors. Unsent and
 * unfinished leads stay: only a person may remove what somebody typed.
 */
export async function forgetStaffs(isHandedOver: boolean): Promise<void> {
  for (const start of isHandedOver ? [...staffOnly, ...theirs] : staffOnly)
    for (const key of keysFrom(start)) forget(key);
  keep(left, Date.now());
  await dropPages();
}

/** Ends what other tabs, and pages before this one, show to staff when they leave this device. */
export function leaveWithOtherTabs(): void {
  // Back and Forward may show a page from before the hand-over without loading it.
  const look = () => {
    const kiosk = returnAddress(window.location.pathname);
    if (kiosk === undefined) return;
    document.body.hidden = true;
    stopAsking();
    window.location.replace(kiosk);
  };
  window.addEventListener("pageshow", look);
  window.addEventListener("popstate", look, { capture: true });
  onOtherTabChange(left, () => {
    const { pathname } = window.location;
    const kiosk = returnAddress(pathname);
    if (kiosk !== undefined) {
      // Visitors have the device now: nothing of staff's stays.
      stopAsking();
      window.location.replace(kiosk);
    } else if (readersOf(segmentsOf(pathname)) === "staff") window.location.reload();
  });
}
