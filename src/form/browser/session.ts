import { useStored } from "./useStored.ts";

/** The address at which staff sign in. There 401 means a wrong passcode. */
export const sessionPath = "/api/session";

let hasEnded = false;
const listeners = new Set<() => void>();

/** Notes whether the proxy asks this page for a sign-in. */
export function noteSessionEnded(ended: boolean): void {
  hasEnded = ended;
  for (const run of [...listeners]) run();
}

/** Whether the session has ended, as far as this page knows. */
export const useSessionEnded = (): boolean => useStored(listen, () => hasEnded);

function listen(run: () => void): () => void {
  listeners.add(run);
  return () => listeners.delete(run);
}
