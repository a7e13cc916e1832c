import { isPassing } from "./isPassing.ts";
import { post, type Outgoing } from "./outgoing.ts";
import { waitMs } from "./waitMs.ts";

/** A day of tries. */
const mostTries = 3_000;

/**
 * Sends a lead whose visitor has gone before the proxy could be reached. It is kept in this page's memory alone, where
 * the next visitor cannot find it; a page that is closed takes it along.
 */
export async function sendBehind(outgoing: Outgoing): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    await new Promise((resolve) => setTimeout(resolve, waitMs(tries)));
    try {
      await post(outgoing);
      return;
    } catch (error) {
      if (!isPassing(error)) return;
    }
  }
}
