import { useStored } from "../../browser/useStored.ts";
import { isUnsent, type Phase, type Queued } from "./entry.ts";
import { onQueue, phaseOf, queued } from "./queue.ts";

/** The entries of this browser, oldest first. */
export const useQueue = (): readonly Queued[] => useStored(onQueue, queued);

/** The entries that the proxy does not have yet. */
export const useUnsent = (): readonly Queued[] => useQueue().filter(isUnsent);

/** The state of one entry. */
export const usePhase = (id: string): Phase | undefined => useStored(onQueue, () => phaseOf(id));
