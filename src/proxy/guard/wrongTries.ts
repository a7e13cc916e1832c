const free = 5;
const longestMs = 15 * 60_000;
const forgottenMs = 24 * 60 * 60_000;
const mostKeys = 10_000;

/**
 * Guessing gets slow: five tries are free, each further one waits twice as long as the one before, from a second to a
 * quarter of an hour. A try counts before it is judged, so that many at once are many.
 */
export function wrongTries(now: () => number) {
  const tries = new Map<string, { readonly count: number; readonly at: number }>();
  const waitMs = (key: string) => {
    const { count, at } = tries.get(key) ?? { count: 0, at: 0 };
    return count < free ? 0 : at + Math.min(longestMs, 1000 * 2 ** (count - free)) - now();
  };
  return {
    /** How long to wait before the next try; 0 when this one may be made, and is counted. */
    take: (key: string): number => {
      const wait = waitMs(key);
      if (wait > 0) return wait;
      const { count, at } = tries.get(key) ?? { count: 0, at: now() };
      tries.delete(key);
      tries.set(key, { count: now() - at > forgottenMs ? 1 : count + 1, at: now() });
      if (tries.size > mostKeys) tries.delete([...tries.keys()][0] ?? "");
      return 0;
    },
    right: (key: string) => void tries.delete(key),
  };
}
