/** Who goes first when there are more requests than the CRM allows. */
export const ranks = ["create", "look-up", "read-back", "vocabulary"] as const;
export type Rank = (typeof ranks)[number];

interface Settings {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly configured?: number | undefined;
}

/**
 * Requests toward the CRM. The rate is the configured one, else what the CRM advertises, else 60 a minute, less a
 * tenth; it is halved when the CRM says "too many" (nothing was processed) and grows back slowly.
 */
export function requestBudget({ now, after, configured }: Settings) {
  const waiting: { readonly rank: number; readonly go: () => void }[] = [];
  let advertised = 60;
  let share = 1;
  let tokens = 5;
  let at = now();
  let heldUntil = 0;
  let cancel: (() => void) | undefined;
  const perMs = () => ((configured || advertised) * share * 0.9) / 60_000;
  const burst = () => Math.max(1, Math.min(20, perMs() * 2000));
  const refill = () => {
    const elapsed = Math.max(0, now() - at);
    // A clock that went back holds nothing longer.
    if (now() < at) heldUntil -= at - now();
    at = now();
    share = Math.min(1, share + elapsed / 600_000);
    tokens = Math.min(burst(), tokens + elapsed * perMs());
  };
  /** Lets go who may; the others wait for the next token. */
  const pump = () => {
    cancel = undefined;
    refill();
    while (waiting.length > 0 && tokens >= 1 && now() >= heldUntil) {
      tokens -= 1;
      waiting.shift()?.go();
    }
    if (waiting.length === 0) return;
    cancel = after(Math.max(1, heldUntil - now(), (1 - tokens) / perMs()), pump);
  };
  return {
    heard: (perMinute: number) => void (advertised = perMinute),
    /** Nothing more for so long, and less from then on. */
    refused: (waitMs: number) => {
      share = Math.max(1 / 16, share / 2);
      heldUntil = Math.max(heldUntil, now() + waitMs);
    },
    perMinute: () => perMs() * 60_000,
    /** How long nothing goes, ms: the CRM asked for it. */
    heldMs: () => Math.max(0, heldUntil - now()),
    /** Answers when a request may be made. */
    turn: (rank: Rank): Promise<void> =>
      new Promise((go) => {
        const place = waiting.findLastIndex((other) => other.rank <= ranks.indexOf(rank));
        waiting.splice(place + 1, 0, { rank: ranks.indexOf(rank), go });
        if (cancel === undefined) pump();
      }),
  };
}
