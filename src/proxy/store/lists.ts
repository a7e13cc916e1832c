import type { OutboxGroup } from "#lead/staffAnswers.ts";
import type { Driver, Row } from "./driver.ts";
import type { Entry } from "./outbox.ts";

/** Where the next page of a list begins: after the entry of this time and id. */
export interface Place {
  readonly at: number;
  readonly id: string;
}

/** The lists that staff see. */
export interface Lists {
  /** All of a list, as `page` orders it: `done` is what is in the CRM, `waiting` is everything else. */
  readonly list: (which: "waiting" | "done") => Promise<readonly Entry[]>;
  /** Parked and waiting entries oldest first, delivered ones newest first. */
  readonly page: (group: OutboxGroup, most: number, after?: Place) => Promise<readonly Entry[]>;
  /** How many entries have a status and a reason. */
  readonly causes: () => Promise<
    readonly { readonly group: OutboxGroup; readonly reason: string; readonly count: number }[]
  >;
  /** Ids of parked entries of one reason, oldest first. */
  readonly parkedFor: (reason: string, most: number) => Promise<readonly string[]>;
}

const delivered = "status IN ('delivered', 'confirmed')";
const oldestFirst = { time: "accepted_at", order: "ASC", next: ">" } as const;
const lists = {
  needsYou: { where: "status = 'parked'", ...oldestFirst },
  waiting: { where: "status IN ('accepted', 'sending', 'unknown')", ...oldestFirst },
  delivered: { where: delivered, time: "changed_at", order: "DESC", next: "<" },
} as const satisfies { readonly [group in OutboxGroup]: object };

/** The place of an entry in its list. */
export const placeOf = (group: OutboxGroup, entry: Entry): Place => ({
  at: group === "delivered" ? entry.changedAt : entry.acceptedAt,
  id: entry.id,
});

const groupOf = (status: unknown): OutboxGroup =>
  status === "parked" ? "needsYou" : status === "delivered" || status === "confirmed" ? "delivered" : "waiting";

export function listsIn({ query }: Driver, columns: string, entryOf: (row: Row) => Entry): Lists {
  return {
    list: async (which) => {
      const [where, order] = which === "done" ? [delivered, "changed_at DESC"] : [`NOT ${delivered}`, "accepted_at"];
      return (await query(`SELECT ${columns} FROM submissions WHERE ${where} ORDER BY ${order}, id`)).map(entryOf);
    },
    page: async (group, most, after) => {
      const { where, time, order, next } = lists[group];
      const beyond = after ? `AND (${time}, id) ${next} ($1, $2)` : "";
      const rows = await query(
        `SELECT ${columns} FROM submissions WHERE ${where} ${beyond} ORDER BY ${time} ${order}, id ${order} LIMIT ${most}`,
        after ? [after.at, after.id] : [],
      );
      return rows.map(entryOf);
    },
    causes: async () => {
      const rows = await query("SELECT status, reason, count(*) AS entries FROM submissions GROUP BY status, reason");
      return rows.map(({ status, reason, entries }) => ({
        group: groupOf(status),
        reason: String(reason ?? ""),
        count: Number(entries),
      }));
    },
    parkedFor: async (reason, most) => {
      const rows = await query(
        `SELECT id FROM submissions WHERE status = 'parked' AND reason = $1 ORDER BY accepted_at, id LIMIT ${most}`,
        [reason],
      );
      return rows.map(({ id }) => String(id));
    },
  };
}
