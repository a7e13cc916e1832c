import type { Driver, Statement } from "./driver.ts";

/** What time does to the entries of the outbox. Times are milliseconds since 1970. */
export interface Beats {
  /** Whatever was being sent when we ended: nobody knows whether it arrived. It is looked for from `lookAt` on. */
  readonly markInterrupted: (now: number, lookAt: number) => Promise<number>;
  /**
   * Says that we are alive. After a gap (we were restored from a backup or a snapshot, or the clock jumped) the store may
   * be older than what has happened: what is open is looked for before anything is sent, though it was never marked: a
   * backup does not know what was sent after it, nor that we only stood still. Answers how many that are.
   */
  readonly beat: (now: number, lookAt: number) => Promise<number>;
  /** After a restore: everything open is looked for from `lookAt` on before it is sent. Returns how many. */
  readonly reconcileOpen: (now: number, lookAt: number) => Promise<number>;
  /**
   * Parks what has been open since `openSince`, with a reason, and looks from `lookAt` on for what has been `sending`
   * since `sentAt`. Answers how many were parked.
   */
  readonly endWaits: (
    now: number,
    limits: { readonly openSince: number; readonly sentAt: number; readonly lookAt: number },
  ) => Promise<number>;
  /** When a relay last said so. */
  readonly beatenAt: () => Promise<number | undefined>;
}

/** A start after an upgrade takes less, a backup is not restored as fast. */
const longestGapMs = 10 * 60_000;
/** Clocks are set right by seconds. */
const furthestBackMs = 60_000;
/** What a person is told of an entry that waited too long: whether the CRM may hold it, and what kept it. */
const waitedReason = `CASE
  WHEN status = 'delivered' THEN 'not-read-back'
  WHEN reason = 'restored' THEN 'restored'
  WHEN status IN ('sending', 'unknown') OR resends = 1 THEN 'cannot-look-up'
  WHEN reason IN ('credentials', 'blocked') THEN reason
  ELSE 'waited-too-long' END`;
const inDoubt = (reason: string) =>
  `UPDATE submissions SET status = 'unknown', reason = '${reason}', looks = 0, misses = 0, changed_at = $1, due_at = $2`;

export function beatsIn({ query, batch }: Driver): Beats {
  const beatenAt = async () => {
    const [last] = await query("SELECT at FROM beats WHERE name = 'relay'");
    return last && Number(last["at"]);
  };
  return {
    beatenAt,
    markInterrupted: async (now, lookAt) =>
      (await query(`${inDoubt("interrupted")} WHERE status = 'sending' RETURNING id`, [now, lookAt])).length,
    reconcileOpen: async (now, lookAt) => {
      const open = `${inDoubt("restored")} WHERE status IN ('accepted', 'sending', 'unknown') RETURNING id`;
      return (await query(open, [now, lookAt])).length;
    },
    beat: async (now, lookAt) => {
      const at = (await beatenAt()) ?? now;
      const beat: Statement = [
        "INSERT INTO beats (name, at) VALUES ('relay', $1) ON CONFLICT (name) DO UPDATE SET at = $1",
        [now],
      ];
      const open = `${inDoubt("restored")} WHERE status IN ('accepted', 'unknown') AND accepted_at <= $3 RETURNING id`;
      // What was to wait until a time waits no longer because the clock went back.
      const back = "UPDATE submissions SET due_at = due_at - $1 WHERE due_at > $2";
      const since = "UPDATE submissions SET open_since = open_since + $1 WHERE status <> 'confirmed' AND open_since";
      const isGap = now - at > longestGapMs || at - now > furthestBackMs;
      const results = await batch([
        ...(now < at ? [[back, [at - now, now]] as const, [`${since} > $2`, [now - at, now]] as const] : []),
        ...(now - at > longestGapMs ? [[`${since} <= $2`, [now - at, at]] as const] : []),
        ...(isGap ? [[open, [now, lookAt, at + longestGapMs]] as const] : []),
        beat,
      ]);
      return (isGap && results.at(-2)?.length) || 0;
    },
    endWaits: async (now, { openSince, sentAt, lookAt }) => {
      const [, parked] = await batch([
        [`${inDoubt("interrupted")} WHERE status = 'sending' AND changed_at <= $3`, [now, lookAt, sentAt]],
        [
          `UPDATE submissions SET status = 'parked', reason = ${waitedReason}, changed_at = $1, due_at = NULL
           WHERE open_since <= $2 AND (status IN ('accepted', 'sending', 'unknown')
             OR status = 'delivered' AND due_at IS NOT NULL) RETURNING id`,
          [now, openSince],
        ],
      ]);
      return parked?.length ?? 0;
    },
  };
}
