import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostgres, startPostgres, type Postgres } from "../../tools/startPostgres.ts";
import { openPostgres } from "../store/database/postgres.ts";
import { appOver, refusing } from "../testing/appOver.ts";
import { Client } from "pg";

const bin = findPostgres();
describe.skipIf(bin === undefined)(`a locked table${bin ? "" : " (no Postgres is installed here)"}`, () => {
  let postgres: Postgres;
  let rooms: Awaited<ReturnType<typeof appOver>>;
  beforeAll(async () => {
    postgres = await startPostgres(bin ?? "");
    rooms = await appOver(refusing, { CLIENT_RATE_PER_MINUTE: "0" }, await openPostgres(postgres.url));
  });
  afterAll(async () => {
    await rooms.stop();
    await rooms.driver.close();
    await postgres.end();
  });

  test("refuses 30 leads within 12 s, stores none of them later, and accepts the next one", async () => {
    const lock = new Client({ connectionString: postgres.url });
    await lock.connect();
    await lock.query("BEGIN; LOCK TABLE submissions IN EXCLUSIVE MODE");
    const post = () =>
      rooms.send(
        "POST",
        "/api/leads",
        { station: "front-desk", capturedAt: "2026-11-25T09:00:00Z", lead: { firstName: "Lo" } },
        { "idempotency-key": randomUUID() },
      );
    const from = performance.now();
    const answers = await Promise.all(Array.from({ length: 30 }, post));
    expect(performance.now() - from).toBeLessThan(20_000);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 503));
    expect(answers[0]?.headers.get("retry-after")).toBe("5");
    await lock.query("ROLLBACK");
    await lock.end();
    await expect.poll(async () => (await post()).status, { timeout: 20_000, interval: 500 }).toBe(202);
  });
});
