import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";

const root = mkdtempSync(join(tmpdir(), "foyer-needs-"));
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Returns what needs.js prints on Node 20 in a checkout that has `files`. */
function said(...files: readonly string[]): string {
  const program = join(root, "src/tools/needs.js");
  mkdirSync(dirname(program), { recursive: true });
  cpSync("src/tools/needs.js", program);
  writeFileSync(join(root, "package.json"), `{"type":"module"}`);
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "");
  }
  const old = `Object.defineProperty(process, "versions", { value: { node: "20.20.2" } })`;
  try {
    execFileSync(process.execPath, ["--import", `data:text/javascript,${old}`, program], { stdio: "pipe" });
    return "";
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr).trim();
  }
}

const packages = ["hono", "vite"].map((name) => `node_modules/${name}/package.json`);

test("nothing is installed: prints how to install", () => {
  expect(said()).toBe("foyer: nothing is installed yet. Type: npm ci");
});

test("installed without development packages: prints how to get them", () => {
  expect(said("node_modules/hono/package.json")).toBe(
    "foyer: the development packages were left out. Type: npm ci --include=dev",
  );
});

test("installed without install scripts: prints how to get Node 24", () => {
  expect(said(...packages, "node_modules/node/package.json")).toBe(
    "foyer: Node 24 was left out, as npm ci --ignore-scripts does. Type: npm rebuild node",
  );
});

test("an old Node although Node 24 is installed: prints to use npm", () => {
  expect(said(...packages, "node_modules/node/bin/node")).toMatch(/^foyer: needs Node 24/);
});
