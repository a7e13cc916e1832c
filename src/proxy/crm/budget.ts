/**
 * The priority of requests when the CRM allows fewer than we have. A walk-in is a lead that staff have just entered; an
 * import is one that they keyed in from paper or a file; a preview looks its people up before.
 */
export const ranks = ["walk-in", "create", "look-up", "read-back", "vocabulary", "import", "preview"] as const;
export type Rank = (typeof ranks)[number];

interface Settings {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly configured?: number | undefined;
}

/** Requests a minute. We saw 10 for a personal key and 500 for an app in production (LOFTY.md 2.3). */
const slowest = 6;
const fastest = 600;
const atFirst = 60;
const windowMs = 60_000;
/** After a rate-limit response, the learned rate is kept for this long. Then it grows by half each minute. */
const steadyMs = 15 * 60_000;
const growth = 1.5;
const longestHoldMs = 10 * 60_000;
/** A request that has waited this long takes every second turn, whatever its rank; but nobody depends on a preview. */
const longestTurnMs = 5 * 60_000;

/**
 * Limits requests to the CRM to nine tenths of what it allows a minute. The limit is configured, else advertised, else
 * learned: the rate grows while requests wait. After a rate-limit response (nothing was processed), the rate is what
 * was accepted in the last minute.
 */
export function requestBudget({ now, after, configured }: Settings) {
  const waiting: { readonly rank: number; readonly since: number; readonly go: () => void }[] = [];
  /** Times of the requests in the last minute that were not refused, as far as we know. */
  let sent: number[] = [];
  let advertised: number | undefined;
  let learned: number | undefined;
  /** The rate at the last rate-limit response, and the time of it. */
  let before = atFirst;
  let refusedAt = -Infinity;
  let tokens = 5;
  let at = now();
  let heldUntil = 0;
  let lastWasOld = false;
  let cancel: (() => void) | undefined;
  const given = () => configured || advertised;
  const perMinute = () => Math.min(learned ?? given() ?? atFirst, given() ?? fastest);
  const perMs = () => (perMinute() * 0.9) / windowMs;
  /**
   * The burst is a tenth and the refill nine tenths of a minute's limit, so the sum never exceeds it. Enough for the
   * first requests after a start.
   */
  const burst = () => Math.max(1, Math.min(20, perMinute() / 10));
  const refill = () => {
    const elapsed = Math.max(0, now() - at);
    // The clock went back: shift the times, so that nothing waits longer.
    if (now() < at) {
      heldUntil -= at - now();
      refusedAt -= at - now();
      sent = [];
    }
    at = now();
    const grows = waiting.length > 0 && (learned !== undefined || given() === undefined) && at > refusedAt + steadyMs;
    if (grows) learned = Math.min(given() ?? fastest, perMinute() * growth ** Math.min(1, elapsed / windowMs));
    tokens = Math.min(burst(), tokens + elapsed * perMs());
    sent = sent.filter((time) => time > at - windowMs);
  };
  /** The tokens that the next request needs. A preview leaves the burst to the leads that come meanwhile. */
  const needed = () => (waiting[0]?.rank === ranks.indexOf("preview") ? burst() : 1);
  const next = () => {
    const oldest = waiting.reduce((least, { since }) => Math.min(least, since), Infinity);
    lastWasOld = !lastWasOld && oldest <= at - longestTurnMs;
    const place = lastWasOld ? waiting.findIndex(({ since }) => since === oldest) : 0;
    return waiting.splice(place, 1)[0];
  };
  /** Releases the requests that may go now; the others wait for the next token. */
  const pump = () => {
    cancel = undefined;
    refill();
    while (waiting.length > 0 && tokens >= needed() && at >= heldUntil) {
      tokens -= 1;
      sent.push(at);
      next()?.go();
    }
    if (waiting.length === 0) return;
    cancel = after(Math.min(windowMs, Math.max(1, heldUntil - now(), (needed() - tokens) / perMs())), pump);
  };
  return {
    /** Stores the limit that the CRM advertises, in requests a minute. Implausible values are clamped or ignored. */
    heard: (limit: number) => {
      if (limit > 0) advertised = Math.min(fastest, Math.max(slowest, limit));
    },
    /**
     * Pauses after a rate-limit response, in ms. The new limit is the number of requests accepted in the last minute,
     * if we sent that many.
     */
    refused: (waitMs: number) => {
      sent.pop();
      // Several refusals of requests in flight count as one.
      if (now() >= heldUntil) before = perMinute();
      const seen = sent.filter((time) => time > now() - windowMs).length;
      learned = Math.max(slowest, Math.min(before * 0.9, Math.max(seen, before / 2)));
      refusedAt = now();
      heldUntil = Math.max(heldUntil, now() + (waitMs > 0 ? Math.min(longestHoldMs, waitMs) : 0));
    },
    perMinute: () => perMs() * windowMs,
    /** Returns how long the CRM asked us to pause, in ms. */
    heldMs: () => Math.max(0, heldUntil - now()),
    /** Resolves when the request may be made. */
    turn: (rank: Rank): Promise<void> =>
      new Promise((go) => {
        const place = waiting.findLastIndex((other) => other.rank <= ranks.indexOf(rank));
        const since = rank === "preview" ? Infinity : now();
        waiting.splice(place + 1, 0, { rank: ranks.indexOf(rank), since, go });
        // A waiting preview may need more tokens than this request.
        if (place < 0) cancel?.();
        if (cancel === undefined || place < 0) pump();
      }),
  };
}
