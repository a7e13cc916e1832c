const mostTogether = 64;

/**
 * Commits items in groups: everything that arrives in one turn of the event loop or during a commit shares the next
 * commit. At most `atOnce` commits run at the same time. When a group fails, each item is committed alone. Items whose
 * signal is aborted are not committed.
 */
export function groupCommit<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  atOnce: number,
): (item: Item, signal?: AbortSignal) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    readonly signal: AbortSignal | undefined;
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
  const commitAll = async (all: readonly Waiting[]): Promise<void> => {
    // The caller no longer waits for these.
    for (const { signal, fail } of all) if (signal?.aborted) fail(signal.reason);
    const group = all.filter(({ signal }) => !signal?.aborted);
    if (group.length === 0) return;
    try {
      const results = await commit(group.map(({ item }) => item));
      group.forEach(({ done }, index) => done(results[index] as Result));
    } catch (error) {
      if (group.length === 1) return group[0]?.fail(error);
      for (const one of group) await commitAll([one]);
    }
  };
  return (item, signal) =>
    new Promise((done, fail) => {
      if (waiting.push({ item, signal, done, fail }) === 1) setImmediate(() => void flush());
    });
}
