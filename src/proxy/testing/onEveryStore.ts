import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { findPostgres, startPostgres, type Postgres } from "../../tools/startPostgres.ts";
import type { Driver } from "../store/driver/driver.ts";
import { openPostgres } from "../store/database/postgres.ts";
import { openSqlite } from "../store/database/sqlite.ts";

export interface Store {
  readonly driver: () => Driver;
  /** Returns true when a text is anywhere in the database's files (SQLite) or in a row of any table (Postgres). */
  readonly holds: (text: string) => Promise<boolean>;
}

/** Runs a suite on SQLite and on a real Postgres, each with an empty database. */
export function onEveryStore(name: string, suite: (store: Store) => void): void {
  describe(`${name} on SQLite`, () => {
    const folder = mkdtempSync(join(tmpdir(), "foyer-store-"));
    let driver: Driver;
    beforeAll(async () => {
      driver = await openSqlite(join(folder, "foyer.sqlite"), (error) => {
        throw error;
      });
    });
    afterAll(async () => {
      await driver.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const holds = async (text: string) =>
      readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(text));
    suite({ driver: () => driver, holds });
  });

  const bin = findPostgres();
  describe.skipIf(bin === undefined)(`${name} on Postgres${bin ? "" : " (none is installed here)"}`, () => {
    let postgres: Postgres;
    let driver: Driver;
    beforeAll(async () => {
      postgres = await startPostgres(bin ?? "");
      driver = await openPostgres(postgres.url);
    });
    afterAll(async () => {
      await driver.close();
      await postgres.end();
    });
    const holds = async (text: string) => {
      const tables = await driver.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
      const found = tables.map(({ tablename }) =>
        driver.query(`SELECT 1 AS row FROM ${tablename} AS one WHERE strpos(CAST(one AS TEXT), $1) > 0`, [text]),
      );
      return (await Promise.all(found)).some((rows) => rows.length > 0);
    };
    suite({ driver: () => driver, holds });
  });
}
