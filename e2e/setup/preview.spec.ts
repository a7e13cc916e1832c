import { expect, test } from "../foyer.ts";
import { openSection } from "../openSection.ts";

test("a lead in hand stays in its tab while the settings of its station are open, with their preview", async ({
  page,
}) => {
  await page.goto("/s/front-desk/contact");
  await page.getByLabel("First name").pressSequentially("Unfinished Sample");
  await expect(page.getByText("Draft kept on this computer")).toBeVisible();
  await page.goto("/settings/front-desk");
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto("/s/front-desk/contact");
  await expect(page.getByLabel("First name")).toHaveValue("Unfinished Sample");
});

test("the preview shows what is typed, takes no focus, and only Foyer may frame it", async ({ page, context }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/settings/kiosk");
  const preview = page.frameLocator("iframe");
  await expect(preview.getByText("Tap to sign in")).toBeVisible();
  await openSection(page, "Look");
  await page.getByLabel("Brokerage").fill("Preview Homes");
  await expect(preview.getByText("Preview Homes")).toBeVisible();
  await expect(page.getByLabel("Brokerage")).toBeFocused();
  await page.getByRole("group", { name: "Preview" }).getByText("While").click();
  await expect(preview.getByText("What brings you here?")).toBeVisible();
  await openSection(page, "Basics");
  await page.getByText("Front desk", { exact: true }).click();
  await expect(preview.getByText("Preview Homes")).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("IFRAME");

  const policy = async (path: string) => (await page.request.get(path)).headers()["content-security-policy"] ?? "";
  expect(await policy("/preview")).toContain("frame-ancestors 'self'");
  expect(await policy("/settings")).toContain("frame-ancestors 'none'");
  // A page that is not around it cannot tell it what to show.
  const alone = await context.newPage();
  await alone.goto("/preview");
  await alone.evaluate(() => window.postMessage({ station: { profile: "kiosk" }, screen: "done" }, "*"));
  await alone.waitForTimeout(500);
  expect(await alone.evaluate(() => document.querySelector("main"))).toBeNull();
});
