import type { Reach } from "../staff/reach.ts";
import type { Statement } from "./driver.ts";
import type { Entry } from "./outbox.ts";

/** Keeps how a person is reached. Nothing is kept of a second body that came with a known id. */
export function insertReach({ id, fingerprint }: Entry, reach: readonly Reach[]): readonly Statement[] {
  const rows = reach.map((_, index) => `(CAST($${2 * index + 3} AS TEXT), CAST($${2 * index + 4} AS TEXT))`);
  const sql = `INSERT INTO reach (submission, kind, value)
    SELECT id, column1, column2 FROM submissions, (VALUES ${rows.join(", ")}) AS ways
    WHERE id = $1 AND fingerprint = $2 ON CONFLICT DO NOTHING`;
  return rows.length === 0 ? [] : [[sql, [id, fingerprint, ...reach.flatMap(({ kind, value }) => [kind, value])]]];
}
