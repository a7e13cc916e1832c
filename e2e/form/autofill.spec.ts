import type { Page } from "@playwright/test";
import { expect, test } from "../foyer.ts";
import { takenOver } from "../heldPage.ts";

/** Sets a value without an event, as a password manager does. */
const fill = (page: Page, label: string, text: string) =>
  page
    .getByLabel(label)
    .first()
    .evaluate((box: HTMLInputElement, value) => (box.value = value), text);

test("values that a browser fills in without an event are validated, sent and kept on every step", async ({
  page,
  foyer,
}) => {
  await page.goto("/embed/website");
  await takenOver(page);
  await expect(page.getByLabel("Email 1")).toBeVisible();
  await expect(page.getByText("How may we follow up?")).toBeVisible();
  await fill(page, "First name", "Filled");
  await fill(page, "Last name", "Sample");
  await fill(page, "Email 1", "filled.sample@");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Enter an email like name@example.com"]);
  await fill(page, "Email 1", "filled.sample@example.com");
  const first = page.getByRole("heading", { level: 1 });
  const before = await first.innerText();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(first).not.toHaveText(before);
  const second = await first.innerText();

  // The browser's Back button keeps the answers, and Forward returns to the step.
  await page.goBack();
  await expect(page.getByLabel("First name")).toHaveValue("Filled");
  await expect(page.getByLabel("Email 1")).toHaveValue("filled.sample@example.com");
  await page.goForward();
  await expect(first).toHaveText(second);
  const forward = page.getByRole("button", { name: /^(Continue|Send)$/ });
  while ((await forward.innerText()) !== "Send") {
    const heading = await first.innerText();
    await forward.click();
    await expect(first).not.toHaveText(heading);
  }
  await forward.click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send" })).toHaveCount(0);
  await expect
    .poll(async () => (await foyer.leads()).filter(({ stored }) => stored["firstName"] === "Filled").length)
    .toBe(1);
  const lead = (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Filled");
  expect(lead?.stored).toMatchObject({ lastName: "Sample", emails: ["filled.sample@example.com"] });
});

test("browser autofill is on for the website form and off at kiosk and desk", async ({ page }) => {
  const tokens = (path: string) =>
    page.goto(path).then(async () => {
      if (path.startsWith("/kiosk")) await page.getByRole("button", { name: "Tap to sign in" }).click();
      await expect(page.getByLabel("Email 1")).toBeVisible();
      return page
        .locator("#f-firstName, #f-lastName, #f-phones-0, #f-emails-0")
        .evaluateAll((boxes) => boxes.map((box) => box.getAttribute("autocomplete")));
    });
  expect(await tokens("/embed/website")).toEqual(["given-name", "family-name", "tel", "email"]);
  expect(await tokens("/kiosk/kiosk")).toEqual(["off", "off", "off", "off"]);
  expect(await tokens("/s/front-desk")).toEqual(["off", "off", "off", "off"]);
});
