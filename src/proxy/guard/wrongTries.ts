const free = 5;
const longestMs = 15 * 60_000;
const forgottenMs = 24 * 60 * 60_000;
const mostKeys = 10_000;
/** While a key must wait, this many of its tries are checked anyway; each becomes available again after `spareMs`. */
const mostSpare = 60;
const spareMs = 10_000;

/**
 * Slows down guessing: five tries are free, then each waits twice as long as the last, from one second to 15 minutes. A
 * try counts before it is checked, so concurrent tries all count. Staff may share the guesser's address, so a few early
 * tries are checked anyway: the right passcode passes.
 */
export function wrongTries(now: () => number) {
  const tries = new Map<string, { readonly count: number; readonly at: number }>();
  const spares = new Map<string, { readonly used: number; readonly at: number }>();
  const waitMs = (key: string) => {
    const { count, at } = tries.get(key) ?? { count: 0, at: 0 };
    return count < free ? 0 : at + Math.min(longestMs, 1000 * 2 ** (count - free)) - now();
  };
  return {
    /** Returns how long to wait before the next try, in ms; 0 when this try may be made, which counts it. */
    take: (key: string): number => {
      const wait = waitMs(key);
      if (wait > 0) return wait;
      const { count, at } = tries.get(key) ?? { count: 0, at: now() };
      tries.delete(key);
      tries.set(key, { count: now() - at > forgottenMs ? 1 : count + 1, at: now() });
      if (tries.size > mostKeys) tries.delete([...tries.keys()][0] ?? "");
      return 0;
    },
    /** Returns true when an early try may be checked. The right passcode passes; a wrong one gets no information. */
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
