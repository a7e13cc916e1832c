import { expect, test } from "../foyer.ts";
import { handOver, passcode, pin, typePasscode, unlock } from "../handedOver.ts";
import { sendLead } from "../sendLead.ts";
import { tracesIn } from "./everyTrace.ts";

test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });

test("what staff looked at and copied is not there for the visitor after them", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/outbox");
  await typePasscode(page);
  await sendLead(page, { firstName: "Canary", lastName: "Lookedatsample", phones: ["415 555 0101"] });
  await page.goto("/today?station=front-desk");
  await page.getByRole("link", { name: "Canary Lookedatsample", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Canary Lookedatsample" })).toBeVisible();
  await page.evaluate(() => navigator.clipboard.writeText("Lookedatsample"));
  await page.goto("/kiosk/kiosk");
  await handOver(page);
  expect(await tracesIn(page, ["Lookedatsample"], { memory: false })).toEqual([]);

  await page.getByRole("button", { name: "Tap to sign in" }).click();
  const name = page.getByLabel("First name");
  await name.focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(name).toHaveValue("");
  // What one visitor copies, the next cannot paste. It also stays in its box.
  await name.pressSequentially("Copied Sample");
  for (const key of ["c", "x"]) {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press(`ControlOrMeta+${key}`);
  }
  await expect(name).toHaveValue("Copied Sample");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("");
});

for (const how of ["whole", "behind its cookie"])
  test(`a PIN whose answer is lost ${how} opens when it is typed again`, async ({ page }) => {
    await page.goto("/kiosk/kiosk");
    await typePasscode(page);
    await handOver(page);
    await page.route(
      "**/api/session/pin",
      async (route) => {
        const request = route.request();
        // Playwright's own fetch stores the cookie of the answer in the browser.
        if (how === "behind its cookie") await route.fetch();
        else
          await fetch(request.url(), {
            method: "POST",
            headers: await request.allHeaders(),
            body: String(request.postData()),
          });
        await route.abort();
      },
      { times: 1 },
    );
    await unlock(page, pin);
    await expect(page.getByText(/can’t reach the office/)).toBeVisible();
    await page.getByLabel("Staff PIN or passcode").fill(pin);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(page).toHaveURL(/\/$/);
  });

test("no saved passcode is offered on a tablet that visitors have", async ({ page, foyer }) => {
  await page.goto("/outbox");
  await expect(page.getByLabel("Staff passcode")).toHaveAttribute("autocomplete", "current-password");
  await typePasscode(page);
  await page.goto("/kiosk/kiosk");
  await handOver(page);
  const staff = { cookie: "" };
  const opened = await fetch(`${foyer.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ passcode }),
  });
  staff.cookie = String(opened.headers.getSetCookie()[0]?.split(";")[0]);
  await fetch(`${foyer.url}/api/sessions`, { method: "DELETE", headers: staff });
  await page.reload();
  await expect(page.getByLabel("Staff passcode")).toHaveAttribute("autocomplete", "one-time-code");
});
