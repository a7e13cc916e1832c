import { allowPages, dropPages } from "../browser/cachedPages.ts";
import { closeKeys, forget, keep, recall } from "../browser/device.ts";
import { keysFrom, onOtherTabChange } from "../browser/deviceKeys.ts";
import { segmentsOf } from "../browser/route.ts";
import { stopAsking } from "../browser/unsaved.ts";
import { readersOf } from "../words/language.ts";
import { returnAddress } from "./handedOver.ts";
import { onSignedIn } from "./signedIn.ts";

/** Data that only staff may see. `fix:`: copies of leads that the proxy holds, with corrections (fixDraft.ts). */
const staffOnly = ["station:", "stations", "seen:", "vocabulary", "fix:"];
/** Data about which agent used this device, and at which event. */
const theirs = ["who:", "event:", "used"];
const left = "left";
const lateMs = 5_000;

/**
 * Removes what this device stored for staff, when they sign out or hand the device over to visitors. Unsent and
 * unfinished leads stay: only a person may remove what somebody typed.
 */
export async function forgetStaffs(isHandedOver: boolean): Promise<void> {
  forgetKeys(isHandedOver ? [...staffOnly, ...theirs] : staffOnly);
  keep(left, Date.now());
  await dropPages();
}

/** Answers that are still on their way store nothing at these keys. */
function forgetKeys(starts: readonly string[]): void {
  closeKeys(starts);
  for (const start of starts) for (const key of keysFrom(start)) forget(key);
}

/** Ends what other tabs, and pages before this one, show to staff when they leave this device. */
export function leaveWithOtherTabs(): void {
  const leftBefore = recall(left);
  /** Visitors have the device now: nothing of staff's stays on the screen. */
  const isHandedOver = () => {
    const kiosk = returnAddress(window.location.pathname);
    if (kiosk === undefined) return false;
    document.body.hidden = true;
    stopAsking();
    window.location.replace(kiosk);
    return true;
  };
  const isStaffs = () => readersOf(segmentsOf(window.location.pathname)) === "staff";
  // Back and Forward may show a page from before the hand-over, or from before staff signed out, without loading it.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (isHandedOver() || !persisted || recall(left) === leftBefore || !isStaffs()) return;
    document.body.hidden = true;
    window.location.reload();
  });
  window.addEventListener("popstate", isHandedOver, { capture: true });
  onSignedIn(() => {
    closeKeys([]);
    allowPages();
  });
  onOtherTabChange(left, () => {
    const goes = isHandedOver();
    if (!goes && !isStaffs()) return;
    // The event of a page that was frozen comes late: what is stored then may be of the next session.
    const isLate = Date.now() - (recall<number>(left) ?? 0) > lateMs;
    if (isLate) closeKeys(staffOnly);
    else forgetKeys(staffOnly);
    if (!goes) window.location.reload();
  });
}
