import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectWhole, killSeries } from "../testing/killSeries.ts";

test(
  "killed at every point and at random, on SQLite: no lead is lost or duplicated",
  { timeout: 3_600_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "foyer-killed-"));
    expectWhole(await killSeries({ DATA_DIR: folder }));
    rmSync(folder, { recursive: true, force: true });
    expect.hasAssertions();
  },
);
