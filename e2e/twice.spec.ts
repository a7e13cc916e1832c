import type { Page } from "@playwright/test";
import { atOpenHouse, expect, test, type Foyer } from "./foyer.ts";

/** A hand that shakes, a key that repeats, a second window: it stays one lead. */

const called = async (foyer: Foyer, name: string) =>
  (await foyer.leads()).filter(({ stored }) => stored["firstName"] === name).length;

/** As slow as a cheap phone. */
const slowDown = async (page: Page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
};

test("Save pressed twice and three times on a slow phone is one lead", async ({ page, foyer }) => {
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
  // The last press met the next lead's empty form: nobody asked for that to be saved.
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await called(foyer, "Pressed Thrice")).toBe(1);
});

test("presses that come in one burst are one lead", async ({ page, foyer }) => {
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

test("Ctrl S held down at the desk is one lead", async ({ page, foyer }) => {
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

test("two tabs hold two leads, a duplicated tab too, and each says so", async ({ page, context, foyer }) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").pressSequentially("Tab One");
  await expect(page.getByText("Draft kept on this computer")).toBeVisible();
  const copied = context.waitForEvent("page");
  // What the page opens starts with a copy of its sessionStorage, as a duplicated tab does.
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

test("a lead that a second tab took over from one that was gone is one: the first shows what became of it", async ({
  page,
  context,
  foyer,
}) => {
  // Without locks no tab knows of another: it is taken for gone.
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "locks"));
  // Playwright gives every page the focus at once; a browser gives it to one tab.
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

/** Turns to a tab until it shows an answer: it hears of the other one in its own time. */
const turnTo = (tab: Page, label: string, answer: string) =>
  expect(async () => {
    await tab.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(tab.getByLabel(label)).toHaveValue(answer, { timeout: 500 });
  }).toPass({ timeout: 10_000 });
