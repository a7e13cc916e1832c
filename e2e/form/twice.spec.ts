import type { Page } from "@playwright/test";
import { atOpenHouse, expect, test, type Foyer } from "../foyer.ts";
import { holdStorage, releaseStorage } from "../holdStorage.ts";

/** Double presses, repeated keys and second tabs must still create one lead. */

const called = async (foyer: Foyer, name: string) =>
  (await foyer.leads()).filter(({ stored }) => stored["firstName"] === name).length;

/** Throttles the CPU to the speed of a cheap phone. */
const slowDown = async (page: Page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
};

test("Save pressed three times on a slow phone creates one lead", async ({ page, foyer }) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await page.getByLabel("First name").fill("Pressed Thrice");
  await page.getByLabel("Phone 1").fill("(415) 555-0134");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await save.scrollIntoViewIfNeeded();
  const box = await save.boundingBox();
  if (!box) throw new Error("no Save");
  await slowDown(page);
  const presses = [0, 120, 240].map(async (ms) => {
    await page.waitForTimeout(ms);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  });
  await Promise.all(presses);
  await expect(page.getByText("Saved Pressed Thrice.")).toHaveCount(1);
  await expect(page.getByRole("status").getByText(/^Lead \d+$/)).toHaveCount(1);
  // The last press hits the empty form of the next lead. It must not show an error.
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await called(foyer, "Pressed Thrice")).toBe(1);
});

test("several presses at once create one lead", async ({ page, foyer }) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await page.getByLabel("First name").fill("In A Burst");
  await page.getByRole("button", { name: "Save", exact: true }).evaluate((save: HTMLElement) => {
    save.click();
    save.click();
    for (const ms of [0, 5, 30]) setTimeout(() => save.click(), ms);
  });
  await expect(page.getByText("Saved In A Burst.")).toHaveCount(1);
  await expect(page.getByRole("status").getByText(/^Lead \d+$/)).toHaveCount(1);
  expect(await called(foyer, "In A Burst")).toBe(1);
});

test("holding Ctrl S at the desk creates one lead", async ({ page, foyer }) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Held Down");
  await expect(page.getByRole("button", { name: "All shortcuts" })).toBeVisible();
  await page.keyboard.down("Control");
  for (let presses = 0; presses < 6; presses++) await page.keyboard.down("s");
  await page.keyboard.up("s");
  await page.keyboard.up("Control");
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
  expect(await called(foyer, "Held Down")).toBe(1);
});

test("at the desk a held Ctrl Enter and a double press on Continue go on by one step and send nothing", async ({
  page,
  foyer,
}) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("One Step");
  await page.getByLabel("Phone 1").fill("4155550142");
  await expect(page.getByRole("button", { name: "All shortcuts" })).toBeVisible();
  await page.keyboard.down("Control");
  for (let presses = 0; presses < 12; presses++) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await page.keyboard.up("Control");
  const steps = page.locator("[aria-current=step]");
  await expect(steps).toContainText("Inquiry");
  const next = page.getByRole("button", { name: /^Continue/ });
  for (let step = 0; step < 6 && (await next.isVisible()); step++) {
    const before = await page.locator("main h1").textContent();
    await next.dblclick();
    await expect(page.locator("main h1")).not.toHaveText(before ?? "");
  }
  await expect(page.getByRole("heading", { name: "Check and send" })).toBeVisible();
  expect(await called(foyer, "One Step")).toBe(0);
  await page.getByRole("button", { name: /^Send/ }).click();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
  expect(await called(foyer, "One Step")).toBe(1);
});

test("while a slow disk saves a lead, its form takes no keys: they would be in no lead", async ({ page, foyer }) => {
  await page.clock.install();
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  const name = page.getByLabel("First name");
  await name.pressSequentially("Slow Disk");
  await holdStorage(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  // The clock stands still. Saving waits for the next task once.
  await page.clock.runFor(50);
  await expect(page.locator("[inert]")).toBeVisible();
  const box = await name.boundingBox();
  if (!box) throw new Error("no First name");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.type("Late");
  await expect(name).toHaveValue("Slow Disk");
  await releaseStorage(page);
  await expect(page.getByText("Saved Slow Disk.")).toBeVisible();
  await expect(name).toHaveValue("");
  await name.pressSequentially("Next");
  await expect(name).toHaveValue("Next");
  await expect.poll(() => called(foyer, "Slow Disk")).toBe(1);
});

test("two tabs, also a duplicated one, hold two leads, and each tab shows this", async ({ page, context, foyer }) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").pressSequentially("Tab One");
  await expect(page.getByText("Draft kept on this computer")).toBeVisible();
  const copied = context.waitForEvent("page");
  // A page opened this way gets a copy of sessionStorage, like a duplicated tab.
  await page.evaluate(() => void window.open("/s/front-desk"));
  const other = await copied;
  await expect(other.getByText("Another tab has an unfinished lead: Tab One")).toBeVisible();
  await expect(other.getByLabel("First name")).toHaveValue("");
  await other.getByLabel("First name").pressSequentially("Tab Two");
  await expect(other.getByText("Draft kept on this computer")).toBeVisible();
  await expect(page.getByText("Another tab has an unfinished lead: Tab Two")).toBeVisible();
  await other.reload();
  await expect(other.getByLabel("First name")).toHaveValue("Tab Two");

  await other.getByRole("button", { name: "Send now" }).click();
  await expect(other.getByText(/^Lead \d+$/)).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveValue("Tab One");
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("Tab One");
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
  for (const name of ["Tab One", "Tab Two"]) expect(await called(foyer, name)).toBe(1);
});

test("a lead that a second tab took over is sent once, and each tab shows its current state", async ({
  page,
  context,
  foyer,
}) => {
  // Without locks a tab cannot see that another is open, so it treats it as closed.
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "locks"));
  // Playwright reports focus for every page at once; a browser has it in one tab only.
  await context.addInitScript(() => (document.hasFocus = () => false));
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Two Tabs");
  await expect(page.getByText("Draft kept on this computer")).toBeVisible();
  const other = await context.newPage();
  await other.goto("/s/front-desk");
  await other.getByRole("button", { name: "Go on with it" }).first().click();
  await expect(other.getByLabel("First name")).toHaveValue("Two Tabs");
  await other.getByLabel("Last name").fill("Sample");
  await turnTo(page, "Last name", "Sample");
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
  await turnTo(other, "First name", "");
  expect(await called(foyer, "Two Tabs")).toBe(1);
});

/** Focuses a tab until it shows the answer. Other tabs' changes arrive with a delay. */
const turnTo = (tab: Page, label: string, answer: string) =>
  expect(async () => {
    await tab.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(tab.getByLabel(label)).toHaveValue(answer, { timeout: 500 });
  }).toPass({ timeout: 10_000 });
