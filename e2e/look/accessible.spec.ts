import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "../foyer.ts";
import { everyScreen } from "./everyScreen.ts";
import { letsBrowsersFill, scrollsSideways, smallTargets } from "./measures.ts";
import type { Look } from "./looks.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What can differ when the same page is looked at differently; names and roles cannot. */
const seen = ["target-size", "link-in-text-block", "scrollable-region-focusable"];

everyScreen("accessible", async (page, look, { path }) => {
  expect(await axe(page, look), `axe, ${look}`).toEqual([]);
  expect(await page.evaluate(smallTargets), `targets, ${look}`).toEqual([]);
  expect(await page.evaluate(scrollsSideways), `sideways, ${look}`).toEqual([]);
  // Staff write about somebody else, a kiosk's visitors share a device: no browser shall offer what was typed before.
  if (!path.startsWith("/embed")) expect(await page.evaluate(letsBrowsersFill), "filled by browsers").toEqual([]);
});

async function axe(page: Page, look: Look): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page });
  if (look === "light") builder.withTags(rules);
  // axe reads the page's own colours where the system's have replaced them.
  else builder.withRules(look === "forced colours" ? seen : [...seen, "color-contrast"]);
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" · ")}`);
}
