import type { Reach } from "./reach.ts";
import type { Statement } from "./driver/driver.ts";
import { eventKey } from "./eventKey.ts";
import { isPersonal, weekIn, type Personal } from "./driver/personal.ts";

/** A new lead. Times are milliseconds since 1970; `lead` is Lofty's JSON, ready to be sent. */
export interface Arrival {
  readonly id: string;
  readonly station: string;
  /** Hash of the request body. The same key with another body is refused. */
  readonly fingerprint: string;
  readonly lead: string;
  readonly consent: string | null;
  /** JSON of an acknowledgement (lead/submission/acknowledgement.ts). */
  readonly acknowledgement?: string | null;
  /** The lead's event, as JSON. */
  readonly event?: string | null;
  /** By our clock. */
  readonly capturedAt: number;
  /** By the device's clock. */
  readonly deviceCapturedAt?: number | null;
  readonly acceptedAt: number;
  /** The reason to park the lead at once; it is not sent. */
  readonly parked?: string;
  /** Why a sealed lead is parked: JSON of `Issue[]`. */
  readonly issues?: string | null;
  /** Identifies one sender without personal data. Leads of one lane wait behind each other. */
  readonly lane?: string | null;
  /** 1: staff entered it for a visitor who is present. 2: staff keyed it in from paper or a file; it is sent last. */
  readonly walkIn?: number;
}
export const imported = 2;
/** The turns of imported leads begin here, so that those of a station follow all its other leads. */
const firstImportTurn = 1_000_000;

/** A new lead with its contacts, and the statements that record its opt-outs (optOuts.ts). */
export interface WholeArrival extends Arrival {
  readonly reach: readonly Reach[];
  readonly optOuts: readonly Statement[];
}
/** The contacts of a lead's person. */
export type Reached = Pick<Arrival, "id" | "fingerprint"> & { readonly reach: readonly Reach[] };

const columns = [
  ...[
    "lane",
    "id",
    "station",
    "fingerprint",
    "lead",
    "consent",
    "captured_at",
    "accepted_at",
    "changed_at",
    "open_since",
  ],
  ...[
    "due_at",
    "status",
    "reason",
    "attempts",
    "device_captured_at",
    "event",
    "walk_in",
    "with_agent",
    "issues",
    "acknowledgement",
    "event_key",
  ],
];

/** Compact JSON escapes every quote inside a text, so this finds only the answers to these questions. */
export const withAgent = (lead: string) => (/"with(Buyer|Listing)Agent":"Yes"/.test(lead) ? 1 : 0);

/**
 * Inserts new leads with all that belongs to them. Its rows are the ids of those that are new. With encryption, each lead
 * has statements of its own: their few texts stay prepared, and a lead whose id is known gets no contacts of another body.
 */
export const insertAll = (arrivals: readonly WholeArrival[], personal: Personal): readonly Statement[] => [
  ...(personal.hasWeek ? arrivals.map((one) => [one]) : [arrivals]).flatMap((some) => [
    insertArrivals(some, personal),
    ...insertWays(some, personal, personal.isNew("column2")),
  ]),
  ...arrivals.flatMap(({ optOuts }) => optOuts),
];

/** Inserts the new leads in one statement. The statement returns their ids. */
export function insertArrivals(arrivals: readonly Arrival[], personal: Personal): Statement {
  const values = arrivals.map((one) => {
    const {
      acceptedAt: at,
      deviceCapturedAt = null,
      event = null,
      lane = null,
      walkIn = 0,
      parked,
      issues = null,
      acknowledgement = null,
    } = one;
    const found = [one.id, one.station, one.fingerprint, one.lead, one.consent, one.capturedAt, at];
    const [status, reason, dueAt] = parked === undefined ? ["accepted", null, at] : ["parked", parked, null];
    return [
      lane,
      ...found,
      at,
      at,
      dueAt,
      status,
      reason,
      0,
      deviceCapturedAt,
      event,
      walkIn,
      withAgent(one.lead),
      issues,
      acknowledgement,
      eventKey(event),
    ];
  });
  const [only] = arrivals;
  const sql =
    only && arrivals.length === 1 ? textOfOne(personal, only.walkIn === imported) : textOf(arrivals, personal);
  return [sql, values.flat()];
}

/** The text for one arrival is made once: it is long, and needed for each lead. */
function textOfOne(personal: Personal, isImport: boolean): string {
  const texts = textsOfOne.get(personal) ?? {};
  textsOfOne.set(personal, texts);
  return (texts[`${isImport}`] ??= textOf([{ lane: "", walkIn: isImport ? imported : 0 }], personal));
}
const textsOfOne = new Map<Personal, { true?: string; false?: string }>();

function textOf(arrivals: readonly Pick<Arrival, "lane" | "walkIn">[], personal: Personal): string {
  /** The place in its lane: behind the waiting leads and those before it in this statement. */
  const turn = (index: number, lane: string) => {
    const before = arrivals.slice(0, index).filter((other) => other.lane === arrivals[index]?.lane).length;
    const first = arrivals[index]?.walkIn === imported ? firstImportTurn : 0;
    return `(SELECT coalesce(max(turn) + 1, ${first}) + ${before} FROM submissions WHERE lane = ${lane} AND status = 'accepted')`;
  };
  const rows = arrivals.map((_, index) => {
    const place = (column: string) => `$${index * columns.length + columns.indexOf(column) + 1}`;
    const week = weekIn(place("accepted_at"));
    const cells = columns.map((column) =>
      isPersonal(column) ? personal.seal(column, place(column), place("id"), week) : place(column),
    );
    return `(${[...cells, turn(index, place("lane")), ...(personal.hasWeek ? [week] : [])].join()})`;
  });
  return `INSERT INTO submissions (${columns.join()}, turn${personal.hasWeek ? ", week" : ""})
    VALUES ${rows.join()} ON CONFLICT (id) DO NOTHING RETURNING id`;
}

/**
 * Inserts the contacts of stored leads. Skips a second body with a known id, and a retry of a forgotten lead. `and` is
 * a further condition.
 */
export const insertReach = (arrivals: readonly Reached[], personal: Personal, and = ""): readonly Statement[] =>
  insertWays(arrivals, personal, `${personal.open("fingerprint")} = column2 ${and}`);

function insertWays(arrivals: readonly Reached[], personal: Personal, condition: string): readonly Statement[] {
  const found = arrivals.flatMap(({ id, fingerprint, reach }) =>
    reach.map(({ kind, value }) => [id, fingerprint, kind, value]),
  );
  if (found.length === 0) return [];
  // The casts are needed: Postgres cannot infer the type of a value in VALUES.
  const rows = found.map(
    (row, index) => `(${row.map((_, cell) => `CAST($${index * row.length + cell + 1} AS TEXT)`).join()})`,
  );
  const sql = `INSERT INTO reach (submission, kind, value)
    SELECT column1, column3, ${personal.mark("column4", "week")}
    FROM (VALUES ${rows.join()}) AS ways JOIN submissions ON id = column1
    WHERE ${condition} AND lead IS NOT NULL ON CONFLICT DO NOTHING`;
  return [[sql, found.flat()]];
}
