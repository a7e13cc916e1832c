import { mostCounted, type Open, type OutboxGroup } from "#lead/submission/staffAnswers.ts";
import type { Driver, Row } from "./driver/driver.ts";
import type { Entry } from "./outbox.ts";
import { parked, waiting } from "./statuses.ts";

/** The cursor of a page: it starts after the entry with this time and id. */
export interface Place {
  readonly at: number;
  readonly id: string;
}

/** The outbox lists for staff. */
export interface Lists {
  /** Returns a whole list in the order of `page`. `done` is what is in the CRM, `waiting` is everything else. */
  readonly list: (which: "waiting" | "done") => Promise<readonly Entry[]>;
  /** Returns parked and waiting entries oldest first, delivered ones newest first. */
  readonly page: (group: OutboxGroup, most: number, after?: Place) => Promise<readonly Entry[]>;
  /** Returns how many entries each list has. Counting what is in the CRM stops at `mostCounted`. */
  readonly counts: () => Promise<{ readonly [group in OutboxGroup]: number }>;
  /**
   * Returns the counts of the lists that are not in the CRM. It is called often, and its cost does not depend on the
   * delivered leads.
   */
  readonly open: () => Promise<Open>;
  /** Returns how many entries are parked for each reason. */
  readonly causes: () => Promise<readonly { readonly reason: string; readonly count: number }[]>;
  /** Returns ids of parked entries with one reason, oldest first. */
  readonly parkedFor: (reason: string, most: number) => Promise<readonly string[]>;
}

const oldestFirst = { time: "accepted_at", order: "ASC", next: ">" } as const;
const lists = {
  needsYou: { parts: [parked], ...oldestFirst },
  waiting: { parts: [waiting], ...oldestFirst },
  // One index for each part.
  delivered: { parts: ["status = 'delivered'", "status = 'confirmed'"], time: "changed_at", order: "DESC", next: "<" },
} as const satisfies { readonly [group in OutboxGroup]: object };

/** Returns the cursor of an entry in its list. */
export const placeOf = (group: OutboxGroup, entry: Entry): Place => ({
  at: group === "delivered" ? entry.changedAt : entry.acceptedAt,
  id: entry.id,
});

const countOf = (part: string, most = "") =>
  `(SELECT count(*) FROM (SELECT 1 FROM submissions WHERE ${part}${most}) AS counted)`;
const openCounts = `${countOf(parked)} AS parked, ${countOf(waiting)} AS waiting`;
const openIn = (row: Row | undefined): Open => ({
  needsYou: Number(row?.["parked"]),
  waiting: Number(row?.["waiting"]),
});
const deliveredCount = lists.delivered.parts.map((part) => countOf(part, ` LIMIT ${mostCounted}`)).join(" + ");

export function listsIn({ query }: Driver, columns: string, entryOf: (row: Row) => Entry): Lists {
  const allOf = (parts: readonly string[], beyond = "") =>
    parts
      .map((part) => `SELECT ${columns} FROM submissions WHERE ${part}${beyond === "" ? "" : ` AND ${beyond}`}`)
      .join(" UNION ALL ");
  return {
    list: async (which) => {
      const groups = which === "done" ? (["delivered"] as const) : (["needsYou", "waiting"] as const);
      const order = which === "done" ? "changed_at DESC" : "accepted_at";
      const sql = `${allOf(groups.flatMap((group) => lists[group].parts))} ORDER BY ${order}, id`;
      return (await query(sql)).map(entryOf);
    },
    page: async (group, most, after) => {
      const { parts, time, order, next } = lists[group];
      const sql = `${allOf(parts, after && `(${time}, id) ${next} ($1, $2)`)} ORDER BY ${time} ${order}, id ${order}`;
      return (await query(`${sql} LIMIT ${most}`, after ? [after.at, after.id] : [])).map(entryOf);
    },
    counts: async () => {
      const [row] = await query(`SELECT ${openCounts}, ${deliveredCount} AS delivered`);
      return { ...openIn(row), delivered: Math.min(mostCounted, Number(row?.["delivered"])) };
    },
    open: async () => {
      const [row] = await query(`SELECT ${openCounts}`);
      return openIn(row);
    },
    causes: async () => {
      const rows = await query(`SELECT reason, count(*) AS entries FROM submissions WHERE ${parked} GROUP BY reason`);
      return rows.map(({ reason, entries }) => ({ reason: String(reason ?? ""), count: Number(entries) }));
    },
    parkedFor: async (reason, most) => {
      const rows = await query(
        `SELECT id FROM submissions WHERE ${parked} AND reason = $1 ORDER BY accepted_at, id LIMIT ${most}`,
        [reason],
      );
      return rows.map(({ id }) => String(id));
    },
  };
}
