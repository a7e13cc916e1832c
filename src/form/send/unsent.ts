import { keep, recall } from "../device.ts";
import type { Outgoing } from "./outgoing.ts";

const keyOf = (station: string) => `unsent:${station}`;

/**
 * The leads saved at a station that the proxy has not taken yet. They are on this device before any network is asked,
 * so that a reload or a crash loses none; the id each was given makes sending it again harmless.
 */
export const unsentAt = (station: string): readonly Outgoing[] => recall<readonly Outgoing[]>(keyOf(station)) ?? [];

export function keepUnsent(outgoing: Outgoing): void {
  dropUnsent(outgoing);
  const { station } = outgoing.body;
  keep(keyOf(station), [...unsentAt(station), outgoing]);
}

export function dropUnsent({ id, body: { station } }: Outgoing): void {
  keep(
    keyOf(station),
    unsentAt(station).filter((other) => other.id !== id),
  );
}
