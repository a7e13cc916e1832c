import { atOpenHouse, expect, test } from "../foyer.ts";

test("agent: three taps plus typing save a lead, and the form is empty again", async ({ page, foyer }) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  for (const [name, phone] of [
    ["Three Touches", "(415) 555-0134"],
    ["Next Visitor", "(415) 555-0135"],
  ] as const) {
    await page.getByLabel("First name").click();
    await page.keyboard.type(name);
    await page.getByLabel("Phone 1").click();
    await page.keyboard.type(phone);
    // Scrolls to the end before saving. The next form must still start at its top.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.getByRole("button", { name: "Save", exact: true }).click();

    await expect(page.getByText(`Saved ${name}.`)).toBeVisible();
    await expect(page.getByLabel("First name")).toHaveValue("");
    await expect(page.getByLabel("Phone 1")).toHaveValue("");
    await expect(page.getByLabel("First name")).toBeInViewport();
    await expect(page.getByRole("heading", { level: 1, name: "Contact" })).toBeFocused();
    await expect(page.getByRole("status").getByText(/^Lead \d+$/)).toBeVisible();
  }
  await expect(page.getByRole("link", { name: "All in the sandbox" })).toBeVisible();
  const names = (await foyer.leads()).map(({ stored }) => stored["firstName"]);
  expect(names.filter((name) => name === "Three Touches" || name === "Next Visitor")).toHaveLength(2);
});

test("agent: the first screen has the agent's questions, and the review step is optional", async ({ page }) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  for (const question of ["First name", "Last name", "Phone 1", "Email 1", "Note for the team"])
    await expect(page.getByLabel(question)).toBeVisible();
  await expect(page.getByRole("group", { name: "Lead type" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Working with an agent?" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Temperature" }).getByRole("checkbox")).toHaveCount(3);
  for (const temperature of ["Hot", "Warm", "Nurture"])
    await expect(page.getByRole("checkbox", { name: temperature })).toBeAttached();

  await page.getByLabel("First name").fill("Reached Review");
  await page.getByRole("button", { name: "More questions" }).click();
  for (const title of ["Inquiry", "Property", "Family", "Custom attributes", "Check and send"]) {
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("button", { name: /^(Save|Send lead)$/ })).toBeVisible();
    if (title !== "Check and send") await page.getByRole("button", { name: "Continue" }).click();
  }
});

test("leads saved after the network is lost survive a reload and are sent when it is back", async ({
  page,
  context,
  foyer,
}) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await expect(page.getByRole("link", { name: "All in the sandbox" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await context.route("**/*", (route) => route.abort());
  for (const name of ["No Signal", "Still None"]) {
    await page.getByLabel("First name").fill(name);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(new RegExp(`Saved on this (phone|tablet|computer): ${name}`))).toBeVisible();
    await expect(page.getByLabel("First name")).toHaveValue("");
  }
  // Leaves the page first, so that the leads are not sent before the test looks for their notices.
  await page.goto("about:blank");
  await context.unroute("**/*");
  await page.goto("/s/open-house");
  await expect(page.getByText("Saved No Signal.")).toBeVisible();
  await expect(page.getByText("Saved Still None.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("First name")).toBeVisible();
  await expect(page.getByText("Saved Still None.")).toHaveCount(0);
  const names = async () =>
    (await foyer.leads())
      .map(({ stored }) => stored["firstName"])
      .filter((name) => name === "No Signal" || name === "Still None")
      .toSorted();
  await expect.poll(names).toEqual(["No Signal", "Still None"]);
});

test("the line about the saved lead disappears at the first key of the next lead and never shows next to an error", async ({
  page,
}) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  const save = async (name: string) => {
    await page.getByLabel("First name").click();
    await page.keyboard.type(name);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(`Saved ${name}.`)).toBeVisible();
    // The last words of the notice. On a phone they may need a row of their own.
    await expect(page.getByRole("status").getByText(/^Lead \d+$/)).toBeVisible();
    await expect(page.getByLabel("First name")).toHaveValue("");
  };
  await save("Last Lead");
  await page.getByLabel("First name").click();
  const before = await page.getByLabel("First name").boundingBox();
  await page.keyboard.type("N");
  await expect(page.getByText("Saved Last Lead.")).toBeHidden();
  expect((await page.getByLabel("First name").boundingBox())?.y).toBe(before?.y);
  await page.keyboard.press("Backspace");
  await save("Next Lead");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Nothing to save yet.")).toBeVisible();
  await expect(page.getByText("Saved Next Lead.")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "More questions" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByText("Saved Next Lead.")).toBeHidden();
});
