import { RequestError } from "../api.ts";
import { hold, release, type Need } from "../sending/held.ts";
import { onSignedIn } from "../station/signedIn.ts";
import { isSession, isPassing } from "./isPassing.ts";
import { post, type Outgoing } from "./outgoing.ts";
import { waitMs } from "./waitMs.ts";

/**
 * Sends a lead whose visitor has gone before the proxy took it, for as long as that takes: it waits for the network, for
 * staff who sign in, or for a station that takes it again. It is kept in this page's memory alone, where the next visitor
 * cannot find it; a page that is closed takes it along.
 */
export async function sendBehind(outgoing: Outgoing, failure: Error | undefined): Promise<void> {
  let need = needOf(failure);
  for (let tries = 0; ; tries++) {
    hold(outgoing.id, need);
    await pause(waitMs(tries));
    try {
      await post(outgoing);
      return release(outgoing.id);
    } catch (error) {
      need = needOf(error);
    }
  }
}

function needOf(error: unknown): Need {
  if (isSession(error instanceof RequestError ? error.problem : undefined)) return "sign-in";
  return isPassing(error) ? "network" : "office";
}

/** Ends early when staff sign in or the signal is back. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      endListening();
      window.removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    const endListening = onSignedIn(end);
    window.addEventListener("online", end);
  });
