import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { fixtureFile } from "../testing/fixtures/writeOutboxV1.ts";
import { migrate } from "./migrate.ts";
import { outboxIn } from "./outbox.ts";
import { openSqlite } from "./sqlite.ts";
import { stationsIn } from "./stations.ts";

const folder = mkdtempSync(join(tmpdir(), "foyer-upgrade-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a database of version 1 opens with every submission as it was left", async () => {
  const file = join(folder, "foyer.sqlite");
  copyFileSync(fixtureFile, file);
  const driver = openSqlite(file);
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
