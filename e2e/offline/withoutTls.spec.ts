import { browserArgs } from "../../src/tools/browserArgs.ts";
import { expect, test } from "../foyer.ts";
import { walkToTheEnd } from "../visitor.ts";

/** Foyer in an office network: by a local host name without TLS, so browsers disable features for secure contexts. */
const executablePath = process.env["CHROMIUM_PATH"];
test.use({
  launchOptions: {
    args: [...browserArgs, "--host-resolver-rules=MAP foyer.local 127.0.0.1"],
    ...(executablePath ? { executablePath } : {}),
  },
  baseURL: async ({ foyer }, use) => use(foyer.url.replace("127.0.0.1", "foyer.local")),
});

test("every station sends a lead without TLS", async ({ page, foyer }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await page.goto("/s/open-house");
  expect(await page.evaluate(() => [isSecureContext, "randomUUID" in crypto])).toEqual([false, false]);
  await page.getByRole("button", { name: "Let Lofty route these leads" }).click();
  await page.getByRole("button", { name: "No event today" }).click();
  await page.getByLabel("First name").fill("Agent Plain");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved Agent Plain/)).toBeVisible();

  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Desk Plain");
  await page.getByLabel("Phone 1").fill("415 555 0134");
  await page.getByRole("button", { name: /^Send now/ }).click();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();

  for (const path of ["/kiosk/kiosk", "/embed/website"]) {
    await page.goto(path);
    const start = page.getByRole("button", { name: "Tap to sign in" });
    if (path.startsWith("/kiosk")) await start.click();
    await page.getByLabel("First name").fill(`${path} Plain`);
    await page.getByLabel("Phone 1").fill("415 555 0177");
    await walkToTheEnd(page);
    await expect(page.getByRole("heading", { name: /^(Come on in|Thank you)/ })).toBeVisible();
  }
  // The proxy thanks visitors before the lead is in Lofty.
  await expect
    .poll(async () => (await foyer.leads()).map(({ stored }) => stored["firstName"]))
    .toEqual(expect.arrayContaining(["Agent Plain", "Desk Plain", "/kiosk/kiosk Plain", "/embed/website Plain"]));
  expect(errors).toEqual([]);
});
