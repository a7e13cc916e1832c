/** While so many commits are on their way, whatever arrives shares the next one. */
const atOnce = 4;
const mostTogether = 64;

/**
 * One commit for all that arrived in one turn of the event loop, or while the commits before were on their way; when it
 * fails, each gets its own.
 */
export function groupCommit<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    readonly done: (result: Result) => void;
    readonly fail: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let committing = 0;
  const flush = async () => {
    if (committing >= atOnce) return;
    committing += 1;
    while (waiting.length > 0) await commitAll(waiting.splice(0, mostTogether));
    committing -= 1;
  };
  const commitAll = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const results = await commit(group.map(({ item }) => item));
      group.forEach(({ done }, index) => done(results[index] as Result));
    } catch (error) {
      if (group.length === 1) return group[0]?.fail(error);
      for (const one of group) await commitAll([one]);
    }
  };
  return (item) =>
    new Promise((done, fail) => {
      if (waiting.push({ item, done, fail }) === 1) setImmediate(() => void flush());
    });
}
