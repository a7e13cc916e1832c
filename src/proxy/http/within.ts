interface Time {
  readonly now: () => number;
  /** Calls `run` after `ms`. Returns a cancel function. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Thrown when the work took too long. Its later result is ignored. */
export class TooLate extends Error {}

/** Returns the result of `work`. Throws `TooLate` after `ms` and aborts the signal. */
export async function within<Result>(
  ms: number,
  { now, after }: Time,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const until = now() + ms;
  const controller = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  let cancel = () => {};
  // A timer may run faster than the clock (FOYER_TIME_SCALE). The clock counts.
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
