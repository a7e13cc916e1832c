import type { Row, Statement } from "./driver.ts";

type Statements = readonly Statement[];
type Results = readonly (readonly Row[])[];

/** While so many commits are on their way, whatever arrives shares the next one. */
const atOnce = 2;

/**
 * One commit for all leads that arrived in one turn of the event loop, or while the commits before were on their way;
 * when it fails, each lead gets its own.
 */
export function groupCommit(
  commit: (statements: Statements) => Promise<Results>,
): (one: Statements) => Promise<Results> {
  interface Waiting {
    readonly statements: Statements;
    readonly done: (results: Results) => void;
    readonly fail: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let committing = 0;
  const flush = async () => {
    if (committing >= atOnce) return;
    committing += 1;
    while (waiting.length > 0) await commitAll(waiting.splice(0));
    committing -= 1;
  };
  const commitAll = async (group: readonly Waiting[]) => {
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
