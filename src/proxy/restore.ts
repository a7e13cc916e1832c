import { existsSync } from "node:fs";
import { join } from "node:path";
import { reconcile, restore } from "./store/backup.ts";
import type { Driver } from "./store/driver/driver.ts";

/**
 * `npm run restore FILE`: replaces the SQLite database with a backup. On Postgres, run `npm run restore` without a file
 * after pg_restore. In both cases every open lead is looked up in Lofty before it is sent. Refuses while a proxy runs.
 */
const [backupFile] = process.argv.slice(2);
const url = process.env["DATABASE_URL"];
const file = join(process.env["DATA_DIR"] || "data", "foyer.sqlite");
const stop = (line: string): never => {
  console.error(`foyer: ${line}`);
  process.exit(1);
};
const lookedFor = (count: number) => `${count} open leads are looked for in Lofty before they are sent.`;

if (url) await restorePostgres(url);
else if (backupFile === undefined) stop("name the backup. Type: npm run restore FILE");
else if (!existsSync(backupFile)) stop(`there is no file ${backupFile}.`);
else
  await restore(backupFile, file, Date.now()).then(
    ({ leads, reconciled, earlier }) => {
      console.log(`foyer: restored ${leads} leads. ${lookedFor(reconciled)}`);
      if (earlier !== undefined)
        console.log(
          `foyer: the database that was there is ${earlier}, with its keys in ${earlier}.keys. It holds personal details: delete both when they are not needed.`,
        );
    },
    ({ message }: Error) =>
      stop(
        message === "database is locked" ? "a proxy is running. Stop it first." : `nothing was restored: ${message}`,
      ),
  );

async function restorePostgres(address: string): Promise<void> {
  if (backupFile !== undefined)
    stop('the database is Postgres. Type: pg_restore --clean --dbname="$DATABASE_URL" FILE, then: npm run restore');
  const { openPostgres } = await import("./store/database/postgres.ts");
  const driver: Driver = await openPostgres(address).catch((error: Error) => stop(`DATABASE_URL: ${error.message}`));
  const seat = await driver.takeSeat();
  if (!seat) return stop("a proxy is running. Stop it first.");
  console.log(`foyer: ${lookedFor(await reconcile(driver, Date.now()))}`);
  await seat.leave();
  await driver.close();
}
