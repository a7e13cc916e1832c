import { expect, test } from "./foyer.ts";
import { handOver, passcode, pin, typePasscode, unlock } from "./handedOver.ts";

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
  await unlock(page, pin);
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").pressSequentially("Next Sample");
  pass();
  await expect.poll(() => answered).toBe(true);
  await page.waitForTimeout(1_000);
  await expect(page.getByLabel("First name")).toHaveValue("Next Sample");
});
