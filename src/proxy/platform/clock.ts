/** The time of this run. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Returns the time `ms` from now, divided by the speed of this run. */
  readonly in: (ms: number) => number;
  /** How much faster delays pass (FOYER_TIME_SCALE). */
  readonly speed: number;
}

export const clockOf = (now: () => number, speed: number): Clock => ({
  now,
  speed,
  in: (ms) => Math.ceil(now() + ms / speed),
});

/** Calls `run` after `ms`. Returns a cancel function. */
export type After = (ms: number, run: () => void) => () => void;

export type Log = (event: string, facts: object) => void;

/** Whether our clock agrees with the CRM's. */
export type Agreement = "agrees" | "differs" | "unknown";
