import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { serveJson } from "./serveJson.ts";

/** The minimum of a durable accept on Postgres: parse, one insert on one of ten connections, respond. */
const pool = new Pool({ connectionString: process.env["DATABASE_URL"], max: 10 });
await pool.query("CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, lead TEXT NOT NULL)");

serveJson(async (body) => {
  const id = randomUUID();
  await pool.query("INSERT INTO bare (id, lead) VALUES ($1, $2)", [id, JSON.stringify(body)]);
  return { id };
});
