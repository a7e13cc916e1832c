import type { Page } from "@playwright/test";
import { atOpenHouse, cachedPaths, expect, test } from "../foyer.ts";

/** The session ends during work. Leads wait on the device until someone signs in, here or in another tab. */

const passcode = "sample-passcode";
test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });

test.beforeEach(async ({ page }) => {
  expect((await page.request.post("/api/session", { data: { passcode } })).ok()).toBe(true);
});

async function saveSignedOut(page: Page, name: string): Promise<void> {
  await page.getByLabel("First name").fill(name);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`Saved on this computer: ${name}. Sign in to send it.`)).toBeVisible();
}

const typePasscode = async (page: Page, typed: string) => {
  await page.getByLabel("Staff passcode").fill(typed);
  await page.getByLabel("Staff passcode").press("Enter");
};

const staffLinks = ["Today", "Before you leave", "Paper and CSV", "Outbox", "Devices", "Settings"];

for (const width of [1440, 390])
  test(`${width} px wide: the list of stations leads staff to each of their pages, and nobody else`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const name of staffLinks) {
      await page.goto("/");
      const links = page.getByRole("navigation").getByRole("link");
      await expect(links).toHaveText(staffLinks);
      await links.filter({ hasText: name }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(name.replace("Paper and CSV", "Key in paper"));
    }
    await page.context().clearCookies();
    await page.goto("/");
    await expect(page.getByLabel("Staff passcode")).toBeVisible();
    await expect(page.getByRole("link")).toHaveCount(0);
  });

test("agent: signing in sends the waiting leads and keeps the text being typed", async ({ page, foyer }) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await expect(page.getByRole("link", { name: "All in the sandbox" })).toBeVisible();
  await saveSignedOut(page, "Signed Out");
  await saveSignedOut(page, "Also Out");
  await expect(page.getByRole("link", { name: "2 waiting" })).toBeVisible();
  await page.getByLabel("First name").fill("Half Typed");

  const line = page.getByRole("status").filter({ hasText: "Signed Out" });
  await line.getByRole("button", { name: "Sign in" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in" });
  await typePasscode(page, "wrong");
  await expect(dialog.getByText("That passcode isn’t right.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(line.getByRole("button", { name: "Sign in" })).toBeFocused();
  await page.keyboard.press("Enter");
  await typePasscode(page, passcode);
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Saved Signed Out.")).toBeVisible();
  await expect(page.getByText("Saved Also Out.")).toBeVisible();
  await expect(line).toBeFocused();
  await expect(page.getByLabel("First name")).toHaveValue("Half Typed");
  await expect(page.getByRole("link", { name: "All in the sandbox" })).toBeVisible();
  const names = async () =>
    (await foyer.leads())
      .map(({ stored }) => String(stored["firstName"]))
      .filter((name) => name === "Signed Out" || name === "Also Out")
      .toSorted();
  await expect.poll(names).toEqual(["Also Out", "Signed Out"]);
});

test("agent: signing in in another tab sends the waiting leads, and so does the outbox of a device that is signed in", async ({
  page,
  context,
  foyer,
}) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await saveSignedOut(page, "Other Tab");
  const other = await context.newPage();
  await other.goto("/outbox");
  await typePasscode(other, passcode);
  // The page's own next try would come 30 s after the last.
  await expect(page.getByText("Saved Other Tab.")).toBeVisible({ timeout: 15_000 });
  await expect(other.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();

  await saveSignedOut(page, "Still Here");
  await other.request.post("/api/session", { data: { passcode } });
  await page.close();
  await other.reload();
  const sent = async () => (await foyer.leads()).filter(({ received }) => received["firstName"] === "Still Here");
  await expect.poll(async () => (await sent()).length).toBe(1);
  await expect(other.getByText(/only on this computer/)).toHaveCount(0);
});

test("front desk: the receipt asks to sign in, and then shows the lead's number", async ({ page }) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Desk Out");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("heading", { name: "Saved on this computer" })).toBeFocused();
  await expect(page.getByText("Sign in to send it.")).toBeVisible();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Staff passcode").pressSequentially("half-");
  // The page comes back from a password manager and tries again. The dialog and what was typed stay.
  for (const fails of [false, true]) {
    const answered = page.waitForEvent("requestfinished", (request) => request.url().endsWith("/api/leads"));
    const failed = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/api/leads"));
    if (fails) await page.route("/api/leads", (route) => route.abort());
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await (fails ? failed : answered);
    await expect(page.getByLabel("Staff passcode")).toHaveValue("half-");
  }
  await page.unroute("/api/leads");
  await typePasscode(page, passcode);
  await expect(page.getByRole("heading", { name: "In the sandbox" })).toBeFocused();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
});

test("a page that stays open after the session has ended asks to sign in and keeps what was typed", async ({
  page,
}) => {
  const before: unknown = await (await page.request.get("/api/stations/front-desk")).json();
  await page.goto("/settings/front-desk");
  const name = page.getByLabel("Station name");
  await name.press("End");
  await name.pressSequentially(" North");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save for every device" }).click();
  const note = page.getByRole("alert").filter({ hasText: "Your session has ended." });
  await note.getByRole("button", { name: "Sign in" }).click();
  await typePasscode(page, passcode);
  await expect(note).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(name).toHaveValue("Front desk, main office North");
  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();
  await page.request.put("/api/stations/front-desk", { data: before });

  // A list that is not touched says it too, when it is next looked at.
  await page.goto("/outbox");
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeFocused();
  await page.context().clearCookies();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await expect(note).toBeVisible();
});

test("a page that asks for the passcode opens when somebody signs in in another tab, also while it still loads", async ({
  page,
  context,
}) => {
  await page.context().clearCookies();
  const [loading, other] = [await context.newPage(), await context.newPage()];
  const held = Promise.withResolvers<void>();
  await loading.route(/\/assets\/SignIn-.*\.js$/, async (route) => {
    await held.promise;
    await route.continue();
  });
  const refused = loading.waitForResponse((response) => response.status() === 401);
  await loading.goto("/outbox");
  await refused;
  for (const tab of [page, other]) {
    await tab.goto("/outbox");
    await expect(tab.getByLabel("Staff passcode")).toBeVisible();
  }
  await typePasscode(other, passcode);
  for (const tab of [other, page]) await expect(tab.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();
  held.resolve();
  await expect(loading.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();
});

test("signing out removes staff data from the device, but keeps the unfinished lead", async ({ page }) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").pressSequentially("Unfinished");
  await expect(page.getByText("Draft kept")).toBeVisible();
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(kept).toMatch(/presets.*|vocabulary/);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByLabel("Staff passcode")).toBeVisible();
  expect(await kept()).not.toMatch(/presets|vocabulary/);
  expect(await kept()).toContain("Unfinished");
});

test.describe("with the service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("signing out removes the cached station pages", async ({ page }) => {
    const kept = () => cachedPaths(page, "foyer-pages");
    await page.goto("/");
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await page.reload();
    await expect.poll(kept).toEqual(expect.arrayContaining(["/s/open-house", "/s/front-desk"]));
    await page.goto("/settings");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByLabel("Staff passcode")).toBeVisible();
    expect(await kept()).toEqual([]);
  });
});
