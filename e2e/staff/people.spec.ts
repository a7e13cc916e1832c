import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "../foyer.ts";

test("Today lists people, hot first, and only with ways they allowed; a lead opens, and a note is added later", async ({
  page,
}) => {
  await atOpenHouse(page);
  const house = {
    id: randomUUID(),
    address: `${Math.floor(Math.random() * 1e6)} Delta Way`,
    date: await page.evaluate(() => new Date().toLocaleDateString("sv")),
    hours: "1 to 4 pm",
  };
  const add = async (lead: object) => {
    const headers = { "idempotency-key": randomUUID() };
    const data = { station: "open-house", capturedAt: new Date().toISOString(), event: house, lead };
    expect((await page.request.post("/api/leads", { headers, data })).status()).toBeLessThan(300);
  };
  const phones = ["415 555 0171"];
  // An opt-out belongs to the number, so each has a number of their own.
  await add({
    firstName: "Wanda",
    phones: ["415 555 0172"],
    cannotCall: true,
    buyingTimeFrame: "3-6",
    withBuyerAgent: "Yes",
  });
  await add({ firstName: "Hector", phones, tagsAdd: ["Hot"], buyingTimeFrame: "1-3", content: "Likes the garden" });
  const all = { cannotCall: true, cannotText: true, cannotEmail: true, unsubscription: true };
  await add({ firstName: "Nina", phones: ["415 555 0173"], emails: ["nina@example.com"], ...all });

  await page.goto("/today?station=open-house");
  await page.getByLabel("House").selectOption({ label: house.address });
  const people = page.getByRole("region", { name: "3 people today" });
  await expect(people.getByRole("heading", { level: 3 })).toHaveText(["Hector", "Nina", "Wanda"]);
  const row = (name: string) => people.getByRole("listitem").filter({ hasText: name });
  await expect(row("Hector")).toContainText("1 to 3 months, Hot");
  await expect(row("Hector")).toContainText("Likes the garden");
  await expect(row("Hector").getByRole("link", { name: "Call Hector" })).toHaveAttribute("href", "tel:4155550171");
  await expect(row("Wanda")).toContainText("3 to 6 months, has an agent");
  await expect(row("Wanda")).toContainText("No calls");
  await expect(row("Wanda").getByRole("link", { name: "Text Wanda" })).toHaveAttribute("href", "sms:4155550172");
  await expect(row("Nina")).toContainText("Asked for no contact");
  await expect(row("Nina").getByRole("link")).toHaveText(["Nina"]);
  await expect(page.getByLabel("Summary for the seller")).toHaveValue(
    new RegExp(
      `^${house.address}, .*, 1 to 4 pm: 3 groups came. 3 signed in. 1 works with an agent. ` +
        "Buying timeline: 1 to 3 months \\(1\\) and 3 to 6 months \\(1\\).$",
    ),
  );

  await row("Hector").getByRole("link", { name: "Hector", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hector" })).toBeVisible();
  const held = page.getByRole("region", { name: "In the sandbox now" });
  await expect(held).toContainText("Hector");
  await expect(page.getByRole("link", { name: "Open in the sandbox" })).toHaveAttribute("href", /lead/);
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByRole("alert")).toHaveText("Enter a note");
  await page.getByLabel("Note", { exact: true }).pressSequentially("Called back, wants Sunday");
  await page.reload();
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Called back, wants Sunday");
  await page.getByRole("button", { name: "Add note" }).click();
  const added = page.getByRole("region", { name: "Add a note later" }).getByRole("listitem");
  await expect(added).toContainText("Called back, wants Sunday");
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("");
  // A note goes once its lead was read back: its number may be another's before that.
  await expect(added).toContainText("In the sandbox", { timeout: 60_000 });
  await page.reload();
  await held.getByText(/notes? in the sandbox/).click();
  await expect(held.getByRole("listitem").filter({ hasText: "wants Sunday" })).toHaveCount(1);
});

/** Sends a lead of the open house. Returns its id. */
async function signIn(page: Page, firstName: string, phone: string): Promise<string> {
  const id = randomUUID();
  const event = {
    ...{ id: randomUUID(), address: `${Math.floor(Math.random() * 1e6)} Epsilon Way` },
    date: await page.evaluate(() => new Date().toLocaleDateString("sv")),
  };
  const data = {
    station: "open-house",
    capturedAt: new Date().toISOString(),
    event,
    lead: { firstName, phones: [phone] },
  };
  const answer = await page.request.post("/api/leads", { headers: { "idempotency-key": id }, data });
  expect(answer.status()).toBeLessThan(300);
  await page.goto("/today?station=open-house");
  await page.getByLabel("House").selectOption({ label: event.address });
  return id;
}

test("“Wants no contact”: Undo stays when it fails, and is there when the answer was lost", async ({ page }) => {
  await atOpenHouse(page);
  await signIn(page, "Fern", "415 555 0174");
  const row = page.getByRole("listitem").filter({ hasText: "Fern" });
  const ban = row.getByRole("button", { name: "Fern wants no contact any more" });
  const undo = row.getByRole("button", { name: "Undo" });
  await ban.press("Enter");
  await expect(undo).toBeFocused();
  await page.route("**/withdrawal", (route) => route.abort());
  await undo.click();
  await expect(row.getByRole("alert")).toHaveText("Not undone. Try again.");
  await page.unroute("**/withdrawal");
  await undo.click();
  await expect(ban).toBeVisible();
  await expect(row.getByRole("alert")).toHaveCount(0);

  await page.route("**/withdrawal", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await ban.click();
  await expect(undo).toBeVisible();
  await expect(row.getByRole("alert")).toHaveCount(0);
  await page.unroute("**/withdrawal");
  await undo.click();
  await expect(ban).toBeVisible();
});

test("“Wants no contact” can be undone after leaving Today and coming back, on the same device only", async ({
  page,
  browser,
}) => {
  await atOpenHouse(page);
  const id = await signIn(page, "Hanna", "415 555 0176");
  const house = (await page.getByLabel("House").locator("option:checked").textContent()) ?? "";
  const ban = page.getByRole("button", { name: "Hanna wants no contact any more" });
  const undo = page.getByRole("button", { name: "Undo" });
  await ban.click();
  await expect(undo).toBeVisible();
  await page.getByRole("link", { name: "Hanna", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hanna" })).toBeVisible();
  await expect(undo).toBeVisible();
  await page.goBack();
  await page.getByLabel("House").selectOption({ label: house });
  await undo.click();
  await expect(ban).toBeVisible();

  await ban.click();
  await expect(undo).toBeVisible();
  await page.reload();
  await page.getByLabel("House").selectOption({ label: house });
  await expect(undo).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await other.goto(new URL(`/leads/${id}`, page.url()).href);
  await expect(other.getByRole("heading", { level: 1, name: "Hanna" })).toBeVisible();
  await expect(other.getByText(/^Consent withdrawn/)).toBeVisible();
  await expect(other.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await other.context().close();
});

test("a note: words typed while it is added stay, and words added after a lost answer are not dropped", async ({
  page,
}) => {
  await atOpenHouse(page);
  const id = await signIn(page, "Gus", "415 555 0175");
  await page.goto(`/leads/${id}`);
  const box = page.getByLabel("Note", { exact: true });
  const button = page.getByRole("button", { name: "Add note" });
  const added = page.getByRole("region", { name: "Add a note later" }).getByRole("listitem");
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/notes", async (route) => {
    await held;
    await route.continue();
  });
  await box.pressSequentially("Called");
  await button.click();
  await box.press("End");
  await box.pressSequentially(", wants Sunday");
  answer();
  await expect(added).toHaveCount(1);
  await expect(page.getByText("The note was added as you first sent it")).toBeVisible();
  await expect(box).toHaveValue("Called, wants Sunday");
  await page.unroute("**/notes");
  await page.reload();
  await expect(box).toHaveValue("Called, wants Sunday");
  await box.fill("Wants Sunday");
  await button.click();
  await expect(added).toHaveCount(2);
  await expect(box).toHaveValue("");

  await page.route("**/notes", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await box.pressSequentially("Has a dog");
  await button.click();
  await expect(page.getByText("Your text is kept on this device.")).toBeVisible();
  await page.unroute("**/notes");
  await box.press("End");
  await box.pressSequentially(" and a cat");
  await button.click();
  await expect(page.getByText("The note was added as you first sent it")).toBeVisible();
  await expect(box).toHaveValue("Has a dog and a cat");
  await expect(added).toHaveCount(3);
  await button.click();
  await expect(added).toHaveCount(4);
  await expect(added.last()).toContainText("Has a dog and a cat");
  await expect(box).toHaveValue("");
});
