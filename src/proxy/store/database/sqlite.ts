import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { unshared, type Driver, type Statement, type Value } from "../driver/driver.ts";
import { sealed } from "../driver/personal.ts";

/** The messages to and from the thread. The number identifies the call. */
export type Call = readonly [number: number, does: Does, statements?: Told | readonly Told[] | undefined];
/** A statement for the thread: its text, or the number of a text that was sent before. */
export type Told = readonly [text: string | number, values?: readonly Value[] | undefined];
type Does = "query" | "batch" | "dropKeys" | "unreadable" | "probe" | "scrub" | "close";
export type Answer = readonly [number: number, rows?: unknown, error?: unknown];

/** Those that the proxy uses often come first. */
export const mostTexts = 500;

interface Waiting {
  readonly done: (rows: never) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Opens SQLite in a worker thread: it runs the calls in order, and this thread stays free while the disk works. Calls
 * `died` when the thread ends without `close`. After that, every call rejects.
 *
 * Rejects when the database cannot be opened ("database is locked": another process has it).
 */
export async function openSqlite(file: string, died: (error: Error) => void): Promise<Driver> {
  const worker = new Worker(new URL("./sqliteThread.ts", import.meta.url), { workerData: file, execArgv: [] });
  await once(worker, "message");
  const waiting = new Map<number, Waiting>();
  let calls: Call[] = [];
  let last = 0;
  let end: Error | undefined;

  const ended = (error: Error) => {
    if (end !== undefined) return;
    end = error;
    for (const { fail } of waiting.values()) fail(error);
    died(error);
  };
  worker.on("error", ended);
  worker.on("exit", (code) => ended(new Error(`it ended with code ${code}`)));
  worker.on("message", (answers: readonly Answer[]) => {
    for (const [number, rows, error] of answers) {
      const one = waiting.get(number);
      waiting.delete(number);
      if (error === undefined) one?.done(rows as never);
      else one?.fail(error);
    }
  });
  /** Calls of the same tick are sent as one message. */
  const send = () => {
    worker.postMessage(calls);
    calls = [];
  };
  const ask = <Rows>(does: Does, statements?: Call[2]) =>
    new Promise<Rows>((done, fail) => {
      if (end !== undefined) return fail(end);
      waiting.set(++last, { done, fail });
      if (calls.push([last, does, statements]) === 1) queueMicrotask(send);
    });
  const texts = new Map<string, number>();
  /** The thread keeps the first texts in the order in which they come. To send a long one for each lead takes time. */
  const tell = ([sql, values]: Statement): Told => {
    const known = texts.get(sql);
    if (known === undefined && texts.size < mostTexts) texts.set(sql, texts.size);
    return [known ?? sql, values];
  };
  const query: Driver["query"] = (sql, values) => ask("query", tell([sql, values ?? []]));
  const batch: Driver["batch"] = (statements) => ask("batch", statements.map(tell));
  return {
    ...unshared({ query, batch }),
    personal: sealed,
    dropKeys: () => ask("dropKeys"),
    unreadable: () => ask("unreadable"),
    probe: () => ask("probe"),
    scrub: () => ask("scrub"),
    close: async () => {
      await ask("close");
      end = new Error("database is not open");
      await worker.terminate();
    },
  };
}
