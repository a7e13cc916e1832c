import type { Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "../foyer.ts";

// Rooms of its own: a lead of another story that needs attention would change the pill.

/**
 * A lead that the proxy refuses is corrected in the form. It stays on the device meanwhile, and an unfinished lead
 * comes back afterwards.
 */

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/**
 * Changes the station while a page is open. Removes stationVersion from submissions, as an older Foyer sends them,
 * because otherwise the proxy would judge them by the old version.
 */
async function change(page: Page, station: string, to: object): Promise<void> {
  // Otherwise the page may load the changed station, and refuses the lead itself.
  await page.waitForLoadState("networkidle");
  await page.route("**/api/leads", async (route) => {
    const { stationVersion: _version, ...body } = route.request().postDataJSON() as { stationVersion?: string };
    await route.continue({ postData: JSON.stringify(body) });
  });
  const path = `/api/stations/${station}`;
  const before = (await (await page.request.get(path)).json()) as object;
  expect((await page.request.put(path, { data: { ...before, required: [], drafts: true, ...to } })).ok()).toBe(true);
}

async function saveRefused(page: Page, name: string): Promise<void> {
  await page.getByLabel("First name").fill(name);
  await page.getByLabel("Phone 1").fill("(415) 555-0134");
  await press(page, "Save");
  await expect(page.getByText(`Not saved yet: ${name}. The server did not take this lead.`)).toBeVisible();
}

test("agent: a refused lead survives a reload during correction, and the unfinished lead comes back afterwards", async ({
  page,
  foyer,
}) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await expect(page.getByLabel("First name")).toBeVisible();
  await change(page, "open-house", { required: ["lastName"] });
  await saveRefused(page, "Refused One");
  await saveRefused(page, "Refused Two");
  await page.getByLabel("First name").fill("Half Typed");
  await expect(page.getByText("Draft kept on this device")).toBeVisible();

  const line = (name: string) => page.getByRole("status").filter({ hasText: `Not saved yet: ${name}.` });
  // Only the newest is a line of its own.
  await expect(line("Refused One")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "And 1 more needs attention" })).toBeVisible();
  await line("Refused Two").getByRole("button", { name: "Fix now" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("Refused Two");
  await expect(page.getByRole("alert").getByRole("link", { name: "Enter Last name" })).toBeVisible();
  await expect(page.getByText("An unfinished lead comes back after this one")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("Refused Two");
  await line("Refused One").getByRole("button", { name: "Fix now" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("Refused One");
  await expect(page.getByText("2 unfinished leads come back after this one")).toBeVisible();
  await page.getByLabel("Last name").fill("Corrected");
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("Refused One");
  await expect(page.getByLabel("Last name")).toHaveValue("Corrected");

  await press(page, "Save");
  await expect(page.getByText("Saved Refused One.")).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveValue("Refused Two");
  await page.getByLabel("Last name").fill("Corrected");
  await press(page, "Save");
  await expect(page.getByText("Saved Refused Two.")).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveValue("Half Typed");
  await page.getByLabel("Last name").fill("Sample");
  await press(page, "Save");
  await expect(page.getByText("Saved Half Typed.")).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveValue("");
  await expect(page.getByRole("link", { name: "All in the sandbox" })).toBeVisible();
  await change(page, "open-house", {});
  const wanted = ["Half Typed Sample", "Refused One Corrected", "Refused Two Corrected"];
  const names = async () =>
    (await foyer.leads())
      .map(({ stored }) => [stored["firstName"], stored["lastName"]].join(" "))
      .filter((name) => wanted.includes(name))
      .toSorted();
  await expect.poll(names).toEqual(wanted);
});

test("agent: without drafts, a refused lead is still kept on the device, and the unfinished lead in the page", async ({
  page,
}) => {
  await atOpenHouse(page);
  await change(page, "open-house", { drafts: false });
  await page.goto("/s/open-house");
  await expect(page.getByLabel("First name")).toBeVisible();
  await change(page, "open-house", { drafts: false, required: ["lastName"] });
  await saveRefused(page, "Refused Here");
  await page.getByLabel("First name").fill("Half Typed");
  const kept = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  await press(page, "Fix now");
  await expect(page.getByLabel("First name")).toHaveValue("Refused Here");
  expect(await kept()).not.toContain("Half Typed");
  await page.getByLabel("Last name").fill("Corrected");
  await press(page, "Save");
  await expect(page.getByText("Saved Refused Here.")).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveValue("Half Typed");
  expect(await kept()).not.toContain("Refused Here");

  await page.getByLabel("Last name").fill("");
  await press(page, "Save");
  await press(page, "Fix now");
  await expect(page.getByLabel("First name")).toHaveValue("Half Typed");
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("Half Typed");
  await change(page, "open-house", {});
});

test("front desk: a lead that needs correction leads to its form, the outbox and the next visitor", async ({
  page,
  foyer,
}) => {
  const save = async (name: string) => {
    await page.getByLabel("First name").pressSequentially(name);
    await page.getByRole("button", { name: "Send now" }).click();
  };
  await page.goto("/s/front-desk");
  await expect(page.getByLabel("First name")).toBeVisible();
  await change(page, "front-desk", { required: ["lastName"] });
  await save("Later Desk");
  await expect(page.getByRole("heading", { name: "Not saved yet: Later Desk" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Open outbox" })).toBeVisible();
  await press(page, "Next visitor");
  const later = page.getByRole("status").filter({ hasText: "Not saved yet: Later Desk." });
  await expect(later.getByRole("button", { name: "Fix now" })).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveValue("");
  await change(page, "front-desk", {});

  await foyer.faults({ unknownStage: "refuse" });
  await page.getByRole("combobox", { name: "Stage" }).pressSequentially("No such stage");
  await save("Parked Desk");
  await expect(page.getByRole("heading", { name: "Parked Desk needs attention" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Next visitor" })).toBeVisible();
  await page.getByRole("link", { name: "Fix now" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("Parked Desk");
  await foyer.faults({ unknownStage: "store" });
});

test("front desk: a refused lead that is open in the form survives a reload", async ({ page }) => {
  await page.goto("/s/front-desk");
  await expect(page.getByLabel("First name")).toBeVisible();
  await change(page, "front-desk", { required: ["lastName"], drafts: false });
  await page.getByLabel("First name").fill("Refused Desk");
  await page.getByRole("button", { name: "Send now" }).click();
  await press(page, "Fix now");
  await expect(page.getByLabel("First name")).toHaveValue("Refused Desk");
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("Refused Desk");
  await page.getByLabel("Last name").fill("Corrected");
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("heading", { name: "In the sandbox" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("");
  await change(page, "front-desk", {});
});
