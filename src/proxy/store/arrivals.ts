import type { Reach } from "../staff/reach.ts";
import type { Statement, Value } from "./driver.ts";

/** A lead as it comes in. Times are milliseconds since 1970; `lead` is Lofty's JSON, ready to be sent. */
export interface Arrival {
  readonly id: string;
  readonly station: string;
  /** Of the request body: the same key with another body is refused. */
  readonly fingerprint: string;
  readonly lead: string;
  readonly consent: string | null;
  /** The event it was saved under, as JSON. */
  readonly event?: string | null;
  /** By our clock. */
  readonly capturedAt: number;
  /** By the clock of the device. */
  readonly deviceCapturedAt?: number | null;
  readonly acceptedAt: number;
  /** Why it needs a person at once; it is not sent. */
  readonly parked?: string;
}
/** How the person of a lead is reached. */
export type Reached = Pick<Arrival, "id" | "fingerprint"> & { readonly reach: readonly Reach[] };

/** Adds those that are new, in one statement, and answers their ids. */
export function insertArrivals(arrivals: readonly Arrival[]): Statement {
  const [rows, values] = table(
    arrivals.map((one) => [
      ...[one.id, one.station, one.fingerprint, one.lead, one.consent, one.capturedAt, one.acceptedAt],
      ...[one.acceptedAt, one.acceptedAt, one.parked === undefined ? one.acceptedAt : null],
      ...[one.parked === undefined ? "accepted" : "parked", one.parked ?? null, 0],
      ...[one.deviceCapturedAt ?? null, one.event ?? null],
    ]),
  );
  const sql = `INSERT INTO submissions
    (id, station, fingerprint, lead, consent, captured_at, accepted_at, changed_at, open_since, due_at, status, reason,
     attempts, device_captured_at, event)
    VALUES ${rows} ON CONFLICT (id) DO NOTHING RETURNING id`;
  return [sql, values];
}

/** Keeps how people are reached. Nothing is kept of a second body that came with a known id, nor of a retry for a forgotten lead. */
export function insertReach(arrivals: readonly Reached[]): readonly Statement[] {
  const found = arrivals.flatMap(({ id, fingerprint, reach }) =>
    reach.map(({ kind, value }) => [id, fingerprint, kind, value]),
  );
  if (found.length === 0) return [];
  const [rows, values] = table(found, "TEXT");
  const sql = `INSERT INTO reach (submission, kind, value)
    SELECT column1, column3, column4 FROM (VALUES ${rows}) AS ways
    WHERE column2 = (SELECT fingerprint FROM submissions WHERE id = column1 AND lead IS NOT NULL) ON CONFLICT DO NOTHING`;
  return [[sql, values]];
}

/** Rows of values for a statement; Postgres cannot tell the type of one that stands in no column yet. */
function table(rows: readonly (readonly Value[])[], type?: string): readonly [sql: string, values: readonly Value[]] {
  let next = 1;
  const cell = () => (type === undefined ? `$${next++}` : `CAST($${next++} AS ${type})`);
  return [rows.map((row) => `(${row.map(cell).join()})`).join(), rows.flat()];
}
