import { keep } from "../device.ts";
import { heardElsewhere } from "../deviceKeys.ts";

const key = "signed-in";
const here = "foyer:signed-in";

/** Staff have signed in: what waited for it goes on, in every tab. */
export function tellSignedIn(): void {
  keep(key, new Date().toISOString());
  window.dispatchEvent(new Event(here));
}

/** Tells when staff sign in, here or in another tab; answers how to stop listening. */
export function onSignedIn(run: () => void): () => void {
  window.addEventListener(here, run);
  const endHearing = heardElsewhere(key, run);
  return () => {
    window.removeEventListener(here, run);
    endHearing();
  };
}
