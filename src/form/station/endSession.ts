import { ask, refusalOf, isOurs } from "../browser/api.ts";
import { forget, keep, recall } from "../browser/device.ts";
import { noteSessionEnded, sessionPath } from "../browser/session.ts";
import { onSignedIn } from "./signedIn.ts";

const key = "sign-out";
const longestWaitMs = 5_000;

/**
 * Ends the session of staff. Only the proxy can remove its cookie, so without a network this is done as soon as there is
 * one again, unless somebody signs in before that. Resolves after 5 s at most.
 */
export async function endSession(): Promise<void> {
  keep(key, true);
  const late = new Promise((resolve) => setTimeout(resolve, longestWaitMs));
  await Promise.race([end(), late]);
}

/** Ends a session whose end the proxy has not heard of, now and when the network is back. */
export async function endSessionOfBefore(): Promise<void> {
  const isDue = () => recall<boolean>(key) === true;
  onSignedIn(() => forget(key));
  window.addEventListener("online", () => {
    if (isDue()) void end();
  });
  if (!isDue()) return;
  await endSession();
  noteSessionEnded(true);
}

async function end(): Promise<void> {
  try {
    await ask("DELETE", sessionPath, undefined, {}, { keepalive: true });
  } catch (error) {
    const refusal = refusalOf(error);
    // Refused by the proxy: there is no such session.
    if (!refusal || !isOurs(refusal) || refusal.status >= 500) return;
  }
  forget(key);
}
