import { atOpenHouse, expect, test } from "../foyer.ts";
import { takenOver } from "../heldPage.ts";

for (const [station, name] of [
  ["front-desk", "front desk"],
  ["open-house", "agent"],
] as const)
  test(`${name}: an unfinished lead survives a reload and a closed tab, and Start over clears it`, async ({ page }) => {
    test.setTimeout(120_000);
    if (station === "open-house") await atOpenHouse(page);
    await page.goto(`/s/${station}`);
    await page.getByLabel("First name").fill("Half Done");
    await expect(page.getByText(/^Draft kept on this/)).toBeVisible();
    await page.reload();
    await page.getByRole("textbox", { name: "Phone 1" }).fill("415 555 0134");
    await expect(page.getByText(/^Draft kept on this/)).toBeVisible();

    await page.reload();
    await expect(page.getByLabel("First name")).toHaveValue("Half Done");
    await expect(page.getByRole("textbox", { name: "Phone 1" })).toHaveValue("415 555 0134");
    const again = await page.context().newPage();
    await page.close();
    await again.goto(`/s/${station}`);
    const offer = again.getByRole("status").filter({ hasText: "Unfinished lead on this device: Half Done" });
    await expect(offer).toBeVisible();
    await expect(again.getByLabel("First name")).toHaveValue("");
    await offer.getByRole("button", { name: "Go on with it" }).click();
    await expect(again.getByLabel("First name")).toHaveValue("Half Done");
    await expect(offer).toBeHidden();

    await again.getByRole("button", { name: "Start over" }).click();
    await expect(again.getByRole("button", { name: "Keep going" })).toBeFocused();
    await again.keyboard.press("Escape");
    await expect(again.getByLabel("First name")).toHaveValue("Half Done");
    await again.getByRole("button", { name: "Start over" }).click();
    await again.getByRole("button", { name: "Clear answers" }).click();
    await expect(again.getByLabel("First name")).toHaveValue("");
    await again.reload();
    await expect(again.getByLabel("First name")).toHaveValue("");
  });

test("front desk: no draft remains after sending, and none is kept if drafts are off", async ({ page }) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Sent Sample");
  await expect(page.getByText("Draft kept on this computer")).toBeVisible();
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("heading", { name: "In the sandbox" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("");

  const path = "/api/stations/front-desk";
  const station = (await (await page.request.get(path)).json()) as object;
  await page.request.put(path, { data: { ...station, drafts: false } });
  await page.reload();
  await page.getByLabel("First name").fill("Never Kept");
  await expect(page.getByRole("button", { name: "Start over" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("");
  await page.request.put(path, { data: { ...station, drafts: true } });
});

test("front desk: a lead sent during a reload is one lead, and does not come back as a draft", async ({
  page,
  foyer,
}) => {
  // The proxy stores the lead, but the page never gets the response.
  await page.route("**/api/leads", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Reloaded Sample");
  await page.getByRole("textbox", { name: "Email 1" }).fill("reloaded.sample@example.com");
  const sent = page.waitForRequest("**/api/leads");
  await page.getByRole("button", { name: "Send now" }).click();
  await sent;
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("");
  // Leaves the page first, so that the lead is not sent before the test looks for its notice.
  await page.goto("about:blank");
  await page.unrouteAll({ behavior: "wait" });
  await page.goto("/s/front-desk");
  await expect(page.getByRole("status").filter({ hasText: "Reloaded Sample" })).toContainText(/Lead \d+/);
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("");
  await expect(page.getByText("Reloaded Sample")).toHaveCount(0);
  const stored = (await foyer.leads()).filter((lead) => lead.stored["firstName"] === "Reloaded Sample");
  expect(stored).toHaveLength(1);
});

test("kiosk and embed: a visitor's answers are not stored on the device", async ({ page }) => {
  for (const path of ["/kiosk/kiosk", "/embed/website"]) {
    await page.goto(path);
    if (path.startsWith("/kiosk")) await page.getByRole("button", { name: "Tap to sign in" }).click();
    await page.getByLabel("First name").fill("Private Person");
    await page.getByLabel("Phone 1").fill("415 555 0199");
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    );
    expect(kept).not.toContain("Private Person");
    expect(kept).not.toContain("555 0199");
  }
});

test("a half typed tag is kept by a reload and by the browser's Back", async ({ page }) => {
  await page.goto("/s/front-desk");
  await takenOver(page);
  const tags = page.getByRole("combobox", { name: "Tags" });
  await tags.pressSequentially("Half typed");
  await page.reload();
  await expect(page.getByRole("button", { name: /Remove.*Half typed/ })).toBeVisible();
  await page.getByRole("button", { name: "Inquiry" }).first().click();
  await tags.pressSequentially("Other half");
  await page.goBack();
  await expect(page.getByRole("button", { name: /Remove.*Other half/ })).toBeVisible();
});

test("front desk: a draft is not called kept when the browser's storage is full", async ({ page }) => {
  await page.goto("/s/front-desk");
  await takenOver(page);
  const kept = page.getByText("Draft kept on this computer");
  await page.getByLabel("First name").pressSequentially("Kept");
  await expect(kept).toBeVisible();
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      Storage.prototype.setItem = setItem;
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.getByLabel("Last name").pressSequentially("M");
  await expect(kept).toBeHidden();
  await page.getByLabel("Last name").pressSequentially("ore");
  await expect(kept).toBeVisible();
});
