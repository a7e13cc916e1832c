import { createHmac, randomBytes } from "node:crypto";
import { ways, type Way } from "#lead/submission/ways.ts";
import type { Arrival } from "./arrivals.ts";
import type { Driver, Row, Statement, Value } from "./driver/driver.ts";
import type { Kept } from "./kept.ts";
import type { Entry } from "./outbox.ts";
import { reachIn, type Reach } from "./reach.ts";

/** A person who may have opted out: the contacts of a submission. */
export interface Person {
  /** The submission. */
  readonly id: string;
  readonly reach: readonly Reach[];
}

/**
 * The opt-outs of people. They outlive the leads. A person is stored as keyed hashes of the contacts, so that the table
 * names nobody. There are two kinds: refused (in the lead itself) and withdrawn (staff recorded it later). A third kind,
 * lifted, ends those before it: staff recorded that the person asked for contact again.
 */
export interface OptOuts {
  /** Returns the ways each person opted out of, by id. Refusals in the submission itself do not count. */
  readonly find: (people: readonly Person[]) => Promise<ReadonlyMap<string, readonly Way[]>>;
  /** Returns the ways that the person of a stored lead opted out of. */
  readonly ofLead: (entry: { readonly id: string; readonly lead: string }) => Promise<readonly Way[]>;
  /**
   * Returns the statements that record what a new submission refuses. They do nothing when its id was used for another
   * body: that one was refused.
   */
  readonly refusals: (
    person: Person & Pick<Arrival, "fingerprint">,
    refused: readonly Way[],
    at: number,
  ) => readonly Statement[];
  /**
   * Returns the statements that record what a parked submission refuses when it is released: these ways, and its earlier
   * opt-outs under the contacts that it has now. They do nothing when it is not parked any more.
   */
  readonly released: (
    person: Person & Pick<Entry, "attempts">,
    refused: readonly Way[],
    at: number,
  ) => readonly Statement[];
  /** Returns the statements that record that a person takes back all consent. Recording it again changes nothing. */
  readonly withdrawal: (person: Person, at: number) => readonly Statement[];
  /** Returns the statements that record that a person asked for contact again. */
  readonly lift: (person: Person, at: number) => readonly Statement[];
  /** Returns the statement that deletes a withdrawal that was recorded by mistake. */
  readonly undo: (id: string) => Statement;
  /** Returns when a withdrawal of the person of a stored lead was last recorded, in ms. */
  readonly withdrawnAt: (entry: { readonly id: string; readonly lead: string }) => Promise<number | undefined>;
  /** Returns when each of these submissions was withdrawn, in ms; without ids, of all. */
  readonly withdrawals: (ids?: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}

const mostTogether = 200;
/**
 * The place of a row among those of its mark and way: a later act has a higher one, also after the clock went back.
 * Earlier versions wrote only the time. Of two at the same time, the lift came last.
 */
const turnOf = (row: string) => `coalesce(${row}.turn, ${row}.at + CASE ${row}.kind WHEN 'lifted' THEN 1 ELSE 0 END)`;
const nextTurn = (way: string) => `(SELECT coalesce(max(${turnOf("earlier")}), 0) + 1 FROM opt_outs AS earlier
  WHERE earlier.mark = $1 AND earlier.way = ${way})`;
const isLifted = (row: string) => `EXISTS (SELECT 1 FROM opt_outs AS lift
  WHERE lift.kind = 'lifted' AND lift.mark = ${row}.mark AND lift.way = ${row}.way AND ${turnOf("lift")} > ${turnOf(row)})`;
/** A withdrawal that was lifted since. A new one takes its place. */
const liftedBefore = `DELETE FROM opt_outs WHERE source = $1 AND kind = 'withdrawn' AND ${isLifted("opt_outs")}`;
/** Gives the standing opt-outs of a submission, by its own mark ($2), to a contact ($1). */
const copyOwn = `INSERT INTO opt_outs (mark, way, source, kind, at, turn)
  SELECT CAST($1 AS TEXT), own.way, own.source, own.kind, own.at, ${nextTurn("own.way")}
  FROM opt_outs AS own JOIN submissions ON submissions.id = own.source
  WHERE own.mark = $2 AND own.source = $3 AND own.kind <> 'lifted' AND NOT ${isLifted("own")}
    AND submissions.status = 'parked' AND submissions.attempts = $4 ON CONFLICT DO NOTHING`;

export async function optOutsIn({ query, personal }: Driver, kept: Kept): Promise<OptOuts> {
  const key = await kept.readOr("opt-out-key", randomBytes(32).toString("hex"));
  const markOf = (value: string) => createHmac("sha256", key).update(value).digest("hex");
  /** The submission itself counts, because a person may have left no contact. */
  const ownMark = (id: string) => markOf(`submission ${id}`);
  const marksOf = ({ id, reach }: Person) => [...reach.map(({ value }) => markOf(value)), ownMark(id)];
  /** With a condition and its value ($6), only while it holds for the submission. */
  const insert = (
    person: Person,
    kind: "refused" | "withdrawn" | "lifted",
    some: readonly Way[],
    at: number,
    [condition, value]: readonly [string?, Value?] = [],
  ) => {
    const row = "CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT)";
    const values = `${row}, ${nextTurn("$2")}`;
    const where = `FROM submissions WHERE id = $3 AND ${condition} = $6`;
    const from = condition === undefined ? `VALUES (${values})` : `SELECT ${values} ${where}`;
    const written = "at = excluded.at, turn = excluded.turn";
    const again = kind === "lifted" ? `(mark, way, source, kind) DO UPDATE SET ${written}` : "DO NOTHING";
    return marksOf(person).flatMap((mark) =>
      some.map((way): Statement => [
        `INSERT INTO opt_outs (mark, way, source, kind, at, turn) ${from} ON CONFLICT ${again}`,
        [mark, way, person.id, kind, at, ...(value === undefined ? [] : [value])],
      ]),
    );
  };
  /** Runs `select` with a list of `$1, $2, …` for some of the values at a time. */
  const inParts = async (values: readonly string[], select: (list: string) => string) => {
    const rows = [];
    for (let from = 0; from < values.length; from += mostTogether) {
      const part = values.slice(from, from + mostTogether);
      rows.push(...(await query(select(part.map((_, index) => `$${index + 1}`).join()), part)));
    }
    return rows;
  };
  const find: OptOuts["find"] = async (people) => {
    const asked = people.map((person) => ({ id: person.id, marks: new Set(marksOf(person)) }));
    const all = [...new Set(asked.flatMap(({ marks }) => [...marks]))];
    const rows = await inParts(
      all,
      (list) => `SELECT mark, way, source, kind, ${turnOf("opt_outs")} AS turn FROM opt_outs WHERE mark IN (${list})`,
    );
    const byMark = Map.groupBy(rows, ({ mark }) => String(mark));
    return new Map(
      asked.map(({ id, marks }) => {
        const own = [...marks]
          .flatMap((mark) => standing(byMark.get(mark) ?? []))
          .filter(({ source, kind }) => kind === "withdrawn" || source !== id);
        return [id, ways.filter((way) => own.some((row) => row["way"] === way))];
      }),
    );
  };
  return {
    find,
    ofLead: async ({ id, lead }) => (await find([{ id, reach: reachIn(lead) }])).get(id) ?? [],
    refusals: (person, refused, at) =>
      insert(person, "refused", refused, at, [personal.open("fingerprint"), person.fingerprint]),
    released: ({ id, reach, attempts }, refused, at) => [
      ...insert({ id, reach: [] }, "refused", refused, at, ["status = 'parked' AND attempts", attempts]),
      ...reach.map(({ value }): Statement => [copyOwn, [markOf(value), ownMark(id), id, attempts]]),
    ],
    withdrawal: (person, at) => [[liftedBefore, [person.id]], ...insert(person, "withdrawn", ways, at)],
    lift: (person, at) => insert(person, "lifted", ways, at),
    undo: (id) => ["DELETE FROM opt_outs WHERE source = $1 AND kind = 'withdrawn'", [id]],
    withdrawnAt: async ({ id, lead }) => {
      const marks = marksOf({ id, reach: reachIn(lead) });
      const select = (list: string) => `SELECT at FROM opt_outs WHERE kind = 'withdrawn' AND mark IN (${list})`;
      const times = (await inParts(marks, select)).map(({ at }) => Number(at));
      return times.length > 0 ? Math.max(...times) : undefined;
    },
    withdrawals: async (ids) => {
      const select = (where: string) =>
        `SELECT source, min(at) AS at FROM opt_outs WHERE kind = 'withdrawn'${where} GROUP BY source`;
      const rows = ids ? await inParts(ids, (list) => select(` AND source IN (${list})`)) : await query(select(""));
      return new Map(rows.map(({ source, at }) => [String(source), Number(at)]));
    },
  };
}

/** Returns the opt-outs of one mark, without those that were lifted later. */
function standing(rows: readonly Row[]): readonly Row[] {
  const lifts = rows.filter(({ kind }) => kind === "lifted");
  const isOver = ({ way, turn }: Row) =>
    lifts.some((lift) => lift["way"] === way && Number(lift["turn"]) > Number(turn));
  return rows.filter((row) => row["kind"] !== "lifted" && !isOver(row));
}
