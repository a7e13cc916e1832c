import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { serveJson } from "./serveJson.ts";

/** The minimum of a durable accept on SQLite: parse, one insert, one flush, respond. */
const database = new DatabaseSync(join(process.env["DATA_DIR"] ?? ".", "bare.sqlite"));
database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
database.exec("CREATE TABLE leads (id TEXT PRIMARY KEY, lead TEXT NOT NULL)");
const insert = database.prepare("INSERT INTO leads (id, lead) VALUES (?, ?)");

serveJson(async (body) => {
  const id = randomUUID();
  insert.run(id, JSON.stringify(body));
  return { id };
});
