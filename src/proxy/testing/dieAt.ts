import { openOutside, type Outside } from "../outside.ts";
import { run } from "../run.ts";
import type { Driver, Statement } from "../store/driver/driver.ts";

/**
 * The real proxy as a process, with a database and a network that kill it with SIGKILL: at the point DIE_AT, when it is
 * reached for the DIE_NTH time. The code of the proxy is unchanged.
 */
const { DIE_AT, DIE_NTH = "1" } = process.env;
let left = Number(DIE_NTH);
/** True after an outcome was lost. Only then is a look-up one before a resend. */
let isUnknown = false;

function at(point: string): void {
  if (point !== DIE_AT || --left > 0) return;
  process.kill(process.pid, "SIGKILL");
  // Do nothing more until the signal arrives.
  for (;;);
}

/** A delay after the start of a request or transaction, in ms. The sandbox is set to be slow. */
const laterMs = 25;

/** A statement without effect in the middle of a transaction on Postgres. Reading it reaches the point. */
const inserted = {
  *[Symbol.iterator]() {
    at("inserted");
    yield "SELECT 1";
  },
} as unknown as Statement;
/**
 * SQLite's thread reads its own copy of the statements. A statement that never ends keeps the transaction open until
 * the process is killed.
 */
const endless: Statement = [
  "WITH RECURSIVE ever (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM ever) SELECT max(n) FROM ever",
];
const inserting = (isShared: boolean): readonly Statement[] => {
  if (DIE_AT !== "inserted") return [];
  if (isShared) return [inserted];
  if (--left > 0) return [];
  setTimeout(() => process.kill(process.pid, "SIGKILL"), laterMs);
  return [endless];
};

function dying<Database extends Pick<Driver, "query" | "batch">>(database: Database, isShared: boolean): Database {
  return {
    ...database,
    query: async (sql, values = []) => {
      at("starting");
      const from = /^UPDATE submissions .* WHERE id = \$1 AND status = '(\w+)'/.exec(sql)?.[1];
      const [, , ...written] = from === undefined ? [] : values;
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
      const rows = await database.batch([...statements, ...inserting(isShared)]);
      at("committed");
      return rows;
    },
  };
}

function dyingOutside(outside: Outside): Outside {
  const { driver, transport } = outside;
  return {
    ...outside,
    driver: {
      ...dying(driver, driver.shared),
      takeSeat: async () => {
        const seat = await driver.takeSeat();
        return seat && dying(seat, driver.shared);
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
