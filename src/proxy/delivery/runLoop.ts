import type { Gate } from "../crm/gate.ts";
import type { After, Clock } from "../platform/clock.ts";

interface Settings {
  /** Starts what is due now. */
  readonly turn: () => Promise<void>;
  /** When something is due next. Undefined: nothing, or only what will call `wake` itself. */
  readonly nextDue: () => Promise<number | undefined>;
  /** The longest time between two turns. */
  readonly longestMs: number;
  readonly gate: Pick<Gate, "closed">;
  readonly clock: Clock;
  readonly after: After;
  readonly onError: (error: unknown) => void;
}

export interface Turns {
  /** Takes a turn now. If one is running, another one follows it. */
  readonly wake: () => void;
  readonly isStopped: () => boolean;
  /** No turn starts after this. Resolves when the running one has ended. */
  readonly stop: () => Promise<void>;
}

/** A turn that failed is repeated after this time. */
export const retryMs = 1_000;

/** Takes one turn at a time: when woken, when something is due, and when the gate opens again. */
export function runLoop({ turn, nextDue, longestMs, gate, clock, after, onError }: Settings): Turns {
  let isStopped = false;
  let again = false;
  let running: Promise<void> | undefined;
  let cancelSleep = () => {};

  const sleep = (until: number) => {
    cancelSleep();
    const ms = Math.max(1, until - clock.now()) * clock.speed;
    if (!isStopped) cancelSleep = after(Math.min(ms, longestMs), wake);
  };
  const run = async () => {
    try {
      let until: number;
      do {
        again = false;
        await turn();
        until = gate.closed()?.until ?? (await nextDue()) ?? Infinity;
      } while (again && !isStopped);
      sleep(until);
    } catch (error) {
      onError(error);
      sleep(clock.in(retryMs));
    } finally {
      // In the same step as the last look at `again`, so that no wake-up is lost between them.
      running = undefined;
    }
  };
  const wake = () => {
    if (isStopped) return;
    again = true;
    running ??= run();
  };
  return {
    wake,
    isStopped: () => isStopped,
    stop: async () => {
      isStopped = true;
      cancelSleep();
      await running;
    },
  };
}
