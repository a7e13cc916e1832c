import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "../foyer.ts";
import { everyScreen } from "./everyScreen.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** axe reads the page's own colours where the system's have replaced them. */
const notInForcedColours = "color-contrast";
/** What can differ when the same page is looked at differently; names and roles cannot. */
const seen = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable", "meta-viewport"];

everyScreen("axe finds nothing", async (page, look) => {
  const axe = new AxeBuilder({ page });
  const { violations } = await (
    look === "light"
      ? axe.withTags(rules)
      : axe.withRules(seen.filter((rule) => look !== "forced colours" || rule !== notInForcedColours))
  ).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" · ")}`);
  expect(found, look).toEqual([]);
});
