import { ask, isOurs, refusalOf } from "../browser/api.ts";
import { forget, keep, recall } from "../browser/device.ts";
import { isLeadOpenHere } from "../browser/openLead.ts";
import { segmentsOf } from "../browser/route.ts";
import { noteSessionEnded, sessionPath, signOutKey as key } from "../browser/session.ts";
import { readersOf } from "../words/language.ts";

const tryMs = 5_000;
const firstWaitMs = 1_000;
const isDue = () => recall<boolean>(key) === true;

/**
 * Ends the session of staff. Only the proxy can remove its cookie, so without an answer this device tries again until it
 * gets one, or until somebody signs in. Resolves after 5 s at most.
 */
export async function endSession(): Promise<void> {
  keep(key, true);
  await end();
}

/** Ends a session whose end the proxy has not heard of. Only on pages of staff: visitors may have their own session. */
export async function endSessionOfBefore(): Promise<void> {
  if (!isDue() || readersOf(segmentsOf(window.location.pathname)) !== "staff") return;
  noteSessionEnded(true);
  for (const event of ["online", "focus"]) window.addEventListener(event, () => void endLate());
  // The app does not wait longer for a line that is dead. What it asks meanwhile comes after this request.
  await Promise.race([endLate(), new Promise((resolve) => setTimeout(resolve, firstWaitMs))]);
}

async function endLate(): Promise<void> {
  if (!isDue()) return;
  await end();
  if (isDue()) setTimeout(() => void endLate(), tryMs);
  // What staff see must not stay on the screen.
  else if (!isLeadOpenHere()) window.location.reload();
}

async function end(): Promise<void> {
  try {
    await ask("DELETE", sessionPath, undefined, {}, { keepalive: true, signal: AbortSignal.timeout(tryMs) });
  } catch (error) {
    const refusal = refusalOf(error);
    // Refused by the proxy: there is no such session.
    if (!refusal || !isOurs(refusal) || refusal.status >= 500) return;
  }
  forget(key);
}
