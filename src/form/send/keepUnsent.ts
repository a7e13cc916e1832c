import { forget, keep } from "../device.ts";
import { settleEntry } from "../sending/journal.ts";
import type { Outgoing } from "./outgoing.ts";
import { unsentAt, unsentKey } from "./unsent.ts";

/** Told of the window when a lead joins the unsent or leaves them (useUnsent.ts). */
export const changed = "foyer:unsent";

/**
 * A saved lead is on this device before any network is asked, so that a reload or a crash loses none; the id it was
 * given makes sending it again harmless. False where the browser keeps nothing.
 */
export const keepUnsent = (outgoing: Outgoing): boolean => write(outgoing, [outgoing]);

/** It is a draft again, and kept as one. */
export const dropUnsent = (outgoing: Outgoing): boolean => write(outgoing, []);

/** The proxy has it. */
export function settleUnsent(outgoing: Outgoing): void {
  dropUnsent(outgoing);
  const { id, draft } = outgoing;
  // Visitors' leads are never kept here.
  if (draft === undefined) return;
  forget(draft);
  void settleEntry(id, draft);
}

function write({ id, body: { station } }: Outgoing, instead: readonly Outgoing[]): boolean {
  const isKept = keep(unsentKey(station), [...unsentAt(station).filter((other) => other.id !== id), ...instead]);
  window.dispatchEvent(new Event(changed));
  return isKept;
}
