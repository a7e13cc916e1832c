import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { startChild, withoutSettings } from "../../tools/children.ts";
import { openDatabase } from "../store/database/database.ts";
import { migrate } from "../store/migrations/migrate.ts";
import { outboxIn } from "../store/outbox.ts";
import { staffQueriesIn } from "../store/staffQueries.ts";
import { keysOf, readSecrets } from "../store/keys/weekKeys.ts";

const release = process.env["FOYER_RELEASE"] === "1";
const timesRandom = release ? 100 : 8;
const timesEach = release ? 5 : 1;
/**
 * Creating a key, encrypting a lead again, and deleting a key. The process is killed there and before each of the next
 * calls.
 */
const points = ["INSERT INTO week_keys", "foyer_seal_again", "DELETE FROM week_keys"];
const callsAfter = [0, 1, 2, 3, 4];

const folder = mkdtempSync(join(tmpdir(), "foyer-killed-keys-"));
const file = join(folder, "foyer.sqlite");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("killed while keys are created, changed and deleted: no lead is lost", { timeout: 3_600_000 }, async () => {
  const accepted = new Set<string>();
  let forgottenUntil = -Infinity;
  const start = (env: NodeJS.ProcessEnv) =>
    startChild("keys", {
      args: ["src/proxy/testing/keysThatDie.ts"],
      env: { ...withoutSettings(), DATA_DIR: folder, ...env },
      print: (line) => {
        const [, said, value = ""] = /(accepted|forgets) (\S+)/.exec(line) ?? [];
        if (said === "accepted") accepted.add(value);
        if (said === "forgets") forgottenUntil = Number(value);
      },
    });
  const expectAllThere = async (when: string) => {
    const driver = openDatabase(file);
    await migrate(driver);
    const outbox = outboxIn(driver);
    const staff = staffQueriesIn(driver, () => 0);
    for (const id of accepted) {
      const entry = await outbox.find(id);
      expect(entry, when).toBeDefined();
      const isDue = entry?.status === "confirmed" && entry.changedAt <= forgottenUntil;
      if (entry?.lead === "") expect(isDue, when).toBe(true);
      else expect(JSON.parse(entry?.lead ?? ""), when).toMatchObject({ firstName: id });
      if (entry === undefined || isDue) continue;
      if (entry.status !== "accepted") expect(entry.samePhoneAs, when).toBe(id);
      expect(await staff.matches([{ kind: "email", value: `${id}@example.com` }]), when).toMatchObject([{ id }]);
    }
    await driver.close();
    const weeks = readSecrets(keysOf(file)).size;
    expect(weeks, when).toBeLessThan(10);
  };

  // Long enough for the first keys to be deleted.
  const first = start({});
  while (accepted.size < 80) await sleep(50);
  await first.end("SIGKILL");
  await expectAllThere("at any time");
  let reached = 0;
  for (const point of points)
    for (const after of callsAfter)
      for (let time = 0; time < timesEach; time++) {
        const child = start({ DIE_AT: point, DIE_AFTER: String(after), DIE_NTH: String(1 + ((after + time) % 3)) });
        const ended = await Promise.race([child.ended.then(() => true), sleep(120_000, false)]);
        if (ended) reached += 1;
        await child.end("SIGKILL");
        await expectAllThere(`${after} calls after ${point}`);
      }
  for (let time = 0; time < timesRandom; time++) {
    const child = start({});
    await child.address.catch(() => undefined);
    await sleep(Math.random() * 300);
    await child.end("SIGKILL");
    await expectAllThere("at any time");
  }
  expect(reached).toBe(points.length * callsAfter.length * timesEach);
  console.log({ kills: reached + timesRandom + 1, accepted: accepted.size });
});
