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

/**
 * Ends the session if an earlier sign-out did not reach the proxy. Not on web pages and form links: their visitors may
 * have opened a link since, which would end too.
 */
export async function endSessionOfBefore(): Promise<void> {
  const path = segmentsOf(window.location.pathname);
  if (!isDue() || (path[0] !== "kiosk" && readersOf(path) !== "staff")) return;
  noteSessionEnded(true);
  for (const event of ["online", "focus"]) window.addEventListener(event, () => void endLate());
  // The app does not wait longer for a line that is dead. What it asks meanwhile comes after this request.
  await Promise.race([endLate(), new Promise((resolve) => setTimeout(resolve, firstWaitMs))]);
}

let isEnding = false;
let retry: ReturnType<typeof setTimeout> | undefined;

async function endLate(): Promise<void> {
  if (!isDue() || isEnding) return;
  clearTimeout(retry);
  isEnding = true;
  await end().finally(() => (isEnding = false));
  if (isDue()) retry = setTimeout(() => void endLate(), tryMs);
  // What staff see must not stay on the screen.
  else if (!isLeadOpenHere()) window.location.reload();
}

async function end(): Promise<void> {
  try {
    await ask("DELETE", sessionPath, undefined, {}, { keepalive: true, signal: AbortSignal.timeout(tryMs) });
  } catch (error) {
    const refusal = refusalOf(error);
    // Without a session there is nothing to end. After any other answer it may go on.
    if (!refusal || !isOurs(refusal) || refusal.status !== 401) return;
  }
  forget(key);
}
