import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import pino from "pino";
import { Agent, fetch as undiciFetch } from "undici";
import type { Transport } from "./delivery/crm.ts";
import { Refused, type Environment } from "./environment.ts";
import type { Driver } from "./store/driver.ts";

/** What the proxy does not make itself: a database, the network toward the CRM, time, and a log. Tests pass their own. */
export interface Outside {
  readonly driver: Driver;
  readonly transport: Transport;
  readonly now: () => number;
  /** Calls back after some milliseconds; answers how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly log: (event: string, facts: object) => void;
  readonly close: () => Promise<void>;
}

/** The real outside. */
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

/** SQLite in DATA_DIR, or Postgres; each is loaded only where it is used. */
async function openStore({ DATABASE_URL, DATA_DIR }: Environment): Promise<Driver> {
  if (DATABASE_URL !== undefined) {
    const { openPostgres } = await import("./store/postgres.ts");
    return openPostgres(DATABASE_URL).catch((error: NodeJS.ErrnoException) => {
      // "localhost" is two addresses, and an error of several has no words of its own.
      throw error instanceof Refused ? error : new Refused(`DATABASE_URL: ${error.message || error.code}`);
    });
  }
  const { openSqlite, rescueOf } = await import("./store/sqlite.ts");
  const file = join(DATA_DIR, "foyer.sqlite");
  const rescued = rescueOf(file);
  if (existsSync(rescued))
    throw new Refused(
      `DATA_DIR: the database was deleted while Foyer ran, and its leads were saved in ${rescued}. Type: npm run restore ${rescued}`,
    );
  try {
    makeFolder(resolve(DATA_DIR));
    return openSqlite(file);
  } catch (error) {
    const { message } = error as Error;
    const why = message === "database is locked" ? "another proxy has it open" : message;
    throw new Refused(`DATA_DIR: ${DATA_DIR}: ${why}`);
  }
}

/** One level at a time: asked to make folders in /proc, Node's recursive `mkdir` never comes back. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
