import { keep } from "../device.ts";
import type { Outgoing } from "./outgoing.ts";
import { unsentAt, unsentKey } from "./unsent.ts";

/** Told of the window when a lead joins the unsent or leaves them (useUnsent.ts). */
export const changed = "foyer:unsent";

/**
 * A saved lead is on this device before any network is asked, so that a reload or a crash loses none; the id it was
 * given makes sending it again harmless.
 */
export const keepUnsent = (outgoing: Outgoing): void => write(outgoing, [outgoing]);

/** The proxy has it, or it is a draft again. */
export const dropUnsent = (outgoing: Outgoing): void => write(outgoing, []);

function write({ id, body: { station } }: Outgoing, instead: readonly Outgoing[]): void {
  keep(unsentKey(station), [...unsentAt(station).filter((other) => other.id !== id), ...instead]);
  window.dispatchEvent(new Event(changed));
}
