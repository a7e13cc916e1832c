import { forget, keep, recall } from "../browser/device.ts";
import { isLeadOpenHere } from "../browser/openLead.ts";
import { onOtherTabChange } from "../browser/deviceKeys.ts";
import { useStored } from "../browser/useStored.ts";
import { forgetStaffs } from "./forgetStaffs.ts";

const key = "revoked";
const changed = "foyer:revoked";
const isRevoked = (): boolean => !import.meta.env.SSR && recall<boolean>(key) === true;

/**
 * Notes what the proxy says: whether staff revoked this device. It takes no lead until they sign in here again, and what
 * it has stored for staff is removed.
 */
export function noteRevoked(revoked: boolean): void {
  if (isRevoked() === revoked) return;
  if (revoked) {
    keep(key, true);
    void forgetStaffs(false);
  } else {
    forget(key);
    // From now on pages and stations are kept for offline use again.
    if (!isLeadOpenHere()) return window.location.reload();
  }
  window.dispatchEvent(new Event(changed));
}

/** Whether this device was revoked, as far as it knows. */
export const useRevoked = (): boolean => useStored(listen, isRevoked);

function listen(run: () => void): () => void {
  window.addEventListener(changed, run);
  const unsubscribe = onOtherTabChange(key, run);
  return () => {
    window.removeEventListener(changed, run);
    unsubscribe();
  };
}
