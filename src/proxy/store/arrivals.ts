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
  /** Names who waits in one line without saying who it is. */
  readonly lane?: string | null;
  /** 1: staff typed it, for somebody who stands before them. */
  readonly walkIn?: number;
}
/** How the person of a lead is reached. */
export type Reached = Pick<Arrival, "id" | "fingerprint"> & { readonly reach: readonly Reach[] };

/** Adds those that are new, in one statement, and answers their ids. */
export function insertArrivals(arrivals: readonly Arrival[]): Statement {
  const cells = arrivals.map((one) => {
    const { acceptedAt: at, deviceCapturedAt = null, event = null, lane = null, walkIn = 0, parked } = one;
    const found = [one.id, one.station, one.fingerprint, one.lead, one.consent, one.capturedAt, at];
    const [status, reason, dueAt] = parked === undefined ? ["accepted", null, at] : ["parked", parked, null];
    return [lane, ...found, at, at, dueAt, status, reason, 0, deviceCapturedAt, event, walkIn];
  });
  /** Behind those of its line that wait, and those that come with it. */
  const turn = (index: number, first: number) => {
    const before = arrivals.slice(0, index).filter(({ lane }) => lane === arrivals[index]?.lane).length;
    return `(SELECT coalesce(max(turn) + 1, 0) + ${before} FROM submissions WHERE lane = $${first} AND status = 'accepted')`;
  };
  const [rows, values] = table(cells, undefined, turn);
  const sql = `INSERT INTO submissions
    (lane, id, station, fingerprint, lead, consent, captured_at, accepted_at, changed_at, open_since, due_at, status, reason,
     attempts, device_captured_at, event, walk_in, turn)
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

/**
 * Rows of values for a statement; Postgres cannot tell the type of one that stands in no column yet. `more` is one more
 * cell, made from the number of the row and of its first value.
 */
function table(
  rows: readonly (readonly Value[])[],
  type?: string,
  more?: (row: number, first: number) => string,
): readonly [sql: string, values: readonly Value[]] {
  let next = 1;
  const cell = () => (type === undefined ? `$${next++}` : `CAST($${next++} AS ${type})`);
  const line = (row: readonly Value[], index: number) => {
    const first = next;
    return `(${[...row.map(cell), ...(more ? [more(index, first)] : [])].join()})`;
  };
  return [rows.map(line).join(), rows.flat()];
}
