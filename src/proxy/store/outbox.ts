import type { Status } from "#lead/submission.ts";
import type { Reach } from "../staff/reach.ts";
import { insertArrivals, insertReach, type Arrival } from "./arrivals.ts";
import { beatsIn, type Beats } from "./beats.ts";
import type { Driver, Row, Value } from "./driver.ts";
import { groupCommit } from "./groupCommit.ts";
import { listsIn, type Lists } from "./lists.ts";
import { queueIn, type Queue } from "./queue.ts";

/** A submission in the outbox. */
export interface Entry extends Omit<Arrival, "parked"> {
  readonly status: Status;
  readonly reason: string | null;
  readonly leadId: string | null;
  /** How often it was marked to be sent. */
  readonly attempts: number;
  readonly changedAt: number;
  /** Since when it is on its way, or in the CRM and not read back; milliseconds in which no relay lived do not count. */
  readonly openSince: number;
  /** When the relay next looks at it; null when nothing is left to do. */
  readonly dueAt: number | null;
  /** Look-ups (unknown) or reads (delivered) that were answered and did not show it. */
  readonly looks: number;
  /** Failures in a row of what is being tried: each waits longer. */
  readonly misses: number;
  /** Whether the one resend was used: 1 by ourselves, 2 by a person. */
  readonly resends: number;
  /** What the CRM holds otherwise than it was sent: JSON of `Difference[]`. */
  readonly differences: string | null;
  /** Another person in the CRM with the same phone, or with another email of a lead that was added to one. */
  readonly samePhoneAs: string | null;
}

/** What a change of status writes; each is one committed transaction. */
export type Change = Pick<Entry, "status"> & Partial<Omit<Entry, keyof Omit<Arrival, "lead"> | "status" | "changedAt">>;

export interface Outbox extends Beats, Queue, Lists {
  /** Commits a new entry and how its person is reached. Answers the one on disk: the earlier one of a known id. */
  readonly accept: (
    arrival: Arrival,
    reach?: readonly Reach[],
    signal?: AbortSignal,
  ) => Promise<{ readonly entry: Entry; readonly isNew: boolean }>;
  readonly addReach: (entry: Entry, reach: readonly Reach[]) => Promise<void>;
  readonly find: (id: string) => Promise<Entry | undefined>;
  /** Entries of a status that are due, oldest first. */
  readonly due: (status: Status, now: number, most: number) => Promise<readonly Entry[]>;
  /** When the next entry falls due. */
  readonly nextDue: () => Promise<number | undefined>;
  /** Changes an entry that still is as it was when it was read; false when it is not. */
  readonly change: (
    id: string,
    from: Pick<Entry, "status" | "attempts">,
    change: Change,
    now: number,
  ) => Promise<boolean>;
  /** When the oldest of the leads on their way was accepted. */
  readonly oldestWaiting: () => Promise<number | undefined>;
  readonly count: () => Promise<{ readonly [status in Status]?: number }>;
}

const columnOf = {
  id: "id",
  station: "station",
  fingerprint: "fingerprint",
  status: "status",
  reason: "reason",
  lead: "lead",
  consent: "consent",
  event: "event",
  leadId: "lead_id",
  attempts: "attempts",
  capturedAt: "captured_at",
  deviceCapturedAt: "device_captured_at",
  acceptedAt: "accepted_at",
  lane: "lane",
  walkIn: "walk_in",
  changedAt: "changed_at",
  openSince: "open_since",
  dueAt: "due_at",
  looks: "looks",
  misses: "misses",
  resends: "resends",
  differences: "differences",
  samePhoneAs: "same_phone_as",
} as const satisfies Record<keyof Entry, string>;
const keys = Object.keys(columnOf) as (keyof Entry)[];
const columns = Object.values(columnOf).join(", ");

export function outboxIn(driver: Driver): Outbox {
  const { query, batch } = driver;
  const find = async (id: string) => {
    const [row] = await query(`SELECT ${columns} FROM submissions WHERE id = $1`, [id]);
    return row && entryOf(row);
  };
  /** Which of them are new: of two with one id, the first. */
  const add = groupCommit(async (arrivals: readonly (Arrival & { readonly reach: readonly Reach[] })[]) => {
    const [rows = []] = await batch([insertArrivals(arrivals), ...insertReach(arrivals)]);
    const added = new Set(rows.map(({ id }) => id));
    return arrivals.map(({ id }) => added.delete(id));
  });
  return {
    ...beatsIn(driver),
    ...queueIn(driver, columns, entryOf),
    ...listsIn(driver, columns, entryOf),
    find,
    accept: async (arrival, reach = [], signal) => {
      const isNew = await add({ ...arrival, reach }, signal);
      return { entry: isNew ? entryFrom(arrival) : ((await find(arrival.id)) as Entry), isNew };
    },
    addReach: async (entry, reach) => void (await batch(insertReach([{ ...entry, reach }]))),
    due: async (status, now, most) => {
      const rows = await query(
        `SELECT ${columns} FROM submissions WHERE status = $1 AND due_at <= $2 ORDER BY due_at, accepted_at, id LIMIT ${most}`,
        [status, now],
      );
      return rows.map(entryOf);
    },
    nextDue: async () => {
      const [row] = await query("SELECT min(due_at) AS due FROM submissions WHERE due_at IS NOT NULL");
      return row?.["due"] == null ? undefined : Number(row["due"]);
    },
    change: async (id, from, change, now) => {
      const written = Object.entries({ ...change, changedAt: now }) as [keyof Entry, Value][];
      const set = written.map(([key], index) => `${columnOf[key]} = $${index + 4}`).join(", ");
      const rows = await query(
        `UPDATE submissions SET ${set} WHERE id = $1 AND status = $2 AND attempts = $3 RETURNING id`,
        [id, from.status, from.attempts, ...written.map(([, value]) => value)],
      );
      return rows.length > 0;
    },
    oldestWaiting: async () => {
      const sql = "SELECT min(accepted_at) AS at FROM submissions WHERE status IN ('accepted', 'sending', 'unknown')";
      const [row] = await query(sql);
      return row?.["at"] == null ? undefined : Number(row["at"]);
    },
    count: async () => {
      const rows = await query("SELECT status, count(*) AS entries FROM submissions GROUP BY status");
      return Object.fromEntries(rows.map((row) => [row["status"], Number(row["entries"])]));
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

/** A row as an entry; the lead is empty once it was forgotten. */
const entryOf = (row: Row): Entry => {
  const entry = Object.fromEntries(keys.map((key) => [key, row[columnOf[key]]])) as unknown as Entry;
  return { ...entry, lead: entry.lead ?? "" };
};
