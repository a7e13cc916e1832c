/** The same instant on both clocks of the device, in milliseconds. */
export interface Instant {
  /** `performance.now()`: cannot be set, and stops during sleep on some devices. */
  readonly steady: number;
  /** `Date.now()`: runs during sleep, and jumps when the clock is set. */
  readonly wall: number;
}

/** `ms`: milliseconds without a sign of life. `isUnsure`: the wall clock has jumped and the reason is not known yet. */
export interface Quiet {
  readonly ms: number;
  readonly isUnsure: boolean;
}

/** "other" can follow from a key or a touch, for example scrolling. */
export type Sign = "key" | "touch" | "other";

/** Smaller differences between the clocks are measurement error. */
const jumpMs = 2_000;
/** A person who pressed a key within this time is still typing. */
const typingMs = 10_000;

/**
 * Measures the time since the page was last touched, with two clocks: a steady one and the device's own. The clock that
 * shows more time counts. So the result is right after sleep, and after the device's clock was set back. When the
 * device's clock jumps ahead, either the device slept or its clock was set while somebody used the page. A key before
 * and a key after the jump show that it was set. A touch does not: the next visitor may have woken the tablet with it.
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
    // The clock was set back while the page was hidden: neither clock shows how long that was.
    if (ahead <= -jumpMs && isAway) ms = Infinity;
    if (isAway || !isTyping()) countJump();
  };
  return {
    /** `isAway`: the page was hidden or frozen until now. */
    look: (isAway: boolean): Quiet => {
      step(isAway);
      return { ms, isUnsure: unexplained > 0 };
    },
    /** Records a sign of life. It counts only within `limitMs` of the one before. */
    sign: (sign: Sign, limitMs: number): void => {
      step(false);
      if (sign === "key") unexplained = 0;
      if (sign === "touch") countJump();
      if (ms >= limitMs || unexplained > 0) return;
      ms = 0;
      if (sign === "key") keyAt = last.steady;
    },
    /** Restarts the time: somebody has confirmed that they are here. */
    stay: (): void => {
      step(false);
      ms = 0;
      unexplained = 0;
    },
  };
}
