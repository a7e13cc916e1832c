import type { Driver, Statement } from "../driver/driver.ts";
import { stepsOf } from "./migrations.ts";

/**
 * Migrates the database to the current version, or to `to` in a test. Each step is one transaction. Several proxies may
 * run this at the same time.
 */
export async function migrate({ query, batch, slowBatch = batch, shared }: Driver, to = Infinity): Promise<void> {
  const steps = stepsOf(shared);
  const version = async () => {
    const [found] = await query("SELECT max(version) AS version FROM versions");
    return Number(found?.["version"] ?? 0);
  };
  // Postgres may reject this while another proxy does the same.
  await query(versions).catch(() => query(versions));
  const done = await version();
  if (done > steps.length) throw new Error(`the database is of a newer Foyer (version ${done})`);
  for (let next = done + 1; next <= Math.min(to, steps.length); next++) {
    // The version row comes first: a second proxy waits at this row, then fails because the first one has done the
    // step.
    const mark: Statement = ["INSERT INTO versions (version) VALUES ($1)", [next]];
    const step = steps[next - 1] ?? [];
    await slowBatch([mark, ...step.map((sql): Statement => [sql])]).catch(async (error: unknown) => {
      if ((await version()) < next) throw error;
    });
  }
}

const versions = "CREATE TABLE IF NOT EXISTS versions (version BIGINT PRIMARY KEY)";
