import { atOpenHouse, expect, test } from "../foyer.ts";
import { openHeld, takenOver } from "../heldPage.ts";

/** Bytes on the network including headers, as browsers count them, without fonts. */
const mostBytes = 25_000;
const mostScripts = 12;
const mostRequests = 20;

for (const path of ["/s/open-house", "/s/front-desk", "/kiosk/kiosk", "/embed/website"])
  test(`${path}: the first screen is one small response, and a visit needs few requests`, async ({ page }) => {
    if (path === "/s/open-house") await atOpenHouse(page);
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
    const answer = await page.goto(path);
    const { responseBodySize, responseHeadersSize } = (await answer?.request().sizes()) ?? {};
    expect((responseBodySize ?? Infinity) + (responseHeadersSize ?? 0)).toBeLessThan(mostBytes);
    const start = page.getByRole("button", { name: "Tap to sign in" });
    await expect(path === "/kiosk/kiosk" ? start : page.getByLabel("First name")).toBeVisible();

    // Leaves the page first: it asks for its scripts again.
    await page.goto("about:blank");
    await page.unroute(/\/assets\/.*\.js$/);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(path);
    await expect(page).toHaveTitle(/ · |Foyer/);
    await page.waitForLoadState("networkidle");
    expect(asked.filter((one) => one.endsWith(".js")).length, asked.join("\n")).toBeLessThanOrEqual(mostScripts);
    expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(mostRequests);
    expect(said.filter((text) => text.includes("MISSING_MESSAGE"))).toEqual([]);
  });

test("on a slow line the fonts wait for the app, and the next visit shows them", async ({ page }) => {
  await page.route("/embed/website", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  const asked: string[] = [];
  page.on("request", (request) => request.url().endsWith(".woff2") && asked.push(request.url()));
  const letThrough = await openHeld(page, "/embed/website");
  await page.getByLabel("First name").focus();
  expect(asked).toEqual([]);
  letThrough();
  await takenOver(page);
  await expect.poll(() => asked.length).toBe(2);
  await expect(page.locator("html[data-fonts]")).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("foyer:fonts"))).toBe("true");
  await page.reload();
  await expect(page.locator("html[data-fonts]")).toHaveCount(1);
});
