import { expect, test } from "../foyer.ts";
import { walkToTheEnd } from "../visitor.ts";

test.use({ proxyEnv: { FORM_LEAST_SECONDS: "60" } });

test("a form that is sent too soon is thanked for, waits in the outbox as spam, and goes with one press", async ({
  page,
  foyer,
}) => {
  await page.goto("/embed/website");
  await page.getByLabel("First name").fill("Quick Sample");
  await page.getByLabel("Email 1").fill("quick.sample@example.com");
  // People do not find the hidden box.
  await expect(page.locator("div[aria-hidden]", { has: page.locator("input[name=subject]") })).toHaveCSS(
    "opacity",
    "0",
  );
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();

  await page.goto("/outbox");
  const line = page.getByRole("listitem").filter({ hasText: "Quick Sample" });
  await expect(line).toContainText("It looks like spam");
  expect(await foyer.leads()).toEqual([]);
  await line.getByRole("button", { name: "Not spam, send it" }).click();
  await expect
    .poll(async () => (await foyer.leads()).map(({ stored }) => stored["firstName"]))
    .toEqual(["Quick Sample"]);
});

test("a form that another page filled in may be sent at once", async ({ page, foyer }) => {
  await page.goto("/embed/website#firstName=Prefilled%20Sample&emails=prefilled.sample%40example.com");
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await expect
    .poll(async () => (await foyer.leads()).map(({ stored }) => stored["firstName"]))
    .toContain("Prefilled Sample");
});

test("staff discard a lead that looks like spam, after a question", async ({ page, foyer }) => {
  await page.goto("/embed/website");
  await page.getByLabel("First name").fill("Junk Sample");
  await page.getByLabel("Email 1").fill("junk.sample@example.com");
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await page.goto("/outbox");
  const line = page.getByRole("listitem").filter({ hasText: "Junk Sample" });
  await line.getByRole("button", { name: "Discard" }).click();
  const question = page.getByRole("dialog", { name: "Discard Junk Sample?" });
  await question.getByRole("button", { name: "Go back" }).click();
  await line.getByRole("button", { name: "Discard" }).click();
  await question.getByRole("button", { name: "Discard" }).click();
  await expect(line).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Outbox" })).toBeVisible();
  await expect(page.getByText("Junk Sample")).toHaveCount(0);
  expect((await foyer.leads()).filter(({ stored }) => stored["firstName"] === "Junk Sample")).toEqual([]);
});
