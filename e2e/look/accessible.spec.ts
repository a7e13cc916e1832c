import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "../foyer.ts";
import { everyScreen } from "./everyScreen.ts";
import { letsBrowsersFill, scrollsSideways, smallTargets } from "./measures.ts";
import type { Look } from "./looks.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The axe rules whose result depends on the look. Names and roles do not. */
const seen = ["target-size", "link-in-text-block", "scrollable-region-focusable"];

const isRelease = process.env["FOYER_RELEASE"] !== undefined;
/**
 * axe takes seconds for each look on a slow machine, so CI runs it for the light look, for the widest, which shows what a
 * phone leaves out, and for the dark one at kiosks. The contrast of all pairs of tokens is computed in
 * src/form/theme/tokens.test.ts.
 */
const asksAxe = (look: Look, path: string) =>
  isRelease || look === "light" || look === "1440 px" || (look === "dark" && path.startsWith("/kiosk"));

everyScreen("accessible", async (page, look, { path }) => {
  if (asksAxe(look, path)) expect(await axe(page, look), `axe, ${look}`).toEqual([]);
  expect(await page.evaluate(smallTargets), `targets, ${look}`).toEqual([]);
  expect(await page.evaluate(scrollsSideways), `sideways, ${look}`).toEqual([]);
  // At staff stations and kiosks, people type data of others or share the device, so browsers must not autofill.
  if (!path.startsWith("/embed")) expect(await page.evaluate(letsBrowsersFill), "filled by browsers").toEqual([]);
});

async function axe(page: Page, look: Look): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page });
  if (look === "light") builder.withTags(rules);
  // With forced colors axe reads the page's colors, not the system's.
  else builder.withRules(look === "forced colours" ? seen : [...seen, "color-contrast"]);
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" · ")}`);
}
