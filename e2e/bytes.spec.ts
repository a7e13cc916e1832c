import { expect, test } from "./foyer.ts";
import { scriptsBeforeFirstKey, total } from "../src/tools/scriptsBeforeFirstKey.ts";

for (const station of ["s/open-house", "s/front-desk", "embed/website"])
  test(`${station}: at most 102 kB of script stand before the first key, and every text is there`, async ({
    browser,
    foyer,
  }) => {
    const context = await browser.newContext({ locale: "en-US" });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    const scripts = await scriptsBeforeFirstKey(page, `${foyer.url}/${station}`);
    expect(total(scripts), JSON.stringify(scripts)).toBeLessThan(102_000);
    expect(said.filter((text) => text.includes("MISSING_MESSAGE"))).toEqual([]);
    await context.close();
  });
