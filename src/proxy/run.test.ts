import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startChild } from "../tools/children.ts";

test.each([
  ["HOST", "nonsense.invalid"],
  ["DATABASE_URL", "postgres://user:secret@127.0.0.1:1/foyer"],
])("invalid %s: refused at start with one line that names it", async (name, value) => {
  const lines: string[] = [];
  const folder = await mkdtemp(join(tmpdir(), "foyer-run-"));
  const env = { STAFF_PASSCODE: "sample-passcode", DATA_DIR: folder, PORT: "0", LOG_LEVEL: "silent", [name]: value };
  const child = startChild("proxy", { args: ["src/proxy/main.ts"], env, print: (line) => lines.push(line) });
  expect(await child.ended).toBe(1);
  expect(lines).toEqual([expect.stringMatching(new RegExp(`^foyer: ${name}: `))]);
  expect(lines.join()).not.toContain("secret");
  await rm(folder, { recursive: true });
});
