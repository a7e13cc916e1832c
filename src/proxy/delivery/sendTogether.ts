import type { Outbox } from "../store/outbox.ts";
import type { Clock } from "../platform/clock.ts";
import { sendAgain } from "./machine.ts";

/** A run that resends parked leads of one reason. */
export interface Run {
  /** How many are not sent yet. */
  readonly left: number;
  /** The run ended early because the cause is still there. */
  readonly stopped: boolean;
}

interface Settings {
  readonly outbox: Pick<Outbox, "parkedFor" | "find" | "change">;
  readonly clock: Clock;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly wake: () => void;
  readonly log: (event: string, facts: object) => void;
}

const pollMs = 250;
/** Longer than the CRM asks us to wait. After that, something else is wrong. */
const longestMs = 15 * 60_000;
/** How long staff see that a run stopped. */
const shownMs = 30 * 60_000;
const sendable = new Set(["waited-too-long", "credentials", "blocked", "person-gone", "failed", "failed-alone"]);

/** Returns true for reasons where the CRM certainly has nothing of the lead, so no look-up is needed first. */
export const canSendTogether = (reason: string) => sendable.has(reason) || /^(crm|http)-/.test(reason);

/**
 * Resends parked leads of one reason, one at a time. Stops at the first that fails for the same reason. The run is in
 * memory only: after a restart the rest are still parked.
 */
export function sendTogether({ outbox, clock, after, wake, log }: Settings) {
  const runs = new Map<string, Run>();
  const sleep = (ms: number) => new Promise<void>((resolve) => void after(ms, resolve));

  /** Returns true when the next lead may be sent. Somebody may have handled this one meanwhile. */
  const passes = async (id: string, reason: string): Promise<boolean> => {
    const entry = await outbox.find(id);
    if (entry?.status !== "parked" || entry.reason !== reason) return true;
    if (!(await outbox.change(id, entry, sendAgain(clock), clock.now()))) return true;
    log("lead", { id, status: "accepted", by: "staff", did: "send-all" });
    wake();
    const end = clock.in(longestMs);
    while (clock.now() < end) {
      const now = await outbox.find(id);
      if (now === undefined) return true;
      if (now.status !== "accepted" && now.status !== "sending")
        return now.status !== "parked" || now.reason !== reason;
      if (now.status === "accepted" && now.reason === reason) return false;
      // Each of these leads fails for itself: the next one may pass.
      if (reason === "failed-alone" && now.status === "accepted" && now.reason !== null) return true;
      await sleep(pollMs);
    }
    return false;
  };
  const run = async (reason: string, ids: readonly string[]) => {
    for (const [index, id] of ids.entries()) {
      runs.set(reason, { left: ids.length - index, stopped: false });
      if (await passes(id, reason).catch(() => false)) continue;
      log("send-all-stopped", { reason, left: ids.length - index - 1 });
      const stopped = { left: 0, stopped: true };
      runs.set(reason, stopped);
      after(shownMs, () => void (runs.get(reason) === stopped && runs.delete(reason)));
      return;
    }
    runs.delete(reason);
  };
  return {
    of: (reason: string): Run | undefined => runs.get(reason),
    /** Starts with the oldest `most` leads. Returns how many; 0 when a run is active or nothing is parked. */
    start: async (reason: string, most: number): Promise<number> => {
      if ((runs.get(reason)?.left ?? 0) > 0) return 0;
      runs.set(reason, { left: most, stopped: false });
      const ids = await outbox.parkedFor(reason, most).catch(() => []);
      void run(reason, ids);
      return ids.length;
    },
  };
}
