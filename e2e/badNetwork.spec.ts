import { expect, test } from "./foyer.ts";

/** What judges and sends a lead comes after the first key: where it does not come, a press says so and can be repeated. */
test("front desk: Save says that it did not work, and works once the network is back", async ({ page, foyer }) => {
  let isDown = true;
  await page.route(/\/assets\/rest-.*\.js$/, (route) => (isDown ? route.abort() : route.continue()));
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Patient Sample");
  await page.getByRole("button", { name: /^Send now/ }).click();
  const stuck = page.getByText("That did not work. Your answers are still here: try again in a moment.");
  await expect(stuck).toBeVisible();
  await page.getByRole("button", { name: /^Continue/ }).click();
  await expect(stuck).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveValue("Patient Sample");
  isDown = false;
  await page.getByRole("button", { name: /^Send now/ }).click();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
  expect((await foyer.leads()).map(({ stored }) => stored["firstName"])).toContain("Patient Sample");
});
