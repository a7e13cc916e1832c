interface Timer {
  readonly at: number;
  readonly order: number;
  run: (() => void) | undefined;
}

/** Simulated time that moves only when all work is done: a heap of timers, and a wall clock that can jump. */
export function simulatedTime(start: number) {
  const heap: Timer[] = [];
  let now = start;
  let ahead = 0;
  let order = 0;
  const isBefore = (one: Timer, other: Timer) => one.at < other.at || (one.at === other.at && one.order < other.order);

  const push = (timer: Timer) => {
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(timer, heap[parent] as Timer)) break;
      heap[at] = heap[parent] as Timer;
      at = parent;
    }
    heap[at] = timer;
  };
  const pop = (): Timer | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Timer, heap[child] as Timer)) child += 1;
      if (!isBefore(heap[child] as Timer, last)) break;
      heap[at] = heap[child] as Timer;
      at = child;
    }
    heap[at] = last;
    return top;
  };
  const after = (ms: number, run: () => void) => {
    const timer: Timer = { at: now + Math.max(0, ms), order: order++, run };
    push(timer);
    return () => void (timer.run = undefined);
  };
  return {
    /** The wall clock, right or wrong, in ms. */
    now: () => Math.floor(now + ahead),
    /** The real time, in ms. */
    real: () => now,
    after,
    sleep: (ms: number) => new Promise<void>((resolve) => void after(ms, resolve)),
    jump: (ms: number) => void (ahead += ms),
    /** Runs the next timer and everything that follows from it. Returns false when there is none. */
    step: async (): Promise<boolean> => {
      const timer = pop();
      if (timer === undefined) return false;
      if (timer.run === undefined) return true;
      now = timer.at;
      timer.run();
      // All work that was started ends in promises, and they resolve before setImmediate.
      await new Promise((resolve) => setImmediate(resolve));
      return true;
    },
  };
}
export type Time = ReturnType<typeof simulatedTime>;
