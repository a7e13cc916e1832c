import { statuses, type Status } from "#lead/submission/submission.ts";
import type { Reach } from "./reach.ts";
import { insertAll, insertReach, type Arrival, type WholeArrival } from "./arrivals.ts";
import { beatsIn, type Beats } from "./beats.ts";
import { changing, columnOf } from "./changing.ts";
import { discardIn, type Discard } from "./discard.ts";
import type { Driver, Row, Statement } from "./driver/driver.ts";
import { groupCommit } from "./database/groupCommit.ts";
import { listsIn, type Lists } from "./lists.ts";
import { queueIn, type Queue } from "./queue.ts";
import { waiting } from "./statuses.ts";
import { unreadableText } from "./driver/unreadable.ts";

/** A submission in the outbox. */
export interface Entry extends Omit<Arrival, "parked"> {
  readonly status: Status;
  readonly reason: string | null;
  readonly leadId: string | null;
  /** How often it was marked as `sending`. */
  readonly attempts: number;
  readonly changedAt: number;
  /** Since when it is on its way or waits to be read back, in ms. Time without a running relay does not count. */
  readonly openSince: number;
  /** When the relay handles it next; null when nothing is left to do. */
  readonly dueAt: number | null;
  /**
   * Look-ups (unknown) or reads (delivered) that succeeded but did not show the lead; tries (accepted) that failed for a
   * reason of the lead's own.
   */
  readonly looks: number;
  /** Failures in a row. The delay grows with each. */
  readonly misses: number;
  /** Whether the resend was used: 1 by our look-ups, 2 by staff. */
  readonly resends: number;
  /** The values that the CRM stores differently: JSON of `Difference[]`. */
  readonly differences: string | null;
  /** The name of another person in the CRM with the same phone, or the other email of a lead added to a person. */
  readonly samePhoneAs: string | null;
}

/** The columns that a change of status writes, in one transaction. */
export type Change = Pick<Entry, "status"> &
  Partial<Omit<Entry, keyof Omit<Arrival, Rewritten> | "status" | "changedAt">>;
/** These change when staff correct a lead, or when a sealed one can be opened later. */
type Rewritten = "lead" | "consent" | "acknowledgement" | "event" | "issues" | "fingerprint";

export interface Outbox extends Beats, Queue, Lists, Discard {
  /** Commits a new entry, its contacts and its opt-outs. Returns the stored one: for a known id, the earlier entry. */
  readonly accept: (
    arrival: Arrival,
    reach?: readonly Reach[],
    signal?: AbortSignal,
    optOuts?: readonly Statement[],
  ) => Promise<{ readonly entry: Entry; readonly isNew: boolean }>;
  /**
   * Changes a parked entry and adds its contacts and opt-outs, all in one commit. Does nothing and returns false if
   * somebody changed it since it was read. `optOuts` must do nothing when it is not parked.
   */
  readonly release: (
    entry: Entry,
    change: Change,
    reach: readonly Reach[],
    optOuts: readonly Statement[],
    now: number,
  ) => Promise<boolean>;
  readonly find: (id: string) => Promise<Entry | undefined>;
  /** Returns due entries of a status, oldest first, without those of `except`. */
  readonly due: (status: Status, now: number, most: number, except?: readonly string[]) => Promise<readonly Entry[]>;
  /** Returns the time when the next entry is due. */
  readonly nextDue: () => Promise<number | undefined>;
  /** Changes an entry if nobody changed it since it was read (a process may have hung). Returns false otherwise. */
  readonly change: (
    id: string,
    from: Pick<Entry, "status" | "attempts"> & Partial<Pick<Entry, "leadId">>,
    change: Change,
    now: number,
  ) => Promise<boolean>;
  /** Returns when the oldest entry on its way was accepted. */
  readonly oldestWaiting: () => Promise<number | undefined>;
  readonly count: () => Promise<{ readonly [status in Status]?: number }>;
}

const keys = Object.keys(columnOf) as (keyof Entry)[];
const columns = Object.values(columnOf).join(", ");

/** Four of the ten Postgres connections. SQLite commits one transaction at a time. */
const connectionsForLeads = 4;

const counted = `SELECT ${statuses
  .map((status) => `(SELECT count(*) FROM submissions WHERE status = '${status}') AS ${status}`)
  .join()}`;

