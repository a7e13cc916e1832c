import { Client, Pool, types, type ClientBase, type ClientConfig } from "pg";
import { Refused } from "../environment.ts";
import { isKept, probeOf, type Driver, type Row, type Seat, type Statement, type Value } from "./driver.ts";

/** Without these an answered commit can be lost in a power cut. */
const durable = ["fsync", "synchronous_commit", "full_page_writes"];
/**
 * The key of the advisory lock that says which proxy relays: "foyer" in letters, and the schema's name where an office
 * has a schema of its own. Advisory locks are the database's, so two offices in one database need two keys.
 */
const seatKey = `(CASE WHEN current_schema() = 'public' THEN ${0x666f796572}::bigint
  ELSE ${0x666f796572}::bigint # hashtextextended(current_schema(), 0) END)`;
const bigint = 20;
/** A host without power is noticed within a minute: the system's own patience is two hours. */
const noticeGone =
  "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 5; SET tcp_user_timeout = 60000";
/** The same role may end its own connections; the lock goes with the one that holds it. */
const endSeat = `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
  AND (classid::bigint << 32 | objid::bigint) = ${seatKey}
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** Postgres, for hosts without a durable disk and for several proxies. */
export async function openPostgres(url: string): Promise<Driver> {
  const config: ClientConfig = {
    connectionString: url,
    application_name: "foyer",
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    query_timeout: 12_000,
    pipeline: true,
    types: {
      getTypeParser: (id: number, format?: "text" | "binary") =>
        id === bigint ? Number : (types.getTypeParser(id, format as "text") as (text: string) => unknown),
    },
  };
  const pool = new Pool({ ...config, max: 10 });
  // Whoever waits for an answer hears of a cut connection; without listeners it would end the process as well.
  pool.on("error", () => undefined).on("connect", (client) => client.on("error", () => undefined));
  await refuseUnsafe(pool);
  return {
    query: (sql, values) => queryOn(pool, sql, values),
    batch: async (statements) => {
      const client = await pool.connect();
      try {
        const rows = await batchOn(client, statements);
        client.release();
        return rows;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    shared: true,
    takeSeat: () => takeSeat(config),
    unseat: async () => void (await queryOn(pool, endSeat)),
    probe: async () => {
      for (const [sql, values] of probeOf()) await queryOn(pool, sql, values);
    },
    scrub: async () => void (await pool.query("VACUUM submissions, reach")),
    close: () => pool.end(),
  };
}

async function refuseUnsafe(pool: Pool): Promise<void> {
  const unsafe = await queryOn(pool, "SELECT name FROM pg_settings WHERE setting = 'off' AND name = ANY ($1)", [
    `{${durable.join()}}`,
  ]);
  const [first] = unsafe;
  if (first) throw new Refused(`DATABASE_URL: ${first["name"]} is off there: an answered lead could be lost`);
}

/** What is kept is prepared once a connection, by its name. */
const names = new Map<string, string>();
const nameOf = (text: string) => names.get(text) ?? names.set(text, `foyer-${names.size}`).get(text);

async function queryOn(on: Pool | ClientBase, text: string, values: readonly Value[] = []): Promise<readonly Row[]> {
  const name = isKept(text) ? nameOf(text) : undefined;
  const { rows } = await on.query<Row>({ ...(name === undefined ? {} : { name }), text, values: [...values] });
  return rows;
}

/** Sent in one go. When one fails the rest do too, and COMMIT rolls back. */
async function batchOn(client: ClientBase, statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
  const begun = client.query("BEGIN");
  const answers = statements.map(([sql, values]) => queryOn(client, sql, values));
  const settled = await Promise.allSettled([begun, ...answers, client.query("COMMIT")]);
  const failed = settled.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return Promise.all(answers);
}

async function takeSeat(config: ClientConfig): Promise<Seat | undefined> {
  const client = new Client(config);
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  client.on("error", () => resolve()).on("end", () => resolve());
  await client.connect();
  await client.query(noticeGone);
  const [row] = await queryOn(client, `SELECT pg_try_advisory_lock(${seatKey})::int AS taken`);
  if (row?.["taken"] === 1)
    return {
      query: (sql, values) => queryOn(client, sql, values),
      batch: (statements) => batchOn(client, statements),
      lost,
      leave: () => client.end(),
    };
  await client.end();
  return undefined;
}
