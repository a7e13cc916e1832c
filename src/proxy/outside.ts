import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import pino from "pino";
import { Agent, fetch as undiciFetch } from "undici";
import type { After, Log } from "./platform/clock.ts";
import type { Transport } from "./crm/crm.ts";
import { Refused, type Environment } from "./platform/environment.ts";
import type { Driver } from "./store/driver/driver.ts";

/** The proxy's environment: database, network to the CRM, time, and log. Tests pass their own. */
export interface Outside {
  readonly driver: Driver;
  readonly transport: Transport;
  readonly now: () => number;
  readonly after: After;
  readonly log: Log;
  readonly close: () => Promise<void>;
}

/** Opens the real environment. Throws `Refused` when the store cannot be opened. */
export async function openOutside(env: Environment): Promise<Outside> {
  const logger = pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const agent = new Agent({ connect: { timeout: 5_000 }, headersTimeout: 15_000, bodyTimeout: 15_000 });
  const driver = await openStore(env);
  return {
    driver,
    transport: (url, init) =>
      undiciFetch(url, { ...init, dispatcher: agent } as Parameters<
        typeof undiciFetch
      >[1]) as unknown as Promise<Response>,
    now: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms / env.FOYER_TIME_SCALE);
      return () => clearTimeout(timer);
    },
    log: (event, facts) => logger.info({ event, ...facts }),
    close: async () => {
      await driver.close();
      await agent.close();
    },
  };
}

/** Opens SQLite in DATA_DIR, or Postgres; loads only the driver in use. */
async function openStore({ DATABASE_URL, DATA_DIR }: Environment): Promise<Driver> {
  if (DATABASE_URL !== undefined) {
    const { openPostgres } = await import("./store/database/postgres.ts");
    return openPostgres(DATABASE_URL).catch((error: NodeJS.ErrnoException) => {
      // "localhost" has two addresses, and an error for several addresses has no message.
      throw error instanceof Refused ? error : new Refused(`DATABASE_URL: ${error.message || error.code}`);
    });
  }
  const [{ openSqlite }, { rescueOf }] = await Promise.all([
    import("./store/database/sqlite.ts"),
    import("./store/keys/goneCheck.ts"),
  ]);
  const file = join(DATA_DIR, "foyer.sqlite");
  const rescued = rescueOf(file);
  if (existsSync(rescued))
    throw new Refused(
      `DATA_DIR: the database or its file of keys was deleted or replaced while Foyer ran, and its leads were saved in ${rescued}. Type: npm run restore ${rescued}`,
    );
  try {
    makeFolder(resolve(DATA_DIR));
    return await openSqlite(file, endProcess);
  } catch (error) {
    const { message } = error as Error;
    const why = message === "database is locked" ? "another proxy has it open" : message;
    throw new Refused(`DATA_DIR: ${DATA_DIR}: ${why}`);
  }
}

/** Without its database the proxy cannot store a lead, so it exits; a process manager restarts it. */
function endProcess({ message }: Error): void {
  console.error(`foyer: the database's thread ended: ${message}. Every lead that was answered is on disk.`);
  process.exit(1);
}

/** Creates one level at a time: in /proc, Node's recursive `mkdir` never returns. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
