import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { root, withoutSettings } from "./children.ts";

const names = ["src/proxy/platform/environment.ts", "src/sandbox/main.ts"].flatMap((file) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/^ {2}([A-Z][A-Z_]+):|\b(SANDBOX_\w+|FOYER_\w+) ?[:=]/gm)].map(
    ([, declared, read]) => String(declared ?? read),
  ),
);
const before = { ...process.env };
afterEach(() => void (process.env = { ...before }));

test("what tests and benchmarks start gets no setting of the proxy or the sandbox", () => {
  for (const name of names) process.env[name] = "of the office";
  expect(names).toEqual(expect.arrayContaining(["DATABASE_URL", "LOFTY_API_KEY", "HOST", "SANDBOX_KEY"]));
  expect(Object.values(withoutSettings())).not.toContain("of the office");
  expect(withoutSettings()).toHaveProperty("PATH");
});
