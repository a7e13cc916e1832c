/** Time as this run has it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The time so many milliseconds from now, at the speed of this run. */
  readonly in: (ms: number) => number;
  /** How much faster waits go by (FOYER_TIME_SCALE). */
  readonly speed: number;
}

export const clockOf = (now: () => number, speed: number): Clock => ({
  now,
  speed,
  in: (ms) => Math.ceil(now() + ms / speed),
});
