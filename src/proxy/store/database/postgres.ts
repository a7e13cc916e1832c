import { Client, Pool, types, type ClientBase, type ClientConfig } from "pg";
import { Refused } from "../../platform/environment.ts";
import { probeOf, type Driver, type Row, type Seat, type Statement, type Value } from "../driver/driver.ts";
import { asItIs } from "../driver/personal.ts";

/** When one of these is off, a power cut can lose a committed lead. */
const durable = ["fsync", "synchronous_commit", "full_page_writes"];
/**
 * The key of the advisory lock that decides which proxy relays: the bytes of "foyer", mixed with the name of a schema
 * other than `public`. Advisory locks belong to the database, so two offices in one database need two keys.
 */
const seatKey = `(CASE WHEN current_schema() = 'public' THEN ${0x666f796572}::bigint
  ELSE ${0x666f796572}::bigint # hashtextextended(current_schema(), 0) END)`;
const bigint = 20;
/** Detects a dead host within a minute; the system's default is two hours. */
const noticeGone =
  "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 5; SET tcp_user_timeout = 60000";
/** A role may end its own connections. Ending the holder's connection releases its lock. */
const endSeat = `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
  AND (classid::bigint << 32 | objid::bigint) = ${seatKey}
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/**
 * Connects to Postgres, for several proxies and for hosts without a durable disk. Throws `Refused` when its settings
 * may lose a committed lead.
 */
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
  /** For work on whole tables: it takes as long as they are large. */
  const patient = { ...config, statement_timeout: 0, query_timeout: 0 };
  const pool = new Pool({ ...config, max: 10 });
  // A pending query rejects when its connection is lost. Without listeners the event would also end the process.
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
    personal: asItIs,
    shared: true,
    takeSeat: () => takeSeat(config),
    unseat: async () => void (await queryOn(pool, endSeat)),
    probe: async () => {
      for (const [sql, values] of probeOf()) await queryOn(pool, sql, values);
    },
    slowBatch: (statements) => alone(patient, (client) => batchOn(client, statements)),
    scrub: () => alone(patient, async (client) => void (await client.query("VACUUM submissions, reach"))),
    close: () => pool.end(),
  };
}

/** Does something on a connection of its own. */
async function alone<Result>(config: ClientConfig, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client(config);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function refuseUnsafe(pool: Pool): Promise<void> {
  const unsafe = await queryOn(pool, "SELECT name FROM pg_settings WHERE setting = 'off' AND name = ANY ($1)", [
    `{${durable.join()}}`,
  ]);
  const [first] = unsafe;
  if (first) throw new Refused(`DATABASE_URL: ${first["name"]} is off there: an answered lead could be lost`);
  const [{ encoding } = {}] = await queryOn(pool, "SELECT current_setting('server_encoding') AS encoding");
  if (encoding !== "UTF8" && encoding !== "SQL_ASCII")
    throw new Refused(`DATABASE_URL: the database is in ${encoding}, not UTF8: some names could not be stored`);
}

/** The names of prepared statements. Each is prepared once per connection. */
const names = new Map<string, string>();
const nameOf = (text: string) => names.get(text) ?? names.set(text, `foyer-${names.size}`).get(text);

async function queryOn(on: Pool | ClientBase, text: string, values: readonly Value[] = []): Promise<readonly Row[]> {
  const name = isKept(text) ? nameOf(text) : undefined;
  const { rows } = await on.query<Row>({ ...(name === undefined ? {} : { name }), text, values: [...values] });
  return rows;
}

/** Pipelines all statements. When one fails, the others fail too and COMMIT rolls back. */
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

/** Returns true when a statement is worth preparing. Those for many rows have too many different texts. */
const isKept = (sql: string) => sql.length < 1_000;
