import { openOutside, type Outside } from "../outside.ts";
import { run } from "../run.ts";
import type { Driver, Statement } from "../store/driver.ts";

/**
 * The real proxy as a process, on a database and a network that end it by SIGKILL: at the point named DIE_AT, when it
 * gets there for the DIE_NTH time. The proxy itself knows nothing of it.
 */
const { DIE_AT, DIE_NTH = "1" } = process.env;
let left = Number(DIE_NTH);
/** Whether an outcome was lost: only then a look-up is one before a resend. */
let isUnknown = false;

function at(point: string): void {
  if (point !== DIE_AT || --left > 0) return;
  process.kill(process.pid, "SIGKILL");
  // Nothing more is done while the signal is on its way.
  for (;;);
}

/** A statement that does nothing, in the middle of a transaction: reading it is the point. */
const inserted = {
  *[Symbol.iterator]() {
    at("inserted");
    yield "SELECT 1";
  },
} as unknown as Statement;

function dying<Database extends Pick<Driver, "query" | "batch">>(database: Database): Database {
  return {
    ...database,
    query: async (sql, values = []) => {
      at("starting");
      const [, from, , ...written] = sql.startsWith("UPDATE submissions") ? values : [];
      const marks = from === "accepted" && written.includes("sending");
      if (marks) at("claimed");
      if (from === "sending") at("replied");
      const rows = await database.query(sql, values);
      if (marks) at("marked");
      if (written.includes("unknown")) isUnknown = true;
      return rows;
    },
    batch: async (statements) => {
      at("starting");
      if (!statements[0]?.[0].startsWith("INSERT INTO submissions")) return database.batch(statements);
      at("judged");
      const rows = await database.batch(DIE_AT === "inserted" ? [...statements, inserted] : statements);
      at("committed");
      return rows;
    },
  };
}

/** Some time after the request was begun: written, and not yet answered (the stand-in is told to be slow). */
const laterMs = 25;

function dyingOutside(outside: Outside): Outside {
  const { driver, transport } = outside;
  return {
    ...outside,
    driver: {
      ...dying(driver),
      takeSeat: async () => {
        const seat = await driver.takeSeat();
        return seat && dying(seat);
      },
    },
    transport: (url, init) => {
      const create = init.method === "POST" && url.endsWith("/v1.0/leads");
      const lookUp = init.method === "GET" && url.includes("/v1.0/leads?");
      if (create) setTimeout(() => at("written"), laterMs);
      if (lookUp && isUnknown) setTimeout(() => at("looking"), 1);
      return transport(url, init);
    },
  };
}

await run(async (env) => dyingOutside(await openOutside(env)));
