import type { Row, Statement } from "./driver.ts";

type Commit = (statements: readonly Statement[]) => Promise<readonly (readonly Row[])[]>;

/** One commit for all leads that arrived in one turn of the event loop; when it fails, each lead gets its own. */
export function groupCommit(commit: Commit): (statement: Statement) => Promise<readonly Row[]> {
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
