import { expect, test } from "vitest";
import { findPostgres, startPostgres } from "../../tools/startPostgres.ts";
import { expectWhole, killSeries } from "../testing/killSeries.ts";

const bin = findPostgres();

test.skipIf(bin === undefined)(
  "killed at every point and at random, on Postgres: no lead is lost or duplicated",
  { timeout: 3_600_000 },
  async () => {
    const postgres = await startPostgres(bin ?? "");
    expectWhole(await killSeries({ DATABASE_URL: postgres.url }));
    await postgres.end();
    expect.hasAssertions();
  },
);
