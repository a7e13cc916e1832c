/** Who goes first when there are more requests than the CRM allows. A walk-in is a lead that staff have just typed. */
export const ranks = ["walk-in", "create", "look-up", "read-back", "vocabulary"] as const;
export type Rank = (typeof ranks)[number];

interface Settings {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly configured?: number | undefined;
}

/** Requests a minute. A personal key was seen with 10, an app in production has 500 (API.md 2.3). */
const slowest = 6;
const fastest = 600;
const atFirst = 60;
const windowMs = 60_000;
/** So long after "too many" the rate stays as it was learned; then it grows by half each minute. */
const steadyMs = 15 * 60_000;
const growth = 1.5;
const longestHoldMs = 10 * 60_000;
/** Whoever has waited for so long takes every second turn, whatever its rank. */
const longestTurnMs = 5 * 60_000;

/**
 * Requests toward the CRM: a tenth less than it allows in a minute. What it allows is configured, else advertised, else
 * learned: the rate grows while requests wait, and after "too many" (nothing was processed) it is what went through.
 */
export function requestBudget({ now, after, configured }: Settings) {
  const waiting: { readonly rank: number; readonly since: number; readonly go: () => void }[] = [];
  /** Times of the requests of the last minute that were not refused, as far as we know. */
  let sent: number[] = [];
  let advertised: number | undefined;
  let learned: number | undefined;
  /** The rate at the last "too many", and when that was. */
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
  /** A tenth at once, nine tenths over the minute: never more than it allows. Enough for a start's own questions. */
  const burst = () => Math.max(1, Math.min(20, perMinute() / 10));
  const refill = () => {
    const elapsed = Math.max(0, now() - at);
    // A clock that went back holds nothing longer.
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
  const next = () => {
    const oldest = waiting.reduce((least, { since }) => Math.min(least, since), Infinity);
    lastWasOld = !lastWasOld && oldest <= at - longestTurnMs;
    const place = lastWasOld ? waiting.findIndex(({ since }) => since === oldest) : 0;
    return waiting.splice(place, 1)[0];
  };
  /** Lets go who may; the others wait for the next token. */
  const pump = () => {
    cancel = undefined;
    refill();
    while (waiting.length > 0 && tokens >= 1 && at >= heldUntil) {
      tokens -= 1;
      sent.push(at);
      next()?.go();
    }
    if (waiting.length === 0) return;
    cancel = after(Math.min(windowMs, Math.max(1, heldUntil - now(), (1 - tokens) / perMs())), pump);
  };
  return {
    /** What the CRM says it takes a minute; nonsense is not believed. */
    heard: (limit: number) => {
      if (limit > 0) advertised = Math.min(fastest, Math.max(slowest, limit));
    },
    /** Nothing more for so long. What went through in the last minute is what the CRM takes, if we asked for that much. */
    refused: (waitMs: number) => {
      sent.pop();
      // Several that were on their way together are one refusal.
      if (now() >= heldUntil) before = perMinute();
      const seen = sent.filter((time) => time > now() - windowMs).length;
      learned = Math.max(slowest, Math.min(before * 0.9, Math.max(seen, before / 2)));
      refusedAt = now();
      heldUntil = Math.max(heldUntil, now() + (waitMs > 0 ? Math.min(longestHoldMs, waitMs) : 0));
    },
    perMinute: () => perMs() * windowMs,
    /** How long nothing goes, ms: the CRM asked for it. */
    heldMs: () => Math.max(0, heldUntil - now()),
    /** Answers when a request may be made. */
    turn: (rank: Rank): Promise<void> =>
      new Promise((go) => {
        const place = waiting.findLastIndex((other) => other.rank <= ranks.indexOf(rank));
        waiting.splice(place + 1, 0, { rank: ranks.indexOf(rank), since: now(), go });
        if (cancel === undefined) pump();
      }),
  };
}
