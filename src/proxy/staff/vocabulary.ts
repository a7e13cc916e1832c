import type { Vocabulary } from "#lead/vocabulary.ts";
import { listReaders, type Get } from "./listReaders.ts";

interface Settings {
  readonly get: Get;
  readonly now: () => number;
  readonly log: (event: string, facts: object) => void;
}

const freshMs = 10 * 60_000;
const retryMs = 30_000;

/**
 * Returns a function that returns Lofty's lists (LOFTY.md 3.6 and 5), cached for ten minutes. Older lists are returned
 * while new ones are loaded or when Lofty fails. A list that fails, perhaps because our credential may not read it,
 * keeps its old value.
 */
export function vocabularyIn({ get, now, log }: Settings): () => Promise<Vocabulary | undefined> {
  let kept: Vocabulary | undefined;
  let dueAt = -Infinity;
  let loading: Promise<void> | undefined;

  const load = async () => {
    const lists: Partial<Vocabulary> = {};
    let had = 0;
    for (const [name, read] of Object.entries(listReaders)) {
      try {
        Object.assign(lists, { [name]: await read(get) });
        had += 1;
      } catch (error) {
        log("vocabulary-failed", { list: name, error: (error as Error).message });
      }
    }
    if (had < Object.keys(listReaders).length) dueAt = now() + retryMs;
    if (had > 0) kept = { ...empty, ...kept, ...lists, fetchedAt: new Date(now()).toISOString() };
  };
  return async () => {
    if (now() >= dueAt) {
      dueAt = now() + freshMs;
      loading = load().finally(() => (loading = undefined));
    }
    if (kept === undefined) await loading;
    return kept;
  };
}

const empty: Vocabulary = { stages: [], tags: [], agents: [], offices: [], attributes: [] };
