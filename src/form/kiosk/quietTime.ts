/** One instant on both clocks of the device, in milliseconds. */
export interface Instant {
  /** `performance.now()`: nobody can set it, and on some devices it stands still while they sleep. */
  readonly steady: number;
  /** `Date.now()`: goes on during sleep, and jumps when the clock is set. */
  readonly wall: number;
}

/** What a look finds: milliseconds without a sign of life, and whether a jump of the wall clock is not explained yet. */
export interface Quiet {
  readonly ms: number;
  readonly isUnsure: boolean;
}

/** A key, a finger or pointer, or what may follow from either, such as scrolling. */
export type Sign = "key" | "touch" | "other";

/** Smaller differences between the clocks are their own error. */
const jumpMs = 2_000;
/** Who typed within this time is taken to be typing still. */
const typingMs = 10_000;

/**
 * Counts how long nobody has touched the page. Between two looks the longer of both clocks counts, so neither sleep nor
 * a clock that is set back extends it. A wall clock that jumps ahead means sleep, or was set while the page was in use.
 * Only a key before and a key after tell the difference: the touch that wakes a tablet is the next visitor's.
 */
export function quietTime(now: () => Instant) {
  let last = now();
  let ms = 0;
  let keyAt = -Infinity;
  let unexplained = 0;

  const countJump = () => {
    ms += unexplained;
    unexplained = 0;
  };
  const isTyping = () => last.steady - keyAt <= typingMs;
  const step = (isAway: boolean) => {
    const { steady, wall } = now();
    const passed = Math.max(0, steady - last.steady);
    const ahead = wall - last.wall - passed;
    last = { steady, wall };
    ms += passed + (Math.abs(ahead) < jumpMs ? Math.max(0, ahead) : 0);
    if (ahead >= jumpMs) unexplained += ahead;
    // Set back while nobody saw the page: no clock tells how long that was.
    if (ahead <= -jumpMs && isAway) ms = Infinity;
    if (isAway || !isTyping()) countJump();
  };
  return {
    /** `isAway`: the page was hidden or frozen until now. */
    look: (isAway: boolean): Quiet => {
      step(isAway);
      return { ms, isUnsure: unexplained > 0 };
    },
    /** A sign of life counts only within `limitMs` of the one before. */
    sign: (sign: Sign, limitMs: number): void => {
      step(false);
      if (sign === "key") unexplained = 0;
      if (sign === "touch") countJump();
      if (ms >= limitMs || unexplained > 0) return;
      ms = 0;
      if (sign === "key") keyAt = last.steady;
    },
    /** Somebody said that they are here. */
    stay: (): void => {
      step(false);
      ms = 0;
      unexplained = 0;
    },
  };
}
