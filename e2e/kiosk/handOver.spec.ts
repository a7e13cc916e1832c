import type { Page } from "@playwright/test";
import { expect, test } from "../foyer.ts";
import { passcode, pin, typePasscode, unlock } from "../handedOver.ts";
import { walkToTheEnd } from "../visitor.ts";

/** Staff hand a tablet over to visitors. */

test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });

test("the event of the hand-over greets visitors and goes into their leads; later leads have none", async ({
  page,
  foyer,
}) => {
  await page.goto("/kiosk/kiosk");
  await typePasscode(page);
  await page.getByRole("button", { name: "Another house" }).click();
  await page.getByLabel("Address").fill("7 Handover Lane");
  await page.getByLabel("Hours").fill("1 to 4 pm");
  const box = page.getByLabel("Staff PIN of this kiosk");
  await expect(box.or(page.getByText("The staff PIN is set."))).toBeVisible();
  if (await box.isVisible()) await box.fill(pin);
  await page.getByRole("button", { name: "Hand it over" }).click();
  await expect(page.getByRole("heading", { name: "Welcome to 7 Handover Lane" })).toBeVisible();
  const take = async (name: string) => {
    await page.getByRole("button", { name: "Tap to sign in" }).click();
    await page.getByLabel("First name").pressSequentially(name);
    await page.getByLabel("Phone 1").pressSequentially("4155550144");
    await walkToTheEnd(page);
    await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
  };
  const tags = async (name: string) =>
    (await foyer.leads()).find(({ stored }) => stored["firstName"] === name)?.received["tagsAdd"];
  await take("At The House");
  await expect.poll(() => tags("At The House")).toEqual(["Open house 7 Handover Lane"]);
  // The tablet stays on until the next day.
  await page.clock.setSystemTime(await page.evaluate(() => new Date().setHours(33)));
  await page.reload();
  await expect(page.getByText("For staff: the event is over.")).toBeVisible();
  await expect(page.getByText("7 Handover Lane")).toHaveCount(0);
  await take("Next Day");
  await expect.poll(() => tags("Next Day")).toEqual(["Open house"]);
});

/** A new kiosk without a PIN and an event. The page's session must be a staff session. */
async function addKiosk(page: Page, id: string): Promise<void> {
  const kiosk = (await (await page.request.get("/api/stations/kiosk")).json()) as object;
  const data = { ...kiosk, id, name: id, event: undefined, version: undefined, sealTo: undefined };
  expect((await page.request.put(`/api/stations/${id}`, { data })).ok()).toBe(true);
}

test("a hand-over keeps what was saved on another device while its page was open", async ({ page }) => {
  await page.goto("/settings");
  await typePasscode(page);
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await addKiosk(page, "porch");
  await page.goto("/kiosk/porch");
  await page.getByRole("button", { name: "Another house" }).click();
  await page.getByLabel("Address").pressSequentially("5 Porch Road");
  const path = "/api/stations/porch";
  const station = (await (await page.request.get(path)).json()) as { consent: object };
  const consent = { ...station.consent, version: "2", text: "Sample Homes may contact me by the ways I tick." };
  expect((await page.request.put(path, { data: { ...station, consent } })).ok()).toBe(true);

  await page.getByLabel("Staff PIN of this kiosk").pressSequentially(pin);
  await page.getByRole("button", { name: "Hand it over" }).click();
  await expect(page.getByRole("heading", { name: "Welcome to 5 Porch Road" })).toBeVisible();
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await expect(page.getByText(consent.text)).toBeVisible();
});

test("somebody saves the station in the middle of a hand-over: the event goes into theirs", async ({ page }) => {
  await page.goto("/settings");
  await typePasscode(page);
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await addKiosk(page, "yard");
  await page.goto("/kiosk/yard");
  await page.getByRole("button", { name: "Another house" }).click();
  await page.getByLabel("Address").pressSequentially("6 Yard Road");
  await page.getByLabel("Staff PIN of this kiosk").pressSequentially(pin);
  const path = "/api/stations/yard";
  let puts = 0;
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() === "PUT" && ++puts === 1) {
      const station = (await (await page.request.get(path)).json()) as object;
      expect((await page.request.put(path, { data: { ...station, idleSeconds: 120 } })).ok()).toBe(true);
    }
    await route.continue();
  });
  await page.getByRole("button", { name: "Hand it over" }).click();
  await expect(page.getByRole("heading", { name: "Welcome to 6 Yard Road" })).toBeVisible();
  const after = (await (await page.request.get(path)).json()) as { idleSeconds: number };
  expect([puts, after.idleSeconds]).toEqual([2, 120]);
});

test("on a slow line a tablet is not handed over without a PIN, and two presses hand it over once", async ({
  page,
}) => {
  await page.goto("/settings");
  await typePasscode(page);
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await addKiosk(page, "hall");
  await page.route("**/api/**", async (route) => {
    await new Promise((done) => setTimeout(done, 1_500));
    await route.continue();
  });
  await page.goto("/kiosk/hall");
  await page.getByRole("button", { name: "No event today" }).click();
  await page.getByRole("button", { name: "Hand it over" }).click();
  await expect(page.getByText("Enter 6 to 8 digits")).toBeVisible();
  await page.getByLabel("Staff PIN of this kiosk").pressSequentially(pin);
  const ended: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/session")) ended.push(request.url());
  });
  await page.getByRole("button", { name: "Hand it over" }).dblclick();
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  expect(ended).toHaveLength(1);
  await unlock(page, pin);
  await expect(page.getByRole("heading", { name: "Stations" })).toBeVisible();
});
