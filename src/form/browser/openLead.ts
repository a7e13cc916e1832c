import { holdLock, whenFree } from "./tabLocks.ts";

const name = "open-lead";
const reasons = new Set<string>();
let release: (() => void) | undefined;

/** Says whether there is a reason not to reload this tab: text of a lead or of staff, or a lead in memory only. */
export function holdOpenLead(reason: string, isOpen: boolean): void {
  if (isOpen) reasons.add(reason);
  else reasons.delete(reason);
  if (reasons.size > 0) release ??= holdLock(name, { mode: "shared" });
  else {
    release?.();
    release = undefined;
  }
}

/** Whether this tab has one. */
export const isLeadOpenHere = (): boolean => reasons.size > 0;

/** Calls `run` if no tab has a lead open. */
export const whenNoLeadIsOpen = (run: () => void): Promise<void> => whenFree(name, run);
