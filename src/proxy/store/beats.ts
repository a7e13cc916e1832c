import { statuses } from "#lead/submission/submission.ts";
import type { Driver, Statement } from "./driver/driver.ts";
import { done, waiting } from "./statuses.ts";

/** Changes of outbox entries that depend on time. Times are milliseconds since 1970. */
export interface Beats {
  /**
   * Marks every entry that was being sent when the process ended: it may have arrived. It is looked up from `lookAt`
   * on.
   */
  readonly markInterrupted: (now: number, lookAt: number) => Promise<number>;
  /**
   * Stores a heartbeat. After a gap, the store may be older than what was sent: a backup or snapshot was restored, or
   * the clock jumped. Then every open entry is looked up before it is sent, marked or not. A simple pause looks the
   * same. Returns how many entries that are.
   */
  readonly beat: (now: number, lookAt: number) => Promise<number>;
  /** Run this after a restore: every open entry is looked up from `lookAt` on, before it is sent. Returns how many. */
  readonly reconcileOpen: (now: number, lookAt: number) => Promise<number>;
  /**
   * Parks entries that are open since `openSince` or longer, with a reason. Entries that are `sending` since `sentAt`
   * are looked up from `lookAt` on. Returns how many were parked.
   */
  readonly endWaits: (
    now: number,
    limits: { readonly openSince: number; readonly sentAt: number; readonly lookAt: number },
  ) => Promise<number>;
  /** The time of the last heartbeat of a relay. */
  readonly beatenAt: () => Promise<number | undefined>;
}

/** A start after an upgrade takes less time, and so does a restart; a restore takes longer. */
const longestGapMs = 10 * 60_000;
/** A clock correction is usually some seconds. */
const furthestBackMs = 60_000;
/** The reason shown to staff: whether the CRM may have the lead, and what delayed it. */
const waitedReason = `CASE
  WHEN status = 'delivered' THEN 'not-read-back'
  WHEN reason = 'restored' THEN 'restored'
  WHEN status IN ('sending', 'unknown') OR resends = 1 THEN 'cannot-look-up'
  WHEN reason IN ('credentials', 'blocked') THEN reason
  ELSE 'waited-too-long' END`;
/** The entries that `openSince` applies to: on their way, or not read back yet. One statement for each condition. */
const onItsWay = [waiting, "status = 'delivered' AND due_at IS NOT NULL"];
const anyStatus = `status IN (${statuses.map((status) => `'${status}'`).join()})`;
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
      (await query(`${inDoubt("interrupted")} WHERE ${waiting} AND status = 'sending' RETURNING id`, [now, lookAt]))
        .length,
    reconcileOpen: async (now, lookAt) => {
      const open = `${inDoubt("restored")} WHERE ${waiting} RETURNING id`;
      return (await query(open, [now, lookAt])).length;
    },
    beat: async (now, lookAt) => {
      const at = (await beatenAt()) ?? now;
      const beat: Statement = [
        "INSERT INTO beats (name, at) VALUES ('relay', $1) ON CONFLICT (name) DO UPDATE SET at = $1",
        [now],
      ];
      const open = `${inDoubt("restored")} WHERE ${waiting} AND status <> 'sending' AND accepted_at <= $3 RETURNING id`;
      // The clock went back: shift the due times by the same amount, so that nothing waits longer than planned.
      const back = `UPDATE submissions SET due_at = due_at - $1 WHERE ${anyStatus} AND due_at > $2`;
      // A lead that was done while the clock was ahead would not be forgotten until then.
      const doneLater = `UPDATE submissions SET changed_at = $1 WHERE ${done} AND lead IS NOT NULL AND changed_at > $1`;
      const shift = (ms: number, compare: string, to: number) =>
        onItsWay.map((where): Statement => [
          `UPDATE submissions SET open_since = open_since + $1 WHERE ${where} AND open_since ${compare} $2`,
          [ms, to],
        ]);
      const isGap = now - at > longestGapMs || at - now > furthestBackMs;
      const results = await batch([
        ...(now < at
          ? [[back, [at - now, now]] as const, [doneLater, [now]] as const, ...shift(now - at, ">", now)]
          : []),
        ...(now - at > longestGapMs ? shift(now - at, "<=", at + longestGapMs) : []),
        ...(isGap ? [[open, [now, lookAt, at + longestGapMs]] as const] : []),
        beat,
      ]);
      return (isGap && results.at(-2)?.length) || 0;
    },
    endWaits: async (now, { openSince, sentAt, lookAt }) => {
      const lost = `${inDoubt("interrupted")} WHERE ${waiting} AND status = 'sending' AND changed_at <= $3`;
      const [, ...parked] = await batch([
        [lost, [now, lookAt, sentAt]],
        ...onItsWay.map((where): Statement => [
          `UPDATE submissions SET status = 'parked', reason = ${waitedReason}, changed_at = $1, due_at = NULL
           WHERE ${where} AND open_since <= $2 RETURNING id`,
          [now, openSince],
        ]),
      ]);
      return parked.flat().length;
    },
  };
}
