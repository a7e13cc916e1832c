import type { Page } from "@playwright/test";
import { expect, test } from "../foyer.ts";
import { openSection } from "../openSection.ts";
import { readStation } from "../readStation.ts";

/** Nothing that a broker typed in the settings of a station is lost, or saved twice. */

test("two people edit one station: the second adds their change to the first one's", async ({ page, context }) => {
  const read = async () =>
    (await (await page.request.get("/api/stations/website")).json()) as { name: string; languages: string[] };
  const before = await read();
  const other = await context.newPage();
  for (const one of [page, other]) await one.goto("/settings/website");
  await page.getByLabel("Station name").fill("First editor");
  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();
  await openSection(other, "Languages");
  await other.getByRole("checkbox", { name: "日本語" }).uncheck();
  await other.getByRole("button", { name: "Save for every device" }).click();
  await expect(other.getByText("Somebody else saved this station first. Your 1 change is kept here.")).toBeVisible();
  const theirs = other.getByRole("region", { name: "What they changed" }).getByRole("listitem");
  await expect(theirs).toHaveText([/^Station name: .*First editor$/]);
  await other.getByRole("button", { name: "Add mine to theirs" }).click();
  await expect(theirs).toHaveCount(0);
  await other.getByRole("button", { name: "Save for every device" }).click();
  await expect(other.getByText("Saved for every device.")).toBeVisible();
  const after = await read();
  expect(after.name).toBe("First editor");
  expect(after.languages).not.toContain("ja");
  await page.request.put("/api/stations/website", { data: before });
});

/** Makes each request to the proxy that changes something take 1.5 s, and returns their number so far. */
async function slowDown(page: Page): Promise<() => number> {
  let count = 0;
  await page.route("**/api/stations/**", async (route) => {
    if (route.request().method() === "GET") return route.continue();
    count++;
    await new Promise((done) => setTimeout(done, 1_500));
    return route.continue();
  });
  return () => count;
}

test("what is typed while Save runs stays and is not called saved; a second press saves nothing twice", async ({
  page,
}) => {
  const before = await readStation(page, "website");
  await page.goto("/settings/website");
  const saves = await slowDown(page);
  await page.getByLabel("Station name").press("End");
  await page.getByLabel("Station name").pressSequentially(" A");
  await page.getByRole("button", { name: "Save for every device" }).dblclick();
  await openSection(page, "Look");
  const brokerage = page.getByLabel("Brokerage");
  await brokerage.fill("");
  await brokerage.pressSequentially("Sample Homes of the Garden", { delay: 80 });
  await expect.poll(async () => (await readStation(page, "website"))["name"]).toBe(`${String(before["name"])} A`);
  await expect(page.getByRole("heading", { level: 1, name: `${String(before["name"])} A` })).toBeVisible();
  await expect(brokerage).toHaveValue("Sample Homes of the Garden");
  await expect(brokerage).toBeFocused();
  await expect(page.getByText("1 change, not saved yet")).toBeVisible();
  await expect(page.getByText("Saved for every device.")).toHaveCount(0);
  expect(saves()).toBe(1);
  await brokerage.press("Enter");
  await expect(page.getByText("Saved for every device.")).toBeVisible();
  expect(await readStation(page, "website")).toMatchObject({ brand: { name: "Sample Homes of the Garden" } });
  await page.request.put("/api/stations/website", { data: before });
});

test("leaving a station with unsaved changes asks first, by a link, by Back, and by a reload", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: /^Set up .*Website form/ }).click();
  const name = page.getByLabel("Station name");
  await name.press("End");
  await name.pressSequentially(" changed");
  const typed = await name.inputValue();
  // A link to a section of the page leaves nothing.
  await page.getByRole("link", { name: "Consent", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
  await expect(dialog).toHaveCount(0);
  const stations = page.getByRole("link", { name: "Stations" });
  await stations.click();
  await dialog.getByRole("button", { name: "Stay here" }).click();
  await expect(name).toHaveValue(typed);
  // At first past the link to the section.
  for (const steps of [-2, -1]) {
    await page.evaluate((by) => window.history.go(by), steps);
    await dialog.getByRole("button", { name: "Stay here" }).click();
    await expect(name).toHaveValue(typed);
    expect(new URL(page.url()).pathname).toBe("/settings/website");
  }
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => void setTimeout(() => window.location.reload()));
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await expect(name).toHaveValue(typed);

  await stations.click();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Stations" })).toBeVisible();
  // Without changes nothing asks.
  await page.getByRole("link", { name: /^Set up .*Website form/ }).click();
  await expect(name).not.toHaveValue(typed);
  await stations.click();
  await expect(page.getByRole("heading", { level: 1, name: "Stations" })).toBeVisible();
});
