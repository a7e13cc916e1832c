import type { Locator, Page } from "@playwright/test";
import { everythingKept } from "./everyTrace.ts";
import { expect, test, type Foyer } from "../foyer.ts";
import { holdStorage, releaseStorage } from "../holdStorage.ts";
import { resize } from "../resize.ts";
import { forward, walkToTheEnd } from "../visitor.ts";

/** A visit at the kiosk: before Sign in, leaving discards the answers; after Sign in, leaving finishes. */

const begin = async (page: Page, name: string) => {
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").pressSequentially(name);
  await page.getByLabel("Phone 1").pressSequentially("415 555 0142");
};
const signIn = async (page: Page) => {
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "While you’re here" })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "You’re signed in." })).toBeVisible();
};
const tap = (page: Page, question: string, answer: string) =>
  page.getByRole("group", { name: question }).getByText(answer, { exact: true }).click();
const stored = async (foyer: Foyer, name: string) =>
  (await foyer.leads()).filter((lead) => lead.stored["firstName"] === name).map((lead) => lead.stored);

for (const [width, height] of [
  [1180, 820],
  [1180, 400],
  [820, 1180],
  [390, 844],
  [390, 450],
] as const)
  test(`Sign in is in sight at ${width} by ${height}, also below a long form`, async ({ page }) => {
    await page.setViewportSize({ width: 1180, height: 820 });
    await begin(page, "Seen Sample");
    await page.getByLabel("Email 1").focus();
    await resize(page, width, height);
    const button = page.getByRole("button", { name: "Sign in", exact: true });
    await expect.poll(() => isInSight(button)).toBe(true);
    // The box in use is in sight too, between the upper edge and the button.
    await expect.poll(() => isInSight(page.getByLabel("Email 1"))).toBe(true);
    await page.getByLabel("First name").fill("");
    await page.getByLabel("Phone 1").fill("");
    await button.click();
    await expect(page.getByRole("alert")).toBeFocused();
    await expect.poll(() => isInSight(button)).toBe(true);
  });

test("Done adds the answers given after Sign in to the same lead", async ({ page, foyer }) => {
  const bodies: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/leads") && bodies.push(request.postData() ?? ""));
  await begin(page, "Finished Sample");
  await page.getByRole("button", { name: "One more" }).click();
  await page.getByRole("button", { name: "One more" }).click();
  await expect(page.getByRole("group", { name: "How many of you?" })).toContainText("3 of us");
  await signIn(page);
  await tap(page, "When would you like to buy?", "3 to 6");
  await tap(page, "Are you working with an agent?", "No");
  expect(bodies).toEqual([]);
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
  await expect.poll(() => stored(foyer, "Finished Sample")).toHaveLength(1);
  expect((await stored(foyer, "Finished Sample"))[0]).toMatchObject({ buyingTimeFrame: "3-6", withBuyerAgent: "No" });
  expect((await stored(foyer, "Finished Sample"))[0]?.["content"]).toMatch(/^Party of 3$/m);
  expect(bodies).toHaveLength(1);
});

test("the screen goes off for a moment after Sign in: the later answers are still in the lead", async ({
  page,
  foyer,
}) => {
  await begin(page, "Slept Sample");
  await signIn(page);
  for (const state of ["hidden", "visible"]) {
    await page.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => now });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, state);
    await page.waitForTimeout(1_000);
  }
  await tap(page, "When would you like to buy?", "3 to 6");
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
  await expect.poll(() => stored(foyer, "Slept Sample")).toHaveLength(1);
  expect((await stored(foyer, "Slept Sample"))[0]).toMatchObject({ buyingTimeFrame: "3-6" });
});

test("Skip leaves out what was tapped on the page", async ({ page, foyer }) => {
  await begin(page, "Skipped Sample");
  await signIn(page);
  await tap(page, "When would you like to buy?", "6 to 12");
  for (const title of ["While you’re here", "A few more questions"]) {
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await page.getByRole("button", { name: "Skip these" }).click();
  }
  await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
  await expect.poll(() => stored(foyer, "Skipped Sample")).toHaveLength(1);
  expect((await stored(foyer, "Skipped Sample"))[0]).not.toHaveProperty("buyingTimeFrame");
});

/** Ways to leave the page, each with the time that it takes. */
const exits: Record<string, (page: Page) => Promise<unknown>> = {
  "walking away": async (page) => {
    await page.clock.runFor(61_000);
    await page.clock.runFor(31_000);
  },
  reload: (page) => page.reload(),
  "the browser's Back": (page) => page.goBack(),
  "another address": (page) => page.goto("/embed/website"),
};

for (const [how, leave] of Object.entries(exits))
  test(`${how}: discards a visitor who has not signed in, and finishes for one who has`, async ({ page, foyer }) => {
    await page.clock.install();
    await page.goto("/embed/website");
    await begin(page, `Left by ${how}`);
    // The search for traces finds them while they are there.
    expect(await kept(page)).toContain(`Left by ${how}`);
    await leave(page);
    await page.goto("/embed/website");
    await begin(page, `Signed by ${how}`);
    await signIn(page);
    await tap(page, "When would you like to buy?", "1 to 3");
    await leave(page);
    await expect.poll(() => stored(foyer, `Signed by ${how}`)).toHaveLength(1);
    // What was tapped but not confirmed is left out: the lead goes as it was at Sign in.
    expect((await stored(foyer, `Signed by ${how}`))[0]).not.toHaveProperty("buyingTimeFrame");
    expect(await stored(foyer, `Left by ${how}`)).toEqual([]);
    await page.goto("/kiosk/kiosk");
    await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
    expect((await kept(page)).match(/(Left|Signed) by|555 ?0142/g)).toBeNull();
    // Undo brings back nothing of an earlier visitor.
    await page.getByRole("button", { name: "Tap to sign in" }).click();
    await page.getByLabel("First name").click();
    for (let times = 0; times < 3; times++) await page.keyboard.press("Control+z");
    await expect(page.getByLabel("First name")).toHaveValue("");
    await expect(page.getByLabel("Phone 1")).toHaveValue("");
  });

test("the page says that a visitor is signed in once the lead is on disk", async ({ page }) => {
  await page.clock.install();
  await begin(page, "Stored Sample");
  await holdStorage(page);
  await forward(page).click();
  await forward(page).click();
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
  await expect(page.getByText("You’re signed in.")).toHaveCount(0);
  await releaseStorage(page);
  await expect(page.getByText("You’re signed in.")).toBeVisible();
});

test("a double tap on Sign in does not press Done", async ({ page }) => {
  await begin(page, "Double Sample");
  await forward(page).dblclick();
  await expect(page.getByRole("heading", { name: "While you’re here" })).toBeVisible();
});

test("the count shows from five characters left, and larger text lasts for one visitor", async ({ page }) => {
  await begin(page, "Abcdefghijklmnopqrstuvwx");
  await expect(page.getByText("6 left")).toBeHidden();
  await page.getByLabel("First name").press("End");
  await page.getByLabel("First name").pressSequentially("y");
  await expect(page.getByText("5 left").first()).toBeVisible();
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(await size()).toBe("16px");
  await page.getByRole("button", { name: "Larger text" }).click();
  expect(await size()).toBe("20px");
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("button", { name: "Clear answers" }).click();
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  expect(await size()).toBe("16px");
});

/** The whole element is on the screen and nothing covers its middle. */
const isInSight = (locator: Locator) =>
  locator.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return top >= 0 && bottom <= window.innerHeight && right <= window.innerWidth && element.contains(above);
  });

const kept = async (page: Page) => Object.values(await page.evaluate(everythingKept)).join("\n");
