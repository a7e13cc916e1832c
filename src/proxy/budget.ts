/**
 * Requests toward the CRM. The rate is the configured one, else what the CRM advertises, else 60 a minute; it is
 * halved when the CRM says "too many" (nothing was processed) and grows back slowly.
 */
export function requestBudget(now: () => number, configured: number | undefined) {
  let advertised = 60;
  let share = 1;
  let tokens = 5;
  let at = now();
  const perMs = () => ((configured || advertised) * share * 0.9) / 60_000;
  const burst = () => Math.max(1, Math.min(20, perMs() * 2000));
  return {
    heard: (perMinute: number) => void (advertised = perMinute),
    refused: () => void (share = Math.max(1 / 16, share / 2)),
    /** Takes one request; answers how many milliseconds to wait when there is none. */
    take: (): number => {
      const elapsed = Math.max(0, now() - at);
      at = now();
      share = Math.min(1, share + elapsed / 600_000);
      tokens = Math.min(burst(), tokens + elapsed * perMs());
      if (tokens >= 1) {
        tokens -= 1;
        return 0;
      }
      return Math.ceil((1 - tokens) / perMs());
    },
  };
}
