import { openDB } from "idb";
import { forget, keep, recall } from "../device.ts";
import type { Outgoing } from "../send/outgoing.ts";

/**
 * Leads that were saved, on disk before their drafts go. The browser writes localStorage to disk seconds later, so a
 * crash just after Save loses what is only there; a strict transaction is on disk when it ends.
 */
interface Entry {
  readonly id: string;
  /** The draft that it was. It must not come back, delivered or not. */
  readonly draft?: string | undefined;
  /** The submission; it goes once the proxy has it. */
  readonly outgoing?: Outgoing;
  readonly at: number;
}

const store = "saved";
/** A browser that does not answer must not hold up Save. */
const answerMs = 3_000;
const keptMs = 86_400_000;

/** Writes a submission to disk. False where the browser cannot. */
export const writeAhead = (outgoing: Outgoing): Promise<boolean> =>
  write({ id: outgoing.id, draft: outgoing.draft, outgoing, at: Date.now() });

/** The proxy has it, or its answers live on in a draft that was saved again or thrown away. */
export async function settleEntry(id: string, draft?: string): Promise<void> {
  // A reload in between must not send it again: localStorage is lost in a crash only.
  keep(settlingKey(id), true);
  if (await write({ id, draft, at: Date.now() })) forget(settlingKey(id));
}

/** Whether it is settled, though perhaps not on disk. */
export const isSettling = (id: string): boolean => recall(settlingKey(id)) !== undefined;

const settlingKey = (id: string) => `settling:${id}`;

/** What was saved and not settled, and the drafts that must not come back. */
export async function readJournal(): Promise<readonly Entry[]> {
  const entries = await within<Entry[]>(async () => {
    const db = await open();
    try {
      return (await db.getAll(store)) as Entry[];
    } finally {
      db.close();
    }
  });
  const isOld = ({ outgoing, at }: Entry) => outgoing === undefined && Date.now() - at > keptMs;
  for (const { id } of entries?.filter(isOld) ?? []) void write(id);
  return entries?.filter((entry) => !isOld(entry)) ?? [];
}

const open = () => openDB("foyer-saved", 1, { upgrade: (db) => void db.createObjectStore(store, { keyPath: "id" }) });

/** Writes an entry, or deletes the one of an id. */
async function write(entry: Entry | string): Promise<boolean> {
  const isWritten = await within(async () => {
    const db = await open();
    try {
      const transaction = db.transaction(store, "readwrite", { durability: "strict" });
      await Promise.all([
        typeof entry === "string" ? transaction.store.delete(entry) : transaction.store.put(entry),
        transaction.done,
      ]);
      return true;
    } finally {
      db.close();
    }
  });
  return isWritten === true;
}

const within = <T>(work: () => Promise<T>): Promise<T | undefined> =>
  Promise.race([
    work().catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), answerMs)),
  ]);
