import { accessible } from "../accessible.ts";
import { atOpenHouse, expect, test, type Foyer } from "../foyer.ts";

/** Which house a sheet and its lines are from. */

test("a computer without a house asks which house the sheet is from, and each line carries it", async ({
  page,
  foyer,
}) => {
  await page.goto("/settings");
  const date = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  const maple = { id: "maple", address: "12 Maple Grove Lane", date };
  await page.request.post("/api/stations/open-house/events", { data: maple });
  await page.goto("/paper?station=open-house");
  const question = page.getByRole("group", { name: "Which house is this sheet or file from?" });
  await expect(question).toBeVisible();
  await expect(page.getByLabel("Line 1, First name")).toHaveCount(0);
  await accessible(page);
  await question.getByRole("button", { name: "12 Maple Grove Lane" }).click();
  await page.getByLabel("Line 1, First name").fill("Housed");
  await page.getByRole("button", { name: "Save 1 person" }).click();
  await expect.poll(() => houseOf(foyer, "Housed")).toContain("12 Maple Grove Lane");
  // The lines of yesterday's sheet get another house.
  await page.getByLabel("Line 1, First name").fill("Rehoused");
  await page.getByRole("button", { name: "Change the house" }).click();
  await question.getByRole("button", { name: "Another house" }).click();
  await question.getByLabel("Address").fill("7 Birch Court");
  await question.getByRole("button", { name: "Use this house" }).click();
  await expect(page.getByText("7 Birch Court")).toBeVisible();
  await accessible(page);
  await page.reload();
  await expect(page.getByText("7 Birch Court")).toBeVisible();
  await expect(page.getByLabel("Line 1, First name")).toHaveValue("Rehoused");
  await page.getByRole("button", { name: "Save 1 person" }).click();
  await expect.poll(() => houseOf(foyer, "Rehoused")).toContain("7 Birch Court");
});

test("the sheet is for the house chosen on the page before: also reloaded, in a new tab, and on the way back", async ({
  page,
}) => {
  await atOpenHouse(page);
  await page.goto("/paper?station=open-house");
  const change = async () => page.getByRole("button", { name: "Change the house" }).click();
  const print = page.getByRole("link", { name: "Print a sheet" });
  const title = page.getByRole("heading", { level: 1 });
  await change();
  await page.getByRole("button", { name: "Another house" }).click();
  await page.getByLabel("Address").pressSequentially("7 Birch Court");
  await page.getByLabel("Date").fill("2026-01-09");
  await page.getByRole("button", { name: "Use this house" }).click();
  const [tab] = await Promise.all([page.context().waitForEvent("page"), print.click({ modifiers: ["ControlOrMeta"] })]);
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("7 Birch Court");
  await print.click();
  await expect(title).toHaveText("7 Birch Court");
  await page.reload();
  await expect(title).toHaveText("7 Birch Court");
  await expect(page.getByText("Friday, January 9, 2026")).toBeVisible();
  await page.getByRole("link", { name: "Key in paper" }).click();
  await expect(page.getByText("Every line you save gets this house.")).toContainText("7 Birch Court");

  await change();
  await page.getByRole("button", { name: "No event" }).click();
  await print.click();
  await expect(title).toHaveText("Open house");
  await page.reload();
  await expect(title).toHaveText("Open house");
  await expect(page.getByText("48 Larkspur Lane")).toHaveCount(0);
});

const houseOf = async (foyer: Foyer, name: string) =>
  JSON.stringify((await foyer.leads()).find(({ received }) => received["firstName"] === name)?.received["tagsAdd"]);
