import { expect, test, type Foyer } from "../foyer.ts";

test("an address with a stray % shows that there is no such station", async ({ page }) => {
  for (const path of ["/s/%", "/s/%zz/contact", "/kiosk/50%", "/embed/%E0%A4%A"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: /station/ }), path).toBeVisible();
  }
});

test("text in boxes is 16 px or larger on touch devices", async ({ page, hasTouch }) => {
  test.skip(!hasTouch, "a mouse may have smaller boxes");
  for (const path of ["/s/front-desk", "/embed/website", "/today"]) {
    await page.goto(path);
    await expect(page.locator("textarea, select, #f-phones-0").first()).toBeVisible();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("input, textarea, select")]
        .filter((box) => !["checkbox", "radio"].includes((box as HTMLInputElement).type))
        .map((box) => `${box.id} ${getComputedStyle(box).fontSize}`)
        .filter((box) => parseFloat(box.split(" ")[1] ?? "") < 16),
    );
    expect(small, path).toEqual([]);
  }
});

for (const path of ["/kiosk/kiosk", "/embed/website"])
  test(`${path}: pulling the page down does not reload it`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorY)).toBe("none");
  });

test("embed: the browser's Back and Forward change the step, and the lead is not sent again after the end", async ({
  page,
  foyer,
}) => {
  const heading = page.getByRole("heading", { level: 1 });
  await page.goto("/embed/website");
  await page.getByLabel("First name").pressSequentially("Paged Sample");
  await page.getByLabel("Email 1").pressSequentially("paged.sample@example.com");
  const first = await heading.innerText();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(heading).not.toHaveText(first);
  const second = await heading.innerText();
  await page.goBack();
  await expect(heading).toHaveText(first);
  await expect(page.getByLabel("First name")).toHaveValue("Paged Sample");
  await page.goForward();
  await expect(heading).toHaveText(second);
  const forward = page.getByRole("button", { name: /^(Continue|Send)$/ });
  for (let pages = 0; pages < 6 && (await forward.innerText()) !== "Send"; pages++) {
    const before = await heading.innerText();
    await forward.click();
    await expect(heading).not.toHaveText(before);
  }
  await forward.click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  for (let pages = 0; pages < 3; pages++) {
    await page.goBack();
    await expect(page.getByText("Paged Sample")).toHaveCount(0);
    await page.keyboard.press("Enter");
    if (await forward.isVisible()) await forward.click();
  }
  await expect.poll(async () => named(await foyer.leads(), "Paged Sample")).toBe(1);
});

test("a chip keeps its width when selected", async ({ page }) => {
  await page.goto("/s/front-desk");
  const chips = page.getByRole("group", { name: "Lead type" }).locator("label");
  await expect(chips).toHaveCount(8);
  const widths = async () =>
    Promise.all((await chips.all()).map(async (chip) => Math.round((await chip.boundingBox())?.width ?? 0)));
  const before = await widths();
  for (const chip of await chips.all()) {
    await chip.click();
    await expect(chip.getByRole("checkbox")).toBeChecked();
  }
  expect(await widths()).toEqual(before);
});

const named = (leads: Awaited<ReturnType<Foyer["leads"]>>, name: string) =>
  leads.filter(({ stored }) => stored["firstName"] === name).length;
