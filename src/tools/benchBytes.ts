import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser, howToGetOne } from "./browser.ts";
import { browserArgs } from "./browserArgs.ts";
import { buildIfOlder } from "./buildIfOlder.ts";
import { startChild } from "./children.ts";
import { scriptsBeforeFirstKey, total } from "./scriptsBeforeFirstKey.ts";

/** `npm run bench:bytes`: the JavaScript that stands before the first key of each staff station, script by script. */
const built = buildIfOlder();
if (built !== 0) process.exit(built);
const found = await findBrowser(() => undefined);
if (!found) {
  console.error(howToGetOne);
  process.exit(1);
}
const data = mkdtempSync(join(tmpdir(), "foyer-bytes-"));
const proxy = startChild("proxy", {
  args: ["src/proxy/main.ts"],
  env: { ...process.env, ...found.env, DATA_DIR: data, PORT: "0" },
  print: () => undefined,
});
const browser = await chromium.launch({
  args: [...browserArgs],
  ...(found.path ? { executablePath: found.path } : {}),
});
try {
  for (const station of ["s/open-house", "s/front-desk", "embed/website"]) {
    const context = await browser.newContext({ locale: "en-US" });
    const scripts = await scriptsBeforeFirstKey(await context.newPage(), `${await proxy.address}/${station}`);
    console.log(`\n/${station}`);
    for (const { name, bytes } of scripts) console.log(`${String(bytes).padStart(8)}  ${name}`);
    console.log(`${String(total(scripts)).padStart(8)}  bytes, gzip -9`);
    await context.close();
  }
} finally {
  await browser.close();
  await proxy.end();
  rmSync(data, { recursive: true, force: true });
}
