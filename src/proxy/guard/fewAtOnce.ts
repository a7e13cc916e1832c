/**
 * Returns a function that runs work, `most` at a time, while `mostWaiting` more wait for their turn. It returns undefined
 * at once for work beyond those.
 */
export function fewAtOnce(most: number, mostWaiting: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Value>(work: () => Promise<Value>): Promise<{ readonly value: Value } | undefined> => {
    if (running >= most) {
      if (waiting.length >= mostWaiting) return undefined;
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return { value: await work() };
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
