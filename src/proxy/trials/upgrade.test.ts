import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { statuses } from "#lead/submission/submission.ts";
import { migrate } from "../store/migrations/migrate.ts";
import { openDatabase } from "../store/database/database.ts";
import { fixtureFile } from "../testing/fixtures/writeOutboxV1.ts";
import { startProcesses } from "../testing/startProcesses.ts";

const folder = mkdtempSync(join(tmpdir(), "foyer-upgrade-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const idOf = (status: (typeof statuses)[number]) => `00000000-0000-4000-8000-00000000000${statuses.indexOf(status)}`;

/** A data folder with one lead in every status, as a Foyer with that database version would have left it just now. */
async function leftBy(version: number): Promise<string> {
  const data = join(folder, String(version));
  mkdirSync(data);
  const file = join(data, "foyer.sqlite");
  copyFileSync(fixtureFile, file);
  const driver = openDatabase(file);
  const now = Date.now();
  await driver.query("UPDATE submissions SET changed_at = $1, accepted_at = $1, captured_at = $1", [now]);
  await driver.query("UPDATE submissions SET due_at = $1 WHERE due_at IS NOT NULL", [now]);
  await migrate(driver, version);
  if (version > 1)
    for (const status of statuses)
      await driver.query("INSERT INTO reach (submission, kind, value) VALUES ($1, 'email', $2)", [
        idOf(status),
        `${status}@example.com`,
      ]);
  expect(await driver.query("SELECT max(version) AS version FROM versions")).toEqual([{ version }]);
  await driver.close();
  return data;
}

test.each([1, 8])(
  "continues the data of database version %i: sends each lead once, and nothing without a reason",
  async (version) => {
    const rooms = await startProcesses({ store: { DATA_DIR: await leftBy(version) }, timeScale: 50 });
    const url = await rooms.proxy().address;
    const statusOf = async (id: string) =>
      ((await (await fetch(`${url}/api/leads/${id}`)).json()) as { status: string }).status;
    const becomes = async (status: (typeof statuses)[number], wanted: string) => {
      for (let waitedMs = 0; waitedMs < 60_000 && (await statusOf(idOf(status))) !== wanted; waitedMs += 100)
        await sleep(100);
      expect([status, await statusOf(idOf(status))]).toEqual([status, wanted]);
    };
    for (const status of ["accepted", "sending", "unknown"] as const) await becomes(status, "confirmed");
    expect(await statusOf(idOf("parked"))).toBe("parked");
    await fetch(`${url}/api/outbox/${idOf("parked")}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ action: "send-again" }),
    });
    await becomes("parked", "confirmed");
    const headers = { "content-type": "application/json" };
    const known = await fetch(`${url}/api/duplicates`, {
      ...{ method: "POST", headers, body: JSON.stringify({ emails: ["unknown@example.com"] }) },
    });
    expect(((await known.json()) as { matches: readonly object[] }).matches).toHaveLength(version > 1 ? 1 : 0);

    const response = await fetch(`${rooms.sandboxUrl}/sandbox/leads`, { headers: { accept: "application/json" } });
    const { leads } = (await response.json()) as { leads: readonly { stored: { lastName?: string } }[] };
    const names = leads.map(({ stored }) => stored.lastName ?? "");
    expect(names.toSorted()).toEqual(["accepted", "parked", "sending", "unknown"]);
    await rooms.end();
  },
);
