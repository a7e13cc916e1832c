import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { accessible } from "../accessible.ts";
import { expect, test } from "../foyer.ts";
import { handOver, passcode, pin, typePasscode, unlock } from "../handedOver.ts";
import { walkToTheEnd } from "../visitor.ts";

/** A kiosk's session can create leads at its station and do nothing else. */

test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });

/** Addresses that a visitor may type. */
const waysOut = [
  ...["/", "/outbox", "/outbox/x", "/today", "/settings", "/settings/kiosk", "/s/open-house", "/s/front-desk"],
  ...["/s/kiosk", "/embed/website", "/embed/kiosk", "/kiosk/nope", "/kiosk/kiosk/x", "/nowhere", "/?a=/kiosk/kiosk"],
];

/** Ways out of the page itself. Runs in the page. */
function leaks(): readonly string[] {
  const refused = (name: string) => {
    const event = new MouseEvent(name, { bubbles: true, cancelable: true });
    return !document.querySelector("h1")?.dispatchEvent(event);
  };
  const heading = document.querySelector("h1");
  return [
    ...(document.querySelector("a[href], iframe, object, embed") ? ["a link or a frame"] : []),
    ...(refused("contextmenu") ? [] : ["the browser's menu"]),
    ...(refused("dragstart") ? [] : ["dragging"]),
    ...(heading && getComputedStyle(heading).userSelect === "none" ? [] : ["selecting"]),
  ];
}

/** What this browser can read from Foyer, and what it has stored. */
const sees = async (page: Page) => ({
  outbox: (await page.request.get("/api/outbox")).status(),
  desk: (await page.request.get("/api/stations/front-desk")).status(),
  presets: (await (await page.request.get("/api/stations/kiosk")).text()).includes("presets"),
  kept: await page.evaluate(() => /presets|foyer:(vocabulary|who|event)/.test(JSON.stringify(localStorage))),
});
const nothing = { outbox: 403, desk: 403, presets: false, kept: false };
test("a kiosk's page asks for the passcode, and its session can only create leads there", async ({ page, foyer }) => {
  await page.goto("/kiosk/kiosk");
  await page.getByLabel("Staff passcode").fill("wrong");
  await page.getByLabel("Staff passcode").press("Enter");
  await expect(page.getByText("That passcode isn’t right.")).toBeVisible();
  await accessible(page);
  await typePasscode(page);
  // The first opening asks for the event and the PIN.
  await page.getByRole("button", { name: "Hand it over" }).click();
  await expect(page.getByText("Choose today’s event, or “No event today”")).toBeVisible();
  await expect(page.getByText("Enter 6 to 8 digits")).toBeVisible();
  await accessible(page);
  await handOver(page);
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

  const start = page.getByRole("button", { name: "Tap to sign in" });
  const isAtWelcome = async (way: string) => {
    await expect(start, way).toBeVisible();
    expect([way, new URL(page.url()).pathname]).toEqual([way, "/kiosk/kiosk"]);
  };
  for (const path of waysOut) {
    await page.goto(path);
    await isAtWelcome(path);
  }
  for (const path of ["/api/outbox", "/api/today", "/api/stations/front-desk"])
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 403]);
  for (let times = 0; times < 3; times++) await page.goBack();
  await isAtWelcome("Back");
  await page.reload();
  await isAtWelcome("reload");
  await page.keyboard.press("Escape");
  await isAtWelcome("Escape");
  // Inside a visit: no links, no browser menu, nothing to drag or to select.
  await start.click();
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
  expect(await page.evaluate(leaks)).toEqual([]);
  await page.reload();
  await isAtWelcome("reload during a visit");
  await unlock(page, "904418");
  await expect(page.getByText("That PIN isn’t right.")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Back", exact: true }).click();
  expect(await sees(page)).toEqual(nothing);
  await unlock(page, pin);
  await expect(page.getByRole("heading", { name: "Stations" })).toBeVisible();
  await page.goto("/outbox");
  await expect(page.getByRole("heading", { name: "Outbox" })).toBeVisible();
});

test("a kiosk without a network takes leads and does not open; the passcode opens it as well", async ({
  page,
  foyer,
}) => {
  await page.goto("/kiosk/kiosk");
  await typePasscode(page);
  await handOver(page);
  await page.route("**/api/**", (route) => route.abort());
  for (const code of [pin, passcode]) {
    await unlock(page, code);
    await expect(page.getByText("This tablet goes on taking leads.")).toBeVisible();
    await page.getByRole("button", { name: "Back", exact: true }).click();
  }
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").pressSequentially("Without Network");
  await page.getByLabel("Phone 1").pressSequentially("4155550143");
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
  await page.getByRole("button", { name: "Done, next visitor" }).click();
  await page.unroute("**/api/**");
  await expect
    .poll(async () => (await foyer.leads()).map(({ stored }) => stored["firstName"]), { timeout: 40_000 })
    .toContain("Without Network");
  await unlock(page, passcode);
  await expect(page.getByRole("heading", { name: "Stations" })).toBeVisible();
});

test("signing out and handing over in one tab end what staff see in the others", async ({ page, context }) => {
  const other = await context.newPage();
  await page.goto("/settings");
  await typePasscode(page);
  await other.goto("/outbox");
  await expect(other.getByRole("heading", { name: "Outbox" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(other.getByLabel("Staff passcode")).toBeVisible();
  await page.goto("/kiosk/kiosk");
  await typePasscode(page);
  await other.goto("/outbox");
  await expect(other.getByRole("heading", { name: "Outbox" })).toBeVisible();
  await handOver(page);
  await expect(other.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
});

test("staff who open a kiosk's page can hand the tablet over or only look", async ({ page }) => {
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
  await handOver(page);
  expect(await sees(page)).toEqual(nothing);
  await page.goto("/outbox");
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
});

test("a kiosk whose session ended keeps leads until staff sign in, and then sends each once", async ({
  page,
  foyer,
  playwright,
}) => {
  test.slow();
  await page.goto("/kiosk/kiosk");
  await typePasscode(page);
  await handOver(page);
  const take = async (name: string) => {
    await page.getByRole("button", { name: "Tap to sign in" }).click();
    await page.getByLabel("First name").pressSequentially(name);
    await page.getByLabel("Phone 1").pressSequentially("4155550188");
    await walkToTheEnd(page);
  };
  const named = async (name: string) =>
    (await foyer.leads()).filter(({ stored }) => stored["firstName"] === name).length;
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  // Staff end all other sessions from another device.
  const office = await playwright.request.newContext({ baseURL: foyer.url });
  await office.post("/api/session", { data: { passcode } });
  expect((await office.delete("/api/sessions")).status()).toBe(204);

  await unlock(page, pin);
  await expect(page.getByText("Enter the staff passcode.")).toBeVisible();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  const done = page.getByRole("button", { name: "Done, next visitor" });
  for (const [at, name] of ["First Sample", "Second Sample"].entries()) {
    await take(name);
    await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
    await done.click();
    await expect(
      page.getByText(new RegExp(`For staff: ${at + 1} sign-ins? waits? on this tablet until`)),
    ).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.outerHTML.includes("Sample"))).toBe(false);
  }
  await accessible(page);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await typePasscode(page);
  for (const name of ["First Sample", "Second Sample"]) await expect.poll(() => named(name)).toBe(1);
  expect(await sees(page)).toEqual(nothing);
  await expect(page.getByText("For staff")).toHaveCount(0);
  expect((await office.delete("/api/sessions")).status()).toBe(204);
  await unlock(page, passcode);
  await expect(page.getByRole("heading", { name: "Stations" })).toBeVisible();
  await office.dispose();
});