export function outboxIn(driver: Driver): Outbox {
  const { query, batch, personal } = driver;
  const find = async (id: string) => {
    const [row] = await query(`SELECT ${columns} FROM submissions WHERE id = $1`, [id]);
    return row && entryOf(row);
  };
  /** Returns which arrivals are new. Of two with the same id, the first is new. */
  const add = groupCommit(
    async (arrivals: readonly WholeArrival[]) => {
      const rows = await batch(insertAll(arrivals, personal));
      const added = new Set(rows.flat().map(({ id }) => id));
      return arrivals.map(({ id }) => added.delete(id));
    },
    driver.shared ? connectionsForLeads : 1,
  );
  return {
    ...beatsIn(driver),
    ...discardIn(driver),
    ...queueIn(driver),
    ...listsIn(driver, columns, entryOf),
    find,
    accept: async (arrival, reach = [], signal, optOuts = []) => {
      const isNew = await add({ ...arrival, reach, optOuts }, signal);
      return { entry: isNew ? entryFrom(arrival) : ((await find(arrival.id)) as Entry), isNew };
    },
    due: async (status, now, most, except = []) => {
      const others = except.map((_, index) => `$${index + 2}`).join();
      // No parameter for the status: SQLite would prepare the statement again whenever it is bound to another status.
      const rows = await query(
        `SELECT ${columns} FROM submissions WHERE status = '${status}' AND due_at <= $1 AND id NOT IN (${others || "''"})
         ORDER BY due_at, accepted_at, id LIMIT ${most}`,
        [now, ...except],
      );
      return rows.map(entryOf);
    },
    nextDue: async () => {
      const first = statuses.map(
        (status) => `SELECT min(due_at) AS due FROM submissions WHERE status = '${status}' AND due_at IS NOT NULL`,
      );
      const [{ due = null } = {}] = await query(`SELECT min(due) AS due FROM (${first.join(" UNION ALL ")}) AS dues`);
      return due === null ? undefined : Number(due);
    },
    change: async (...asked) => (await query(...changing(personal, ...asked))).length > 0,
    release: async (entry, change, reach, optOuts, now) => {
      const { id, attempts } = entry;
      // Locks the row on Postgres, so that all statements see the same state.
      const lock = "UPDATE submissions SET attempts = attempts WHERE id = $1 AND status = 'parked' AND attempts = $2";
      const rows = await batch([
        [lock, [id, attempts]],
        ...insertReach([{ ...entry, reach }], personal, "AND status = 'parked'"),
        ...optOuts,
        changing(personal, id, { status: "parked", attempts }, change, now),
      ]);
      return (rows.at(-1)?.length ?? 0) > 0;
    },
    oldestWaiting: async () => {
      const [{ at = null } = {}] = await query(`SELECT min(accepted_at) AS at FROM submissions WHERE ${waiting}`);
      return at === null ? undefined : Number(at);
    },
    count: async () => {
      const [row = {}] = await query(counted);
      return Object.fromEntries(Object.entries(row).map(([status, entries]) => [status, Number(entries)]));
    },
  };
}

const entryFrom = ({ parked, ...arrival }: Arrival): Entry => ({
  ...arrival,
  status: parked === undefined ? "accepted" : "parked",
  reason: parked ?? null,
  leadId: null,
  attempts: 0,
  changedAt: arrival.acceptedAt,
  openSince: arrival.acceptedAt,
  dueAt: parked === undefined ? arrival.acceptedAt : null,
  ...{ looks: 0, misses: 0, resends: 0 },
  differences: null,
  samePhoneAs: null,
});

/** Converts a row to an entry. The lead is empty after it was forgotten. */
const entryOf = (row: Row): Entry => {
  const entry = Object.fromEntries(keys.map((key) => [key, row[columnOf[key]]])) as unknown as Entry;
  const [lead, consent] = [entry.lead ?? "", entry.consent];
  // Without its consent it must not be corrected and sent.
  const canRead = lead !== unreadableText && consent !== unreadableText;
  const orNull = (text: string | null) => (text === unreadableText ? null : text);
  return {
    ...entry,
    lead: canRead ? lead : unreadableText,
    consent: orNull(consent),
    differences: orNull(entry.differences),
    samePhoneAs: orNull(entry.samePhoneAs),
    issues: orNull(entry.issues ?? null),
  };
};
