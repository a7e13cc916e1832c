import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Foyer } from "../foyer.ts";
import { startBrowser } from "../profile.ts";

/**
 * Chromium writes localStorage to disk up to minutes late. A browser that is killed a second after a change still opens
 * with that change.
 */

let profile = "";
test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), "foyer-profile-"));
});
test.afterEach(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));

/** Longer than Chromium waits before it writes localStorage for the first time. */
const writtenMs = 7_000;
const afterMs = 1_000;

/** The browser opens again, and the desk offers no unfinished lead. */
async function offersNothing({ url }: Foyer): Promise<void> {
  const { page, kill } = await startBrowser(profile);
  await page.goto(`${url}/s/front-desk`);
  await expect(page.getByLabel("First name")).toBeEditable();
  await page.waitForTimeout(2_000);
  await expect(page.getByText("Unfinished lead")).toHaveCount(0);
  await kill();
}

test("the last key of a lead is there again", async ({ foyer }) => {
  test.setTimeout(120_000);
  const first = await startBrowser(profile);
  await first.page.goto(`${foyer.url}/s/front-desk`);
  const name = first.page.getByLabel("First name");
  let typed = "";
  // After its first writes Chromium writes less often.
  for (let word = 0; word < 8; word++) {
    await name.pressSequentially(`Word${word} `);
    typed += `Word${word} `;
    await first.page.waitForTimeout(2_000);
  }
  await name.pressSequentially("end");
  await first.page.waitForTimeout(afterMs);
  await first.kill();

  const second = await startBrowser(profile);
  await second.page.goto(`${foyer.url}/s/front-desk`);
  await expect(second.page.getByText(`Unfinished lead on this device: ${typed}end`)).toBeVisible();
  await second.page.getByRole("button", { name: "Go on with it" }).click();
  await expect(second.page.getByLabel("First name")).toHaveValue(`${typed}end`);
  await second.kill();
});

test("a lead that Lofty has is not offered as unfinished", async ({ foyer }) => {
  test.setTimeout(120_000);
  const first = await startBrowser(profile);
  await first.page.goto(`${foyer.url}/s/front-desk`);
  await first.page.getByLabel("First name").pressSequentially("Delivered Sample");
  await first.page.getByRole("textbox", { name: "Email 1" }).pressSequentially("delivered@example.com");
  await first.page.waitForTimeout(writtenMs);
  await first.page.getByRole("button", { name: "Send now" }).click();
  const sent = async () => (await foyer.leads()).filter(({ stored }) => stored["firstName"] === "Delivered Sample");
  await expect.poll(async () => (await sent()).length).toBe(1);
  await expect(first.page.getByLabel("First name")).toHaveCount(0);
  await first.page.waitForTimeout(afterMs);
  await first.kill();

  await offersNothing(foyer);
});

test("what a visitor answered and passed with Continue is in the lead", async ({ foyer }) => {
  test.setTimeout(180_000);
  const first = await startBrowser(profile);
  await first.page.goto(`${foyer.url}/kiosk/kiosk`);
  await first.page.getByRole("button", { name: "Tap to sign in" }).click();
  await first.page.getByLabel("First name").pressSequentially("Continued Sample");
  await first.page.getByLabel("Phone 1").pressSequentially("415 555 0142");
  await first.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(first.page.getByRole("heading", { name: "While you’re here" })).toBeFocused();
  await first.page.getByRole("group", { name: "When would you like to buy?" }).getByText("3 to 6").click();
  await first.page.getByRole("button", { name: "Continue" }).click();
  await expect(first.page.getByRole("heading", { name: "While you’re here" })).toHaveCount(0);
  await first.page.waitForTimeout(afterMs);
  await first.kill();

  const second = await startBrowser(profile);
  await second.page.goto(`${foyer.url}/kiosk/kiosk`);
  const stored = async () =>
    (await foyer.leads()).map((lead) => lead.stored).filter(({ firstName }) => firstName === "Continued Sample");
  await expect.poll(async () => (await stored()).length, { timeout: 120_000 }).toBe(1);
  expect(await stored()).toEqual([expect.objectContaining({ buyingTimeFrame: "3-6" })]);
  await second.kill();
});

test("a device that was cleared stays clear", async ({ foyer }) => {
  test.setTimeout(120_000);
  const first = await startBrowser(profile);
  await first.page.goto(`${foyer.url}/s/front-desk`);
  await first.page.getByLabel("First name").pressSequentially("Cleared Sample");
  await first.page.waitForTimeout(writtenMs);
  await first.page.goto(`${foyer.url}/settings`);
  await first.page.getByRole("button", { name: "Clear this device" }).click();
  await first.page.getByRole("dialog").getByRole("button", { name: "Clear this device" }).click();
  await expect(first.page).toHaveURL(`${foyer.url}/`);
  await first.page.waitForTimeout(afterMs);
  await first.kill();

  await offersNothing(foyer);
});
