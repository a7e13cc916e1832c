import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../store/database/database.ts";
import { migrate } from "../store/migrations/migrate.ts";
import { outboxIn } from "../store/outbox.ts";
import { retentionIn } from "../store/retention.ts";
import { keysOf, readSecrets } from "../store/keys/weekKeys.ts";
import { withoutSettings } from "../../tools/children.ts";
import { expectNothingLost, leadLedger } from "../testing/leadLedger.ts";
import { startProcesses } from "../testing/startProcesses.ts";

const folder = mkdtempSync(join(tmpdir(), "foyer-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run backup` or `npm run restore` as a process. Returns its exit code and its output. */
async function tool(name: "backup" | "restore", data: string, ...args: readonly string[]) {
  const env = { ...withoutSettings(), DATA_DIR: data };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [`src/proxy/${name}.ts`, ...args], { env });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

/** Starts processes with their own data folder and a CRM that refuses the credential, so that every lead stays open. */
async function roomsWithOpenLeads(name: string, leads: number) {
  const data = join(folder, name);
  const rooms = await startProcesses({ store: { DATA_DIR: data }, timeScale: 100 });
  await rooms.faults({ auth: "refuse" });
  const proxy = rooms.proxy();
  const url = await proxy.address;
  const ledger = leadLedger(rooms.sandboxUrl);
  const load = ledger.load(() => [url], 4);
  while (ledger.acknowledged() < leads) await sleep(20);
  await load.stop();
  return { data, rooms, proxy, url, ledger };
}

async function until(holds: () => Promise<boolean>, withinMs = 30_000) {
  for (let waitedMs = 0; waitedMs < withinMs; waitedMs += 100) {
    if (await holds()) return true;
    await sleep(100);
  }
  return false;
}
const readyz = async (url: string) => (await fetch(`${url}/readyz`)).json() as Promise<{ alarms?: readonly string[] }>;

test("a backup of a running proxy is complete; leads sent after it are not sent again", async () => {
  const { data, rooms, proxy, url, ledger } = await roomsWithOpenLeads("whole", 60);
  const copy = join(folder, "copy.sqlite");
  const load = ledger.load(() => [url], 4);
  const made = await tool("backup", data, copy);
  await load.stop();
  expect(made).toMatchObject({ code: 0, said: expect.stringMatching(/holds \d+ leads, \d+ of them not in Lofty yet/) });
  expect(Number(/holds (\d+)/.exec(made.said)?.[1])).toBeGreaterThanOrEqual(60);
  expect((statSync(copy).mode & 0o777).toString(8)).toBe("600");

  const refused = await tool("restore", data, copy);
  expect(refused).toEqual({ code: 1, said: "foyer: a proxy is running. Stop it first.\n" });

  await rooms.faults({ auth: "check" });
  expectNothingLost(await ledger.settle(url), { when: "before the restore" });
  await proxy.end("SIGTERM");
  const restored = await tool("restore", data, copy);
  expect(restored.code, restored.said).toBe(0);
  expect(restored.said).toMatch(/restored \d+ leads\. \d+ open leads are looked for in Lofty before they are sent/);

  const again = await rooms.proxy().address;
  const isDone = async () => {
    const { entries } = (await (await fetch(`${again}/api/outbox`)).json()) as { entries: { status: string }[] };
    return entries.every(({ status }) => ["delivered", "confirmed", "parked"].includes(status));
  };
  expect(await until(isDone, 60_000)).toBe(true);
  const response = await fetch(`${rooms.sandboxUrl}/sandbox/leads`, { headers: { accept: "application/json" } });
  const { leads } = (await response.json()) as { leads: readonly object[] };
  expect(leads).toHaveLength(ledger.acknowledged());
  await rooms.end();
});

test("after a restore, retention runs before the proxy serves, with the keys of the backup's leads", async () => {
  const data = join(folder, "forgets");
  mkdirSync(data);
  const file = join(data, "foyer.sqlite");
  const dayMs = 24 * 60 * 60_000;
  const before = Date.now() - 40 * dayMs;
  const fill = async (ids: readonly string[]) => {
    const driver = openDatabase(file);
    await migrate(driver);
    const outbox = outboxIn(driver);
    for (const id of ids) {
      const lead = JSON.stringify({ firstName: "Quetzalcoatlus", emails: [`${id}@example.com`] });
      const times = { capturedAt: before, acceptedAt: before };
      const arrival = { id, station: "front-desk", fingerprint: id, lead, consent: null, ...times };
      const status = id === "waits" ? "parked" : "confirmed";
      await outbox.change(id, (await outbox.accept(arrival)).entry, { status, dueAt: null }, before);
    }
    return driver;
  };
  await (await fill(["gone", "waits"])).close();
  const copy = join(folder, "forgets.sqlite");
  expect((await tool("backup", data, copy)).code).toBe(0);
  // Retention deletes the key of the backup's leads meanwhile.
  const driver = await fill([]);
  await retentionIn(driver).forget(Date.now() - 30 * dayMs);
  await driver.close();
  expect([...readSecrets(keysOf(file)).keys()]).not.toEqual([...readSecrets(copy).keys()]);

  const restored = await tool("restore", data, copy);
  expect(restored.code, restored.said).toBe(0);
  const rooms = await startProcesses({ store: { DATA_DIR: data }, timeScale: 1 });
  const proxy = rooms.proxy();
  const { entries } = (await (await fetch(`${await proxy.address}/api/outbox`)).json()) as { entries: object[] };
  expect(JSON.stringify(entries)).toContain("Quetzalcoatlus");
  await proxy.end("SIGTERM");
  await rooms.end();
  const stored = new DatabaseSync(file, { readOnly: true });
  expect(stored.prepare("SELECT id FROM submissions WHERE lead IS NOT NULL").all()).toEqual([{ id: "waits" }]);
  stored.close();
  const files = readdirSync(data).filter((name) => !name.includes(".before-"));
  const secret = Buffer.from([...readSecrets(copy).values()][0] ?? []);
  expect(files.filter((name) => readFileSync(join(data, name)).includes(secret))).toEqual([]);
  // The database from before the restore is complete, with its own keys.
  const [earlier = ""] = readdirSync(data).filter((name) => /\.before-[^.]*$/.test(name));
  const moved = openDatabase(join(data, earlier));
  expect((await outboxIn(moved).find("waits"))?.lead).toContain("Quetzalcoatlus");
  await moved.close();
});

test("does not restore a file that is not a Foyer database, and changes nothing", async () => {
  const data = join(folder, "other");
  const other = join(folder, "other.sqlite");
  const database = new DatabaseSync(other);
  database.exec("CREATE TABLE things (name TEXT)");
  database.close();
  const { code, said } = await tool("restore", data, other);
  expect({ code, said }).toEqual({
    code: 1,
    said: expect.stringMatching(/^foyer: nothing was restored: .*submissions\n$/),
  });
  expect(existsSync(join(data, "foyer.sqlite"))).toBe(false);
});

test("after a stop the database is one file: its WAL is empty", async () => {
  const { data, rooms, proxy } = await roomsWithOpenLeads("stopped", 20);
  await proxy.end("SIGTERM");
  const logs = readdirSync(data).filter((name) => name.endsWith("-wal"));
  expect(logs.map((name) => statSync(join(data, name)).size).filter((size) => size > 0)).toEqual([]);
  const database = new DatabaseSync(join(data, "foyer.sqlite"), { readOnly: true });
  expect(database.prepare("SELECT count(*) AS leads FROM submissions").all()).not.toEqual([{ leads: 0 }]);
  database.close();
  await rooms.end();
});

test("the data folder is deleted while the proxy runs: it raises an alarm, and no acknowledged lead is lost", async () => {
  const { data, rooms, proxy, url, ledger } = await roomsWithOpenLeads("deleted", 30);
  rmSync(data, { recursive: true });
  expect(await until(async () => (await readyz(url)).alarms?.includes("store-unavailable") ?? false)).toBe(true);
  const load = ledger.load(() => [url], 1);
  expect(await until(async () => ledger.refused() > 0)).toBe(true);
  await load.stop();
  await proxy.end("SIGTERM");

  const said: string[] = [];
  const blocked = rooms.proxy({}, "src/proxy/main.ts", (line) => said.push(line));
  expect(await blocked.ended).toBe(1);
  const rescued = join(data, "foyer.sqlite.rescued");
  expect(said).toEqual([expect.stringContaining(`Type: npm run restore ${rescued}`)]);
  expect((await tool("restore", data, rescued)).code).toBe(0);
  await rooms.faults({ auth: "check" });
  expectNothingLost(await ledger.settle(await rooms.proxy().address), { deleted: "the data folder" });
  await rooms.end();
});
