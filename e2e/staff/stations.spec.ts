import { atOpenHouse, expect, test } from "../foyer.ts";
import { forward, walkToTheEnd } from "../visitor.ts";

test("an unknown address shows an error and a link to the stations", async ({ page }) => {
  expect((await page.goto("/nowhere"))?.status()).toBe(404);
  for (const path of ["/nothing", "/today/x", "/s", "/outbox/a/b", "/settings/a/b", "/kiosk/kiosk/x"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "There is nothing at this address." })).toBeFocused();
  }
  for (const path of ["/s/nope", "/kiosk/nope", "/embed/nope", "/settings/nope"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "There is no station at this address." })).toBeFocused();
  }
  await page.getByRole("link", { name: "Go to the stations" }).click();
  await expect(page.getByRole("heading", { name: "Stations" })).toBeVisible();
});

test("every ready station opens from the picker and sends a lead", async ({ page, foyer }) => {
  await atOpenHouse(page);
  for (const [station, name] of [
    ["Open house", "Arrival"],
    ["Front desk, main office", "Desk"],
  ] as const) {
    await page.goto("/");
    await page.getByRole("link", { name: new RegExp(`^${station}`) }).click();
    await page.getByLabel("First name").fill(`${name} Sample`);
    await page.getByRole("button", { name: /^(Save|Send now)$/ }).click();
    await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
  }
  await page.goto("/");
  await page.getByRole("link", { name: /^Website form/ }).click();
  await page.getByLabel("First name").fill("Website Sample");
  await page.getByLabel("Email 1").fill("website.sample@example.com");
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await expect
    .poll(async () => names(await foyer.leads()))
    .toEqual(expect.arrayContaining(["Arrival Sample", "Desk Sample", "Website Sample"]));
});

test("kiosk: a visitor's consent sets Lofty's flags, and the next visitor sees an empty form", async ({
  page,
  foyer,
}) => {
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").fill("Kiosk Sample");
  await forward(page).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Enter a phone number or an email" })).toBeVisible();
  await page.getByLabel("Phone 1").fill("415 555 0177");
  await page.getByRole("checkbox", { name: "Call", exact: true }).check();
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
  await expect(page.getByText("Kiosk Sample")).toHaveCount(0);
  await page.getByRole("button", { name: "Done, next visitor" }).click();
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("");
  await expect(page.getByLabel("Phone 1")).toHaveValue("");

  await expect.poll(async () => names(await foyer.leads())).toContain("Kiosk Sample");
  const lead = (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Kiosk Sample");
  expect(lead?.stored).toMatchObject({ cannotText: true, cannotCall: false, source: "Open House", language: "en" });
  expect(lead?.stored).not.toHaveProperty("cannotEmail");
});

test("kiosk: an abandoned form is cleared after a warning, and its answers are not sent", async ({ page, foyer }) => {
  await page.clock.install();
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").pressSequentially("Walked");
  // Real time passes too, on a busy machine several seconds.
  await page.clock.runFor(45_000);
  await expect(page.getByRole("heading", { name: "Still there?" })).toBeHidden();
  await page.clock.runFor(16_000);
  // The visitor was still typing.
  await expect(page.getByRole("button", { name: "I’m still here" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("heading", { name: "Still there?" })).toBeHidden();
  await page.keyboard.type(" Off");
  await expect(page.getByLabel("First name")).toHaveValue("Walked Off");
  await page.clock.runFor(61_000);
  await expect(page.getByRole("heading", { name: "Still there?" })).toBeVisible();
  await page.clock.runFor(31_000);
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("");
  expect(names(await foyer.leads())).not.toContain("Walked Off");
});

test("kiosk: an unsent lead disappears from the screen with its visitor, and is sent when the network is back", async ({
  page,
  foyer,
}) => {
  let isDown = true;
  await page.clock.install();
  await page.route("**/api/leads", (route) => (isDown ? route.abort() : route.continue()));
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").fill("No Network");
  await page.getByLabel("Phone 1").fill("415 555 0188");
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Done" })).toBeVisible();
  // Without a press the screen clears after 10 s, long before the idle time.
  await page.clock.runFor(11_000);
  await expect(page.getByText("For staff: 1 sign-in waits on this tablet for the network.")).toBeVisible();
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("");
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes("No Network"))).toBe(false);
  isDown = false;
  await page.clock.runFor(31_000);
  await expect
    .poll(async () => names(await foyer.leads()).filter((name) => name === "No Network"))
    .toEqual(["No Network"]);
});

test("kiosk: a tablet that was asleep shows nothing of the last visitor", async ({ page }) => {
  await page.clock.install();
  await page.goto("/kiosk/kiosk");
  const begin = async () => {
    await page.getByRole("button", { name: "Tap to sign in" }).click();
    await page.getByLabel("First name").fill("Fell Asleep");
  };
  /** Simulates sleep: time passes, but no timer runs. */
  const sleep = async (seconds: number) =>
    page.clock.setSystemTime((await page.evaluate(() => Date.now())) + seconds * 1000);
  /** Not a real tap, because the form may already be cleared. */
  const touch = () => page.evaluate(() => window.dispatchEvent(new PointerEvent("pointerdown")));
  await begin();
  await sleep(7200);
  await touch();
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveCount(0);

  await begin();
  await sleep(7200);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();

  await begin();
  await sleep(75);
  await touch();
  await page.getByRole("button", { name: "I’m still here" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("Fell Asleep");
});

const names = (leads: readonly { stored: Record<string, unknown> }[]) => leads.map(({ stored }) => stored["firstName"]);
