import { atOpenHouse, expect, test } from "./foyer.ts";

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

test("front desk: a lead that was sent leaves no draft behind, nor does one at a station that keeps none", async ({
  page,
}) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Sent Sample");
  await expect(page.getByText("Draft kept on this computer")).toBeVisible();
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("heading", { name: "In Lofty" })).toBeVisible();
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

test("front desk: a lead that is sent while the page reloads is one lead, and no draft again", async ({
  page,
  foyer,
}) => {
  // The proxy has it on disk, and its answer never arrives.
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
  // No page sends while its answers come through again: else the lead is delivered before its notice is looked for.
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

test("kiosk and embed: nothing a visitor types is kept on the device", async ({ page }) => {
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
