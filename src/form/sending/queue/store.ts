import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Outgoing } from "./outgoing.ts";
import type { Entry } from "./entry.ts";

/** The name of the queue's database. */
export const queueName = "foyer-saved";
/** After this time the work goes on without the browser's answer. */
const answerMs = 3_000;
let onLate = () => {};

/** Calls `run` when the browser has answered after all. Until then the page says that a lead is not saved. */
export const whenLate = (run: () => void): void => void (onLate = run);

interface Tables extends DBSchema {
  readonly queue: { readonly key: string; readonly value: Entry };
}

/** Returns an entry as it is to be, from what it is now. */
export type Next = (now: Entry | undefined) => Entry | undefined;

/** Returns the entries in IndexedDB. Undefined if the browser cannot read them. */
export const readEntries = (): Promise<readonly Entry[] | undefined> => within((db) => db.getAll("queue"));

/**
 * Replaces the entry with this id by what `next` returns, in one transaction. Undefined deletes it. Returns what was
 * written, or undefined if the browser cannot write. A strict transaction is on disk when it completes; localStorage may
 * be written only seconds later.
 */
export const changeEntry = (id: string, next: Next): Promise<{ readonly written: Entry | undefined } | undefined> =>
  within(async (db) => {
    const transaction = db.transaction("queue", "readwrite", { durability: "strict" });
    const { store } = transaction;
    const written = next(await store.get(id));
    await Promise.all([written === undefined ? store.delete(id) : store.put(written), transaction.done]);
    return { written };
  });

/** Version 1 had the journal of an earlier Foyer. */
const open = () =>
  openDB<Tables>(queueName, 2, {
    async upgrade(db, oldVersion, _, transaction) {
      db.createObjectStore("queue", { keyPath: "id" });
      if (oldVersion !== 1) return;
      const old = transaction as unknown as { objectStore(name: string): { getAll(): Promise<OldEntry[]> } };
      for (const { id, draft, outgoing, at } of await old.objectStore("saved").getAll())
        await transaction.objectStore("queue").put({
          id,
          station: outgoing?.body.station ?? "",
          savedAt: at,
          ...(draft && { draft }),
          ...(outgoing && { body: outgoing.body }),
        });
      db.deleteObjectStore("saved" as never);
    },
  });

interface OldEntry {
  readonly id: string;
  readonly draft?: string;
  readonly outgoing?: Outgoing;
  readonly at: number;
}

async function within<T>(work: (db: IDBPDatabase<Tables>) => Promise<T>): Promise<T | undefined> {
  const run = async () => {
    const db = await open();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  };
  let isLate = false;
  const late = new Promise<undefined>((resolve) =>
    setTimeout(() => {
      isLate = true;
      resolve(undefined);
    }, answerMs),
  );
  const done = run().then(
    (result) => {
      if (isLate) onLate();
      return result;
    },
    () => undefined,
  );
  return Promise.race([done, late]);
}
