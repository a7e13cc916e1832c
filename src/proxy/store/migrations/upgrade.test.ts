import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fixtureFile } from "../../testing/fixtures/writeOutboxV1.ts";
import { migrate } from "./migrate.ts";
import { outboxIn } from "../outbox.ts";
import { openDatabase } from "../database/database.ts";
import type { Driver, Statement } from "../driver/driver.ts";
import { retentionIn } from "../retention.ts";
import { staffQueriesIn } from "../staffQueries.ts";
import { stationsIn } from "../stations.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foyer-upgrade-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("opens a database of version 1 with every submission unchanged", async () => {
  const file = join(folder, "foyer.sqlite");
  copyFileSync(fixtureFile, file);
  const driver = openDatabase(file);
  await migrate(driver);
  const outbox = outboxIn(driver);
  const rows = [
    ["accepted", null, 0],
    ["sending", null, 1],
    ["unknown", null, 1],
    ["delivered", "1738234566814937083", 1],
    ["confirmed", "1738234566814937084", 1],
    ["parked", null, 1],
  ] as const;
  for (const [index, [status, leadId, attempts]] of rows.entries())
    expect(await outbox.find(`00000000-0000-4000-8000-00000000000${index}`)).toMatchObject({
      status,
      leadId,
      attempts,
      station: "front-desk",
      lead: expect.stringContaining(`"lastName":"${status}"`),
    });
  expect((await stationsIn(driver, () => [])).all().map(({ id }) => id)).toEqual([
    "open-house",
    "front-desk",
    "kiosk",
    "website",
  ]);
  await driver.close();
});

const canary = "Quetzalcoatlus";
const people = 1_200;
const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
const emailOf = (index: number) => `${index % 2 === 0 ? "~" : ""}${canary}.${index}@example.com`.toLowerCase();
const start = Date.UTC(2026, 10, 1);

/** A database of a version that stored leads as plain text: most wait, 200 are in the CRM, 100 are forgotten. */
async function leftAsText(file: string, version: number): Promise<void> {
  const driver = openDatabase(file);
  await migrate(driver, version);
  const rows = Array.from({ length: people }, (_, index): readonly Statement[] => {
    const lead = JSON.stringify({
      firstName: canary,
      emails: [emailOf(index)],
      content: `${canary} `.repeat(index % 90),
    });
    const status = index < 300 ? "confirmed" : "parked";
    const at = start + index * 3_600_000;
    return [
      [
        `INSERT INTO submissions (id, station, fingerprint, status, lead, consent, differences, same_phone_as, attempts,
           captured_at, accepted_at, changed_at) VALUES ($1, 'kiosk', '${canary}', $2, $3, $4, $5, $6, 1, $7, $7, $7)`,
        [idOf(index), status, lead, `{"text":"${canary}"}`, `["${canary}"]`, canary, at],
      ],
      ["INSERT INTO reach (submission, kind, value) VALUES ($1, 'email', $2)", [idOf(index), emailOf(index)]],
    ];
  });
  await driver.batch(rows.flat());
  const forgotten = "lead = NULL, consent = NULL, differences = NULL, same_phone_as = NULL";
  await driver.query(`UPDATE submissions SET ${forgotten} WHERE id < $1`, [idOf(100)]);
  await driver.close();
}

test.each([8, 10])("encrypts the plain text of version %i, and continues after an interruption", async (version) => {
  const file = join(folder, "foyer.sqlite");
  await leftAsText(file, version);
  const holds = (text: string) => readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));
  const driver = openDatabase(file);
  await migrate(driver);
  expect([holds(canary), holds(canary.toLowerCase())]).toEqual([true, true]);
  const expectAllThere = async () => {
    const outbox = outboxIn(driver);
    const read = {
      fingerprint: canary,
      consent: `{"text":"${canary}"}`,
      differences: `["${canary}"]`,
      samePhoneAs: canary,
    };
    for (const index of [100, 299, 300, 777, people - 1]) {
      expect(await outbox.find(idOf(index))).toMatchObject({ ...read, lead: expect.stringContaining(emailOf(index)) });
      const met = await staffQueriesIn(driver, () => start).matches([{ kind: "email", value: emailOf(index) }]);
      expect(met).toMatchObject([{ id: idOf(index), value: emailOf(index), name: canary }]);
    }
    expect((await outbox.find(idOf(99)))?.lead).toBe("");
  };
  await expectAllThere();

  for (const calls of [3, 7, 11, 25, 27, 28, 29]) {
    await expect(retentionIn(endedAfter(driver, calls)).sealOld()).rejects.toThrow("ended");
    await expectAllThere();
  }
  // A text that is added meanwhile is encrypted with it.
  const outbox = outboxIn(driver);
  const waiting = await outbox.find(idOf(people - 1));
  if (waiting) await outbox.change(waiting.id, waiting, { status: "parked", differences: `["${canary}"]` }, start);

  const retention = retentionIn(driver);
  expect(await retention.sealOld()).toBe(true);
  await expectAllThere();
  expect(await driver.query("SELECT id FROM submissions WHERE lead IS NOT NULL AND week IS NULL")).toEqual([]);
  await retention.scrub();
  expect([holds(canary), holds(canary.toLowerCase())]).toEqual([false, false]);
  expect(await retentionIn(driver).sealOld()).toBe(false);
  await expectAllThere();
  // A version that encrypted everything but fingerprints.
  await driver.query(`UPDATE submissions SET fingerprint = '${canary}' WHERE lead IS NOT NULL`);
  await driver.query("DELETE FROM kept WHERE name = 'all-sealed'");
  expect(await retentionIn(driver).sealOld()).toBe(true);
  await retentionIn(driver).scrub();
  expect(holds(canary)).toBe(false);
  await expectAllThere();
  await driver.close();
});

/** A driver that fails after `calls` calls, as if the process ended. */
function endedAfter(driver: Driver, calls: number): Driver {
  let left = calls;
  const once = <Result>(run: () => Promise<Result>) => (left-- > 0 ? run() : Promise.reject(new Error("ended")));
  return {
    ...driver,
    query: (sql, values) => once(() => driver.query(sql, values)),
    batch: (statements) => once(() => driver.batch(statements)),
  };
}
