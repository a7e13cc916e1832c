import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "../foyer.ts";
import { whole } from "./everyScreen.ts";
import { lookAt } from "./looks.ts";

const path = "/api/stations/front-desk";

/** A pale brand color, a dark one, and one close to the color of errors. */
for (const colour of ["#ffd84d", "#8a1538", "#d7261e"])
  test(`brand color ${colour}: applied from the first paint, readable in light and dark`, async ({ page }) => {
    const refused: string[] = [];
    page.on("console", (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()));
    const station = (await (await page.request.get(path)).json()) as object;
    await page.request.put(path, { data: { ...station, brand: { name: "Fieldgate Realty", colour } } });
    try {
      await lookAt(page, "light", "desk");
      await page.goto("/s/front-desk");
      await whole(page);
      for (const look of ["light", "dark"] as const) {
        await lookAt(page, look, "desk");
        const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
        expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
      }
      await lookAt(page, "light", "desk");
      const applied = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue("--brand-line"),
      );
      expect(applied.toLowerCase()).not.toBe("#096c64");
      expect(refused).toEqual([]);
    } finally {
      await page.request.put(path, { data: station });
    }
  });
