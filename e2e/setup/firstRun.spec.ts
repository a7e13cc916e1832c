import { expect, test } from "../foyer.ts";

// Rooms of its own: no lead was ever sent there.
test.use({ proxyEnv: { METRICS_TOKEN: "first-run" } });

test("first run: the stations page says what is missing, and a test lead ticks its line", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText("Foyer gets every visitor’s details into Lofty")).toBeVisible();
  const ready = page.getByRole("region", { name: "Ready?" });
  const row = (name: string) => ready.getByRole("listitem").filter({ hasText: name });
  await expect(ready.getByText("0 of 5")).toBeVisible();
  await expect(row("Lofty key sees leads")).toContainText("This is the sandbox’s key.");
  await expect(row("Event is set").getByRole("link", { name: "Set it" })).toHaveAttribute(
    "href",
    "/s/open-house/event",
  );
  await expect(row("Leads are safe on this device: to do")).toBeVisible();
  // Stories run without the service worker.
  await expect(row("This device opens offline")).toContainText("Foyer is not on this computer yet.");
  await expect(page.getByText("New here? Try it in a minute.")).toBeVisible();

  await row("Test lead sent").getByRole("button", { name: "Send it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Foyer Test" })).toBeVisible();
  await expect(page.getByRole("region", { name: "In the sandbox now" })).toContainText("Foyer");
  await page.goto("/");
  await expect(row("Test lead sent: done")).toContainText("1 lead is in the sandbox.");
  await expect(ready.getByText("1 of 5")).toBeVisible();
  await expect(page.getByText("New here? Try it in a minute.")).toHaveCount(0);
});

test("late checks do not hold up the stations, and move nothing on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  let answer: (() => void) | undefined;
  const held = new Promise<void>((done) => (answer = done));
  await page.route("**/readyz", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/");
  const station = page.getByRole("link", { name: /^Open house/ });
  await expect(station).toBeVisible();
  const before = await station.boundingBox();
  answer?.();
  await expect(page.getByRole("region", { name: "Ready?" })).toBeVisible();
  expect(await station.boundingBox()).toEqual(before);
});
