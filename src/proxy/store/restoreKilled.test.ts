import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withoutSettings } from "../../tools/children.ts";
import { backUp, restore } from "./backup.ts";
import { openDatabase } from "./database/database.ts";
import { migrate } from "./migrations/migrate.ts";
import { outboxIn } from "./outbox.ts";
import { keysOf } from "./keys/weekKeys.ts";

const start = 2_960 * 7 * 24 * 60 * 60_000;
let folder: string;
let file: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foyer-restore-"));
  file = join(folder, "foyer.sqlite");
  copy = join(folder, "copy");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function opened(path = file) {
  const driver = openDatabase(path);
  await migrate(driver);
  const outbox = outboxIn(driver);
  const times = { capturedAt: start, acceptedAt: start };
  const accept = (id: string) =>
    outbox.accept({ id, station: "kiosk", fingerprint: id, lead: `{"firstName":"${id}"}`, consent: null, ...times });
  return { driver, outbox, accept };
}
async function leadsIn(path = file): Promise<readonly string[]> {
  const { driver, outbox } = await opened(path);
  const ids = (await outbox.list("waiting")).filter(({ id, lead }) => lead.includes(id)).map(({ id }) => id);
  await driver.close();
  return ids;
}
/** A proxy with leads "one" and "two" was killed: they are in the WAL alone. The backup holds "one". */
async function killedProxy() {
  const away = join(folder, "away.sqlite");
  const { driver, accept } = await opened(away);
  await accept("one");
  await backUp(away, copy);
  await accept("two");
  for (const [from, to] of [
    [away, file],
    [`${away}-wal`, `${file}-wal`],
    [keysOf(away), keysOf(file)],
  ] as const)
    copyFileSync(from, to);
  await driver.close();
}

test.each([1, 2, 3])(
  "a restore that is killed before its rename %i loses nothing and starts nothing empty",
  async (nth) => {
    await killedProxy();
    const env = { ...withoutSettings(), DATA_DIR: folder, DIE_NTH: String(nth) };
    const { signal } = spawnSync(process.execPath, ["src/proxy/testing/restoreThatDies.ts", copy], { env });
    expect(signal).toBe("SIGKILL");
    if (nth === 1) expect(await leadsIn()).toEqual(["one", "two"]);
    else expect(() => openDatabase(file)).toThrow("restore again");

    await restore(copy, file, start);
    expect(await leadsIn()).toEqual(["one"]);
    const earlier = readdirSync(folder).filter((name) => /\.before-[^.]*Z$/.test(name));
    expect(await Promise.all(earlier.map((name) => leadsIn(join(folder, name))))).toEqual([["one", "two"]]);
  },
);

test("an unfinished backup and an unfinished restore can be read by our user alone", async () => {
  const other = join(folder, "other.sqlite");
  const database = new DatabaseSync(other);
  database.exec("CREATE TABLE things (name TEXT)");
  database.close();
  await expect(backUp(other, copy)).rejects.toThrow("submissions");
  await expect(restore(other, file, start)).rejects.toThrow("submissions");
  const modes = [`${copy}.part`, `${file}.restoring`].map((path) => (statSync(path).mode & 0o777).toString(8));
  expect(modes).toEqual(["600", "600"]);
});
