import { atOpenHouse, expect, test } from "../foyer.ts";
import { whole } from "../look/everyScreen.ts";
import { sizes } from "../look/looks.ts";
import { resize } from "../resize.ts";
import { walkToTheEnd } from "../visitor.ts";

const staff = "Sandbox: nothing reaches Lofty";
const visitors = "Practice: no agent gets these details.";
const pages = [
  ["/", staff],
  ["/outbox", staff],
  ["/today", staff],
  ["/before-you-leave", staff],
  ["/settings", staff],
  ["/devices", staff],
  ["/paper", staff],
  ["/s/open-house", staff],
  ["/s/front-desk", staff],
  ["/kiosk/kiosk", visitors],
  ["/kiosk/kiosk signing in", visitors],
  ["/embed/website", visitors],
] as const;

test("the sandbox mark is on every page and covers nothing, and no page says that a lead is in Lofty", async ({
  page,
}) => {
  await atOpenHouse(page);
  for (const [name, words] of pages)
    await test.step(name, async () => {
      const [path = "", isIn] = name.split(" ");
      await page.goto(path);
      await whole(page);
      if (isIn) await page.getByRole("button", { name: "Tap to sign in" }).click();
      for (const size of ["phone", "wide", "desk"] as const) {
        const [width, height] = sizes[size];
        await resize(page, width, height);
        await expect(page.getByText(words).filter({ visible: true })).toHaveCount(1);
        expect(await page.evaluate(overlapping, words), `${name}, ${size}`).toEqual([]);
      }
      await expect(page.locator("body")).not.toContainText(/\bin Lofty\b/i);
    });
});

test("the last screen of a kiosk has the mark too, and it covers nothing", async ({ page }) => {
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").fill("Marked Sample");
  await page.getByLabel("Phone 1").fill("415 555 0188");
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
  for (const size of ["phone", "wide"] as const) {
    const [width, height] = sizes[size];
    await resize(page, width, height);
    await expect(page.getByText(visitors).filter({ visible: true })).toHaveCount(1);
    expect(await page.evaluate(overlapping, visitors), size).toEqual([]);
  }
});

/** The controls and headings that the mark shares a point with, and "out of flow" if it does not scroll with its page. */
function overlapping(words: string): readonly string[] {
  const mark = [...document.querySelectorAll<HTMLElement>("aside[aria-label], p, a")].find(
    (one) => one.textContent.includes(words) && one.getClientRects().length > 0,
  );
  if (!mark) return ["no mark"];
  const box = mark.getBoundingClientRect();
  const others = document.querySelectorAll<HTMLElement>("a, button, input, textarea, select, h1, h2, label");
  const touched = [...others]
    .filter((one) => !one.contains(mark) && !mark.contains(one) && one.getClientRects().length > 0)
    .filter((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
    })
    .map((one) => one.outerHTML.slice(0, 80));
  const { position } = getComputedStyle(mark);
  return position === "static" ? touched : [...touched, "out of flow"];
}
