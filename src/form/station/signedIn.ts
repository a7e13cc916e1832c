import { keep } from "../browser/device.ts";
import { onOtherTabChange } from "../browser/deviceKeys.ts";
import { noteSessionEnded } from "../browser/session.ts";

const key = "signed-in";
const here = "foyer:signed-in";

/** Tells all tabs that staff have signed in, so that waiting requests are sent again. */
export function notifySignedIn(): void {
  keep(key, new Date().toISOString());
  window.dispatchEvent(new Event(here));
}

/** Calls `run` when staff sign in, in any tab. Returns an unsubscribe function. */
export function onSignedIn(run: () => void): () => void {
  const tell = () => {
    noteSessionEnded(false);
    run();
  };
  window.addEventListener(here, tell);
  const unsubscribe = onOtherTabChange(key, tell);
  return () => {
    window.removeEventListener(here, tell);
    unsubscribe();
  };
}
