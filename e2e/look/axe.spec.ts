import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "../foyer.ts";
import { everyScreen } from "./everyScreen.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

everyScreen("axe finds nothing", async (page, look) => {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" · ")}`);
  expect(found, look).toEqual([]);
});
