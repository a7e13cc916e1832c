import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./foyer.ts";

/** A tablet that stays with visitors has a session that can take leads at its station, and nothing else. */

const passcode = "sample-passcode";
test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });

const typePasscode = async (page: Page) => {
  await page.getByLabel("Staff passcode").fill(passcode);
  await page.getByLabel("Staff passcode").press("Enter");
};
/** What this browser may see of Foyer, and has kept of it. */
const sees = async (page: Page) => ({
  outbox: (await page.request.get("/api/outbox")).status(),
  desk: (await page.request.get("/api/stations/front-desk")).status(),
  presets: (await (await page.request.get("/api/stations/kiosk")).text()).includes("presets"),
  kept: await page.evaluate(() => JSON.stringify(localStorage).includes("presets")),
});
const nothing = { outbox: 403, desk: 403, presets: false, kept: false };
const accessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

test("a kiosk's page asks for the passcode, and its session can only take leads there", async ({ page, foyer }) => {
  await page.goto("/kiosk/kiosk");
  await page.getByLabel("Staff passcode").fill("wrong");
  await page.getByLabel("Staff passcode").press("Enter");
  await expect(page.getByText("That passcode isn’t right.")).toBeVisible();
  await accessible(page);
  await typePasscode(page);
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  expect(await sees(page)).toEqual(nothing);

  const consent = {
    version: "1",
    text: "You may contact me about homes by the ways I ticked. This is not a condition of buying anything.",
    language: "en",
    at: new Date().toISOString(),
    by: "self",
  };
  const create = async (station: string) =>
    page.request.post("/api/leads", {
      headers: { "idempotency-key": randomUUID() },
      data: {
        station,
        capturedAt: new Date().toISOString(),
        lead: { firstName: "Tablet Sample", phones: ["4155550134"] },
        ...(station === "kiosk" && { consent: { ...consent, channels: {} } }),
      },
    });
  expect([(await create("kiosk")).ok(), (await create("front-desk")).status()]).toEqual([true, 403]);
  const names = async () => (await foyer.leads()).map(({ stored }) => stored["firstName"]);
  await expect.poll(names).toEqual(["Tablet Sample"]);

  await page.goto("/outbox");
  await typePasscode(page);
  await expect(page.getByRole("heading", { name: "Outbox" })).toBeVisible();
});

test("staff who open a kiosk's page hand the tablet over, or only look", async ({ page }) => {
  await page.goto("/settings/kiosk");
  await typePasscode(page);
  await expect(page.getByRole("heading", { name: "Welcome tablet" })).toBeVisible();
  const station = (await (await page.request.get("/api/stations/kiosk")).json()) as object;
  const event = { address: "12 Sample Street", date: "2026-01-15" };
  expect((await page.request.put("/api/stations/kiosk", { data: { ...station, event } })).ok()).toBe(true);
  await page.goto("/kiosk/kiosk");
  await expect(page.getByRole("heading", { name: "Is this tablet for visitors?" })).toBeFocused();
  const note = page.getByText("12 Sample Street was set for 2026-01-15, not today.");
  await expect(note).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "I’m only looking" }).click();
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  await expect(note).toHaveCount(0);
  await expect(page.getByText("12 Sample Street")).toHaveCount(0);
  expect((await page.request.put("/api/stations/kiosk", { data: station })).ok()).toBe(true);
  expect((await sees(page)).outbox).toBe(200);

  await page.reload();
  await page.getByRole("button", { name: "Hand it over" }).click();
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  expect(await sees(page)).toEqual(nothing);
  await page.goto("/outbox");
  await expect(page.getByLabel("Staff passcode")).toBeVisible();
});

test("a kiosk whose session ended keeps what visitors gave it until staff sign in, and sends it once", async ({
  page,
  foyer,
  playwright,
}) => {
  test.slow();
  await page.goto("/kiosk/kiosk");
  await typePasscode(page);
  const take = async (name: string) => {
    await page.getByRole("button", { name: "Tap to sign in" }).click();
    await page.getByLabel("First name").pressSequentially(name);
    await page.getByLabel("Phone 1").pressSequentially("4155550188");
    const forward = page.getByRole("button", { name: /^(Continue|Finish)$/ });
    for (let last = false; !last;) {
      last = (await forward.innerText()) === "Finish";
      const heading = await page.getByRole("heading", { level: 1 }).innerText();
      await forward.click();
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(heading);
    }
  };
  const named = async (name: string) =>
    (await foyer.leads()).filter(({ stored }) => stored["firstName"] === name).length;
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  // Staff end every session but their own, at another device.
  const office = await playwright.request.newContext({ baseURL: foyer.url });
  await office.post("/api/session", { data: { passcode } });
  expect((await office.delete("/api/sessions")).status()).toBe(204);

  await take("Left Early");
  await expect(page.getByText("Staff need to sign in on this device first.")).toBeVisible();
  // The visitor leaves; what the page holds names nobody.
  await page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
  await expect(page.getByText("For staff: 1 sign-in waits on this page")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes("Left Early"))).toBe(false);
  await accessible(page);
  await take("Is Still Here");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await typePasscode(page);
  await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
  for (const name of ["Left Early", "Is Still Here"]) await expect.poll(() => named(name)).toBe(1);
  expect(await sees(page)).toEqual(nothing);
  await page.getByRole("button", { name: "Done, next visitor" }).click();
  await expect(page.getByText("For staff")).toHaveCount(0);
  await office.dispose();
});
