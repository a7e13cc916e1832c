import { expect, test } from "../foyer.ts";
import { sendLead as send } from "../sendLead.ts";

/** Separate rooms with time ten times as fast, so that look-ups finish within the story. */
test.use({ proxyEnv: { FOYER_TIME_SCALE: "10" } });

test("after a lost response and a failed look-up, staff confirm that the lead is in Lofty", async ({ page, foyer }) => {
  await foyer.faults({ fault: "dropBefore", faultOn: "create", faultCount: 1, lookupFault: "status400" });
  // The CRM refuses look-ups.
  await send(page, { firstName: "Lost", lastName: "Answer" });
  await page.goto("/outbox");
  const line = page.getByRole("listitem").filter({ hasText: "Lost Answer" });
  await expect(line.getByText("Needs attention.")).toBeVisible();
  await expect(line.getByRole("link", { name: "Look in the sandbox" })).toHaveAttribute("href", /\/sandbox\/leads$/);
  await expect(line.getByRole("link", { name: "Fix and send" })).toHaveCount(0);
  const found = line.getByRole("button", { name: "It’s in the sandbox" });
  await found.click();
  const dialog = page.getByRole("dialog", { name: "Is Lost Answer in the sandbox?" });
  await expect(dialog).toContainText("it will not be sent again");
  await expect(dialog.getByRole("button", { name: "Go back" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(found).toBeFocused();
  await expect(page.locator("dialog")).toHaveCount(0);
  await expect(line.getByText("Needs attention.")).toBeVisible();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "It’s in the sandbox" }).press("Enter");
  await expect(line.getByText("Found in the sandbox by staff")).toBeVisible();
  await expect(line.getByRole("heading")).toBeFocused();
  await foyer.faults({ fault: "none", lookupFault: "none" });
});

test("sending a lead again that may be in Lofty asks first, and its number can be copied", async ({
  page,
  context,
  foyer,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await foyer.faults({ fault: "dropBefore", faultOn: "create", faultCount: 1, lookupFault: "status400" });
  await send(page, { firstName: "Sent", lastName: "Again" });
  await page.goto("/outbox");
  const line = page.getByRole("listitem").filter({ hasText: "Sent Again" });
  await line.getByRole("button", { name: "Send again" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Send Sent Again again?" });
  await expect(dialog).toContainText("would then have it twice");
  await dialog.getByRole("button", { name: "Send again" }).press("Enter");
  await expect(line.getByText(/^Lead \d+/)).toBeVisible();
  await expect(line.getByRole("heading")).toBeFocused();
  await line.getByRole("button", { name: "Copy number" }).click();
  await expect(line.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect((await foyer.leads()).map(({ leadId }) => leadId)).toContain(copied);
  await foyer.faults({ fault: "none", lookupFault: "none" });
});

test("a lead that is sent while staff are asked whether to remove it: the question ends and says so", async ({
  page,
}) => {
  await page.route("**/api/leads", (route) => route.abort());
  await page.goto("/s/front-desk");
  for (const name of ["Stays", "Leaves"]) {
    await page.getByLabel("First name").pressSequentially(name);
    await page.getByRole("button", { name: "Send now" }).click();
    await page.getByRole("button", { name: "Next visitor" }).click();
    await expect(page.getByLabel("First name")).toHaveValue("");
  }
  await page.goto("/outbox");
  const here = page.getByRole("region", { name: /2 leads/ });
  await here.getByRole("listitem").filter({ hasText: "Leaves" }).getByRole("button", { name: "Remove" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove Leaves?" });
  await expect(dialog).toContainText("gone");
  await page.unroute("**/api/leads");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByRole("status").filter({ hasText: "The office has Leaves now" })).toBeFocused();
  await expect(dialog).toHaveCount(0);
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: "Leaves" })
      .getByText(/^Lead \d+/),
  ).toBeVisible();
});

test("a question about a lead stays when another lead gets the same reason, and so does its failure", async ({
  page,
  foyer,
}) => {
  const lost = { fault: "dropBefore", faultOn: "create", faultCount: 1, lookupFault: "status400" };
  await foyer.faults(lost);
  await send(page, { firstName: "Asked", lastName: "About" });
  await page.goto("/outbox");
  const line = page.getByRole("listitem").filter({ hasText: "Asked About" });
  await line.getByRole("button", { name: "It’s in the sandbox" }).click();
  const dialog = page.getByRole("dialog", { name: "Is Asked About in the sandbox?" });
  await foyer.faults(lost);
  await send(page, { firstName: "Comes", lastName: "Later" });
  const common = page.getByText(/^2 leads/);
  await expect(common).toBeVisible();
  await expect(dialog).toBeVisible();
  await page.route("**/api/outbox/*", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await dialog.getByRole("button", { name: "It’s in the sandbox" }).press("Enter");
  await expect(line.getByRole("alert")).toHaveText("That did not work. Refresh and look again.");
  await page.unroute("**/api/outbox/*");

  await line.getByRole("button", { name: "It’s in the sandbox" }).click();
  const entries = async () =>
    ((await (await page.request.get("/api/outbox")).json()) as { entries: { id: string; name: string }[] }).entries;
  const id = (await entries()).find(({ name }) => name === "Asked About")?.id;
  await page.request.post(`/api/outbox/${id}`, { data: { action: "in-crm" } });
  await dialog.getByRole("button", { name: "It’s in the sandbox" }).press("Enter");
  await expect(page.getByText("Asked About: someone else has already handled it.")).toBeVisible();
  const later = page.getByRole("listitem").filter({ hasText: "Comes Later" });
  await later.getByRole("button", { name: "It’s in the sandbox" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "It’s in the sandbox" }).press("Enter");
  await expect(later.getByText("Found in the sandbox by staff")).toBeVisible();
  await foyer.faults({ fault: "none", lookupFault: "none" });
});
