import { expect, test } from "../foyer.ts";
import { answered } from "../heldPage.ts";

// Rooms of its own: the button goes once a lead was sent.
test.use({ proxyEnv: { METRICS_TOKEN: "test-lead" } });

test("a test lead whose answer comes after the page was left opens nothing", async ({ page }) => {
  await page.goto("/");
  const held = Promise.withResolvers<void>();
  await page.route("**/api/leads", async (route) => {
    const response = await route.fetch();
    await held.promise;
    await route.fulfill({ response });
  });
  await page.getByRole("region", { name: "Ready?" }).getByRole("button", { name: "Send it" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await answered(page, "/api/leads", held.resolve);
  await expect(page).toHaveURL(/\/settings$/);
});
