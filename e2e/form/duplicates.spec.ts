import { atOpenHouse, expect, test } from "../foyer.ts";

test("a known phone number shows a note; it does not block sending, and shows only initials on a phone", async ({
  page,
}) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Hollis");
  await page.getByLabel("Last name").fill("Before");
  await page.getByLabel("Phone 1").fill("(415) 555-0161");
  await page.getByRole("button", { name: "Send now" }).click();
  const number = await page.getByText(/^Lead \d+$/).innerText();

  await page.goto("/s/front-desk");
  await page.getByLabel("Phone 1").fill("415-555-0161");
  const note = page.getByRole("status").filter({ hasText: "This may be someone you already sent" });
  await expect(note).toContainText(`415-555-0161 was on a lead sent`);
  await expect(note).toContainText(`Hollis Before, ${number.toLowerCase()}`);
  await expect(note.getByRole("link", { name: "See that lead" })).toHaveAttribute("href", /^\/outbox#[0-9a-f-]{36}$/);
  await note.getByRole("button", { name: "Someone else" }).press("Enter");
  await expect(note).toHaveCount(0);
  // The next Tab goes on from there.
  await expect(page.locator("[role=status]:focus")).toHaveCount(1);

  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await page.getByLabel("First name").fill("Somebody");
  await page.getByLabel("Phone 1").fill("4155550161");
  await expect(note).toContainText(/HB, \d/);
  // Visible at any scroll position, before Save is pressed.
  await expect(note).toBeInViewport({ ratio: 1 });
  await expect(page.getByText("Hollis")).toHaveCount(0);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved Somebody.")).toBeVisible();
  await expect(note).toHaveCount(0);
});
