import { expect, test } from "./foyer.ts";

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
