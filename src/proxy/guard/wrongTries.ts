const free = 5;
const longestMs = 15 * 60_000;
const forgottenMs = 24 * 60 * 60_000;
const mostKeys = 10_000;
/** While a key waits, so many of its tries are judged all the same; each comes back after so long. */
const mostSpare = 60;
const spareMs = 10_000;

/**
 * Guessing gets slow: five tries are free, each further one waits twice as long as the one before, from a second to a
 * quarter of an hour. A try counts before it is judged, so that many at once are many. A key may be an address that
 * staff share with the guesser: a few of the tries that come too early are judged, so that a right one passes.
 */
export function wrongTries(now: () => number) {
  const tries = new Map<string, { readonly count: number; readonly at: number }>();
  const spares = new Map<string, { readonly used: number; readonly at: number }>();
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
    /** Whether a try that came too early is judged: the right passcode is taken, a wrong one learns nothing. */
    takeSpare: (key: string): boolean => {
      const { used, at } = spares.get(key) ?? { used: 0, at: now() };
      const back = Math.max(0, Math.floor((now() - at) / spareMs));
      const left = Math.max(0, used - back);
      if (left >= mostSpare) return false;
      spares.delete(key);
      spares.set(key, { used: left + 1, at: left === 0 ? now() : at + back * spareMs });
      if (spares.size > mostKeys) spares.delete([...spares.keys()][0] ?? "");
      return true;
    },
    right: (key: string) => void tries.delete(key),
  };
}
