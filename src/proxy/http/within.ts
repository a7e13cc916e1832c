interface Time {
  readonly now: () => number;
  /** Calls back after some milliseconds; answers how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Thrown when work took too long. What it does later is not waited for. */
export class TooLate extends Error {}

/** What the work answers, or `TooLate` after so many milliseconds; then its signal is aborted. */
export async function within<Result>(
  ms: number,
  { now, after }: Time,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const until = now() + ms;
  const controller = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  let cancel = () => {};
  // A timer may be faster than the clock (FOYER_TIME_SCALE): the clock counts.
  const look = () => {
    const left = until - now();
    if (left > 0) return void (cancel = after(left, look));
    const error = new TooLate("too late");
    controller.abort(error);
    reject(error);
  };
  look();
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    cancel();
  }
}
