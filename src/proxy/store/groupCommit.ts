import type { Row, Statement } from "./driver.ts";

type Statements = readonly Statement[];
type Results = readonly (readonly Row[])[];

/** One commit for all leads that arrived in one turn of the event loop; when it fails, each lead gets its own. */
export function groupCommit(
  commit: (statements: Statements) => Promise<Results>,
): (one: Statements) => Promise<Results> {
  interface Waiting {
    readonly statements: Statements;
    readonly done: (results: Results) => void;
    readonly fail: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  const flush = async () => {
    const group = waiting;
    waiting = [];
    try {
      const results = await commit(group.flatMap(({ statements }) => statements));
      let from = 0;
      for (const { statements, done } of group) done(results.slice(from, (from += statements.length)));
    } catch (error) {
      if (group.length === 1) return group[0]?.fail(error);
      for (const { statements, done, fail } of group) await commit(statements).then(done, fail);
    }
  };
  return (statements) =>
    new Promise((done, fail) => {
      if (waiting.push({ statements, done, fail }) === 1) setImmediate(() => void flush());
    });
}
