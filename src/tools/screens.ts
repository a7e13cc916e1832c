import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { findBrowser, howToGetOne } from "./browser.ts";
import { buildIfOlder } from "./buildIfOlder.ts";
import { root } from "./children.ts";

/**
 * `npm run screens [folder of mock-ups]` takes a picture of every screen in every state and look, into screens/. If the
 * mock-ups exist, each is also shown next to our screen in the same state and size.
 */
const mockups = resolve(root, process.argv[2] ?? "../shared/design/mockups");
if (!existsSync(mockups)) console.log(`no mock-ups at ${mockups}: pictures of our own screens only`);

const built = buildIfOlder();
if (built !== 0) process.exit(built);
const browser = await findBrowser((line) => console.log(line));
if (!browser) {
  console.error(howToGetOne);
  process.exit(1);
}
const playwright = join(root, "node_modules/@playwright/test/cli.js");
const { status } = spawnSync(
  process.execPath,
  [playwright, "test", "-c", "e2e/look/pictures.config.ts", "--reporter=line"],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...browser.env, MOCKUPS: mockups, ...(browser.path ? { CHROMIUM_PATH: browser.path } : {}) },
  },
);
console.log(`pictures are in ${join(root, "screens")}`);
process.exitCode = status ?? 1;
