import { useSyncExternalStore } from "react";

/** What a held lead waits for: the proxy, staff who sign in, or a change at the office after it was refused. */
export type Need = "network" | "sign-in" | "office";

/** The leads of visitors who left before the proxy took them, by id: in this page's memory alone (sendBehind.ts). */
const held = new Map<string, Need>();
const changed = new EventTarget();

export function hold(id: string, need: Need): void {
  held.set(id, need);
  changed.dispatchEvent(new Event("change"));
}

export function release(id: string): void {
  held.delete(id);
  changed.dispatchEvent(new Event("change"));
}

function listen(run: () => void): () => void {
  changed.addEventListener("change", run);
  return () => changed.removeEventListener("change", run);
}

/** How many leads this page holds for a need. */
export const useHeld = (need: Need): number =>
  useSyncExternalStore(listen, () => [...held.values()].filter((one) => one === need).length);
