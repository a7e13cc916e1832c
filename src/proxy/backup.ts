import { existsSync } from "node:fs";
import { join } from "node:path";
import { backUp } from "./store/backup.ts";

/** `npm run backup FILE`: copies the whole SQLite database while the proxy runs. */
const [target] = process.argv.slice(2);
const file = join(process.env["DATA_DIR"] || "data", "foyer.sqlite");
const stop = (line: string): never => {
  console.error(`foyer: ${line}`);
  process.exit(1);
};

if (process.env["DATABASE_URL"])
  stop('the database is Postgres. Type: pg_dump --format=custom --file=FILE "$DATABASE_URL"');
if (target === undefined) stop("name the file to write. Type: npm run backup FILE");
else if (!existsSync(file)) stop(`there is no database at ${file}. Set DATA_DIR to its folder.`);
else
  await backUp(file, target).then(
    ({ leads, open }) => console.log(`foyer: ${target} holds ${leads} leads, ${open} of them not in Lofty yet.`),
    (error: Error) => stop(`no backup was made: ${error.message}`),
  );
