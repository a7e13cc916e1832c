import type { Status } from "#lead/submission.ts";
import type { Driver, Row, Statement } from "./driver.ts";

/** A submission in the outbox. Times are milliseconds since 1970; `lead` is Lofty's JSON, ready to be sent. */
export interface Entry {
  readonly id: string;
  readonly station: string;
  /** Of the request body: the same key with another body is refused. */
  readonly fingerprint: string;
  readonly status: Status;
  readonly reason: string | null;
  readonly lead: string;
  readonly consent: string | null;
  readonly leadId: string | null;
  readonly attempts: number;
  readonly capturedAt: number;
  readonly acceptedAt: number;
  readonly changedAt: number;
  /** When the relay next looks at it; null when nothing is left to do. */
  readonly dueAt: number | null;
}

/** What a change of status writes; each is one committed transaction. */
export type Change = Pick<Entry, "status"> & Partial<Pick<Entry, "reason" | "leadId" | "attempts" | "dueAt">>;

export interface Outbox {
  /** Commits a new entry. Answers the one on disk: the earlier one where the id is known. */
  readonly accept: (entry: Entry) => Promise<Entry>;
  readonly find: (id: string) => Promise<Entry | undefined>;
  /** Entries of a status that are due, oldest first. */
  readonly due: (status: Status, now: number, most: number) => Promise<readonly Entry[]>;
  /** When the next entry falls due. */
  readonly nextDue: () => Promise<number | undefined>;
  /** Changes an entry that still has the status `from`; false when it has not. */
  readonly change: (id: string, from: Status, change: Change, now: number) => Promise<boolean>;
  /** Whatever was being sent when we ended: nobody knows whether it arrived. */
  readonly markInterrupted: (now: number) => Promise<number>;
  readonly count: () => Promise<{ readonly [status in Status]?: number }>;
}

const columns =
  "id, station, fingerprint, status, reason, lead, consent, lead_id, attempts, captured_at, accepted_at, changed_at, due_at";

export function outboxIn({ query, batch }: Driver): Outbox {
  const insert = (entry: Entry): Statement => [
    `INSERT INTO submissions (${columns}) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      entry.id,
      entry.station,
      entry.fingerprint,
      entry.status,
      entry.reason,
      entry.lead,
      entry.consent,
      entry.leadId,
      entry.attempts,
      entry.capturedAt,
      entry.acceptedAt,
      entry.changedAt,
      entry.dueAt,
    ],
  ];
  const find = async (id: string) => {
    const [row] = await query(`SELECT ${columns} FROM submissions WHERE id = $1`, [id]);
    return row && entryOf(row);
  };
  const grouped = groupCommit(async (statements) => batch(statements));
  return {
    find,
    accept: async (entry) => {
      const added = await grouped(insert(entry));
      return added.length > 0 ? entry : ((await find(entry.id)) as Entry);
    },
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
    change: async (id, from, { status, reason = null, leadId, attempts, dueAt = null }, now) => {
      const rows = await query(
        `UPDATE submissions SET status = $1, reason = $2, due_at = $3, changed_at = $4,
           lead_id = coalesce($5, lead_id), attempts = coalesce($6, attempts)
         WHERE id = $7 AND status = $8 RETURNING id`,
        [status, reason, dueAt, now, leadId ?? null, attempts ?? null, id, from],
      );
      return rows.length > 0;
    },
    markInterrupted: async (now) => {
      const rows = await query(
        "UPDATE submissions SET status = 'unknown', due_at = $1, changed_at = $1 WHERE status = 'sending' RETURNING id",
        [now],
      );
      return rows.length;
    },
    count: async () => {
      const rows = await query("SELECT status, count(*) AS entries FROM submissions GROUP BY status");
      return Object.fromEntries(rows.map((row) => [row["status"], Number(row["entries"])]));
    },
  };
}

const entryOf = (row: Row): Entry => ({
  id: String(row["id"]),
  station: String(row["station"]),
  fingerprint: String(row["fingerprint"]),
  status: row["status"] as Status,
  reason: row["reason"] as string | null,
  lead: String(row["lead"] ?? ""),
  consent: row["consent"] as string | null,
  leadId: row["lead_id"] as string | null,
  attempts: Number(row["attempts"]),
  capturedAt: Number(row["captured_at"]),
  acceptedAt: Number(row["accepted_at"]),
  changedAt: Number(row["changed_at"]),
  dueAt: row["due_at"] === null ? null : Number(row["due_at"]),
});

type Commit = (statements: readonly Statement[]) => Promise<readonly (readonly Row[])[]>;

/** One commit for all leads that arrived in one turn of the event loop; when it fails, each lead gets its own. */
function groupCommit(commit: Commit): (statement: Statement) => Promise<readonly Row[]> {
  interface Waiting {
    readonly statement: Statement;
    readonly done: (rows: readonly Row[]) => void;
    readonly fail: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  const flush = async () => {
    const group = waiting;
    waiting = [];
    try {
      const results = await commit(group.map(({ statement }) => statement));
      group.forEach(({ done }, index) => done(results[index] ?? []));
    } catch (error) {
      if (group.length === 1) return group[0]?.fail(error);
      for (const { statement, done, fail } of group) await commit([statement]).then(([rows]) => done(rows ?? []), fail);
    }
  };
  return (statement) =>
    new Promise((done, fail) => {
      if (waiting.push({ statement, done, fail }) === 1) setImmediate(() => void flush());
    });
}
