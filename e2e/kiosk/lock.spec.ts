import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "../foyer.ts";
import { handOver, passcode, pin, typePasscode, unlock } from "../handedOver.ts";
import { startBrowser } from "../profile.ts";

test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });

test("a PIN that reaches the proxy after staff have gone back opens nothing in front of the next visitor", async ({
  page,
}) => {
  await page.goto("/kiosk/kiosk");
  await typePasscode(page);
  await handOver(page);
  let pass = () => {};
  const held = new Promise<void>((resolve) => (pass = resolve));
  let answered = false;
  await page.route("**/api/session/pin", async (route) => {
    await held;
    await route.continue().catch(() => undefined);
    answered = true;
  });
  const asked = page.waitForRequest("**/api/session/pin");
  await unlock(page, pin);
  await asked;
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").pressSequentially("Next Sample");
  pass();
  await expect.poll(() => answered).toBe(true);
  await page.waitForTimeout(1_000);
  await expect(page.getByLabel("First name")).toHaveValue("Next Sample");
});

test("a tablet whose browser is killed right after the hand-over is the visitors', without staff's data", async ({
  foyer,
}) => {
  const profile = await mkdtemp(join(tmpdir(), "foyer-profile-"));
  const first = await startBrowser(profile);
  await first.page.goto(`${foyer.url}/s/front-desk`);
  await typePasscode(first.page);
  await expect(first.page.getByLabel("First name")).toBeEditable();
  // Chromium has written localStorage once, and writes it again only some time after the hand-over.
  await first.page.waitForTimeout(7_000);
  await first.page.goto(`${foyer.url}/kiosk/kiosk`);
  await handOver(first.page);
  await first.page.waitForTimeout(1_000);
  await first.kill();

  const second = await startBrowser(profile);
  await second.page.goto(`${foyer.url}/s/front-desk`);
  await expect(second.page).toHaveURL(`${foyer.url}/kiosk/kiosk`);
  const kept = await second.page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((key) => /^foyer:(station:front-desk|stations|vocabulary)/.test(key))).toEqual([]);
  await second.kill();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
