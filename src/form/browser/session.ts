import { useStored } from "./useStored.ts";

/** The address at which staff sign in. There 401 means a wrong passcode. */
export const sessionPath = "/api/session";

/** Kept on a device that was signed out and whose proxy does not know it yet. */
export const signOutKey = "sign-out";

/** "renewed": somebody has signed in while this page was open. */
let state: "unknown" | "ended" | "renewed" = "unknown";
let signIns = 0;
const listeners = new Set<() => void>();

/** Notes whether the proxy asks this page for a sign-in. */
export function noteSessionEnded(ended: boolean): void {
  state = ended ? "ended" : "renewed";
  if (!ended) signIns += 1;
  for (const run of [...listeners]) run();
}

/** Whether the session has ended, as far as this page knows. */
export const useSessionEnded = (): boolean => useStored(listen, () => state === "ended");

/** Whether somebody has signed in while this page was open, in any tab, and the session has not ended since. */
export const useSessionRenewed = (): boolean => useStored(listen, () => state === "renewed");

/** Changes with each sign-in that this page hears of. */
export const signInCount = (): number => signIns;

function listen(run: () => void): () => void {
  listeners.add(run);
  return () => listeners.delete(run);
}
