import { openDB, type DBSchema } from "idb";

/**
 * A copy in IndexedDB of what Foyer keeps in localStorage. Chromium writes localStorage to disk late: after five seconds,
 * and after minutes on a page that changes it often. A browser that is killed loses those changes: typed keys are gone,
 * and what was removed is there again. IndexedDB is written at once.
 */
interface Row {
  /** Null: the value was removed. */
  readonly text: string | null;
  readonly at: number;
}

interface Tables extends DBSchema {
  readonly kept: { readonly key: string; readonly value: Row };
}

/** In localStorage: the time of its last change. */
const clock = "foyer-changed";
/** The first screen comes first: this opens a database. */
const firstMs = 1_000;
const removedForMs = 86_400_000;
const waiting = new Map<string, Row>();
/** Changed on this page before `reconcile`. The clock stays as it was, to show what was lost. */
let early: Set<string> | undefined = new Set();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Call after a change of localStorage. Throws if storage is blocked. */
export function mirror(key: string, text: string | null): void {
  if (early) return void early.add(key);
  const at = Math.max(Date.now(), lastChange() + 1);
  localStorage.setItem(clock, String(at));
  waiting.set(key, { text, at });
  timer ??= setTimeout(() => void flush().catch(() => undefined), Math.max(0, firstMs - performance.now()));
}

async function flush(): Promise<void> {
  timer = undefined;
  const rows = [...waiting];
  waiting.clear();
  const db = await open();
  const transaction = db.transaction("kept", "readwrite");
  await Promise.all([...rows.map(([key, row]) => transaction.store.put(row, key)), transaction.done]);
  db.close();
}

/**
 * Makes both alike when a page opens. If the copy has newer changes, the browser was killed: they are restored. Else
 * localStorage is right, because a page that was left copies nothing more. Returns the restored keys.
 */
export async function reconcile(prefix: string): Promise<readonly string[]> {
  try {
    const copy = await readCopy();
    const last = lastChange();
    /** A tab that is alive writes itself what comes after this page was opened. */
    const isLost = ({ at }: Row) => at > last && at < performance.timeOrigin;
    const lost = [...copy].filter(([key, row]) => isLost(row) && !early?.has(key));
    early = undefined;
    for (const [key, { text }] of lost)
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    localStorage.setItem(clock, String(Math.max(last, ...lost.map(([, { at }]) => at))));
    const own = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    for (const key of new Set([...own, ...copy.keys()])) {
      const text = localStorage.getItem(key);
      if (text !== (copy.get(key)?.text ?? null)) mirror(key, text);
    }
    return lost.map(([key]) => key);
  } catch {
    return []; // Storage is blocked: nothing was kept.
  }
}

/** Also forgets what was removed long ago. */
async function readCopy(): Promise<ReadonlyMap<string, Row>> {
  const db = await open();
  const transaction = db.transaction("kept", "readwrite");
  const copy = new Map<string, Row>();
  for await (const cursor of transaction.store)
    if (cursor.value.text === null && cursor.value.at < Date.now() - removedForMs) await cursor.delete();
    else copy.set(cursor.key, cursor.value);
  db.close();
  return copy;
}

const lastChange = () => Number(localStorage.getItem(clock) ?? 0);

/** The name of the database. */
const copyName = "foyer-kept";
const open = () => openDB<Tables>(copyName, 1, { upgrade: (db) => void db.createObjectStore("kept") });
