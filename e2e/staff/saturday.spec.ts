import type { BrowserContext, Page } from "@playwright/test";
import { atOpenHouse, expect, test, type Foyer } from "../foyer.ts";
import { walkToTheEnd } from "../visitor.ts";

/**
 * One Saturday at one house: an agent's phone, a second phone that is offline for half of the day and is killed, and a
 * kiosk tablet. 30 visitors come by form, kiosk, code, paper and CSV.
 */

const passcode = "sample-passcode";
// Rooms of their own: the devices of other stories are silent by now.
test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });

const typed: string[] = [];
const person = (how: string, at: number) => {
  const name = `${how} ${"abcdefghij"[at]}`;
  typed.push(name);
  return name;
};

async function signIn(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Staff passcode").fill(passcode);
  await page.getByLabel("Staff passcode").press("Enter");
  await expect(page.getByLabel("Staff passcode")).toHaveCount(0);
}

async function phone(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await signIn(page, "/s/open-house");
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await expect(page.getByLabel("First name")).toBeVisible();
  return page;
}

async function save(page: Page, name: string): Promise<void> {
  await page.getByLabel("First name").pressSequentially(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    page
      .getByText(`: ${name}.`)
      .or(page.getByText(`Saved ${name}.`))
      .first(),
  ).toBeVisible();
}

async function visit(page: Page, name: string): Promise<void> {
  await page.getByLabel("First name").pressSequentially(name);
  await page.getByLabel("Phone 1").pressSequentially("415 555 0188");
  await walkToTheEnd(page);
}

const delivered = async (foyer: Foyer) =>
  (await foyer.leads()).map(({ received }) => String(received["firstName"])).filter((name) => typed.includes(name));

test("a Saturday: 30 visitors, and Before you leave is green only when all 30 are in Lofty", async ({
  browser,
  baseURL,
  foyer,
}) => {
  test.setTimeout(240_000);
  const device = () => browser.newContext({ ...(baseURL && { baseURL }), serviceWorkers: "block" });
  const [mine, theirs, hall, visitors] = [await device(), await device(), await device(), await device()];
  const host = await phone(mine);
  for (let at = 0; at < 4; at++) await save(host, person("Host", at));

  let second = await phone(theirs);
  await save(second, person("Second", 0));
  await expect(second.getByText("Saved Second a.")).toBeVisible();
  await theirs.route("**/api/leads", (route) => route.abort());
  for (let at = 1; at < 6; at++) await save(second, person("Second", at));

  const tablet = await hall.newPage();
  await signIn(tablet, "/kiosk/kiosk");
  await tablet.getByRole("button", { name: "No event today" }).click();
  await tablet.getByLabel("Staff PIN of this kiosk").fill("904417");
  await tablet.getByRole("button", { name: "Hand it over" }).click();
  await tablet.getByRole("button", { name: "Tap to sign in" }).click();
  for (let at = 0; at < 6; at++) {
    await visit(tablet, person("Kiosk", at));
    await tablet.getByRole("button", { name: "Done, next visitor" }).click();
    await tablet.getByRole("button", { name: "Tap to sign in" }).click();
  }

  const made = await host.request.post("/api/stations/open-house/link", { data: {} });
  const { url } = (await made.json()) as { url: string };
  for (let at = 0; at < 5; at++) {
    const own = await visitors.newPage();
    await own.goto(url.replace(/^https?:\/\/[^/]+/, ""));
    await visit(own, person("Code", at));
    await expect(own.getByRole("heading", { name: "Thank you" })).toBeVisible();
    await own.close();
  }

  await host.goto("/paper?station=open-house");
  for (let at = 0; at < 5; at++)
    await host.getByLabel(`Line ${at + 1}, First name`).pressSequentially(person("Paper", at));
  await host.keyboard.press("Control+Enter");
  await expect(host.getByRole("status").filter({ hasText: "5 people are saved on this" })).toBeVisible();
  const rows = [0, 1, 2, 3].map((at) => `${person("Sheet", at)},sheet${at}@example.com`);
  await host.getByLabel("Open a CSV file").setInputFiles({
    name: "people.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["First name,Email", ...rows].join("\r\n")),
  });
  await host.getByRole("button", { name: "Save 4 people" }).click();
  await expect(host.getByRole("status").filter({ hasText: "4 people are saved on this" })).toBeVisible();

  // The second phone still has five of them: it said so in its last report, and then its browser died.
  const state = host.getByRole("status").first();
  const look = async () => {
    await host.goto("/before-you-leave?station=open-house");
    return (await state.textContent()) ?? "";
  };
  await second.goto("/s/open-house");
  await expect.poll(look, { timeout: 90_000 }).toContain("still on");
  const cdp = await theirs.newCDPSession(second);
  void cdp.send("Page.crash").catch(() => undefined);
  await second.waitForEvent("crash");
  await second.close();
  expect((await delivered(foyer)).filter((name) => name.startsWith("Second"))).toEqual(["Second a"]);
  expect(await look()).not.toContain("All in the sandbox");

  await theirs.unroute("**/api/leads");
  second = await theirs.newPage();
  await second.goto("/outbox");
  await expect.poll(async () => (await delivered(foyer)).length, { timeout: 90_000 }).toBe(typed.length);
  await expect.poll(look, { timeout: 60_000 }).toContain("All in the sandbox");

  const names = await delivered(foyer);
  const ledger = {
    typed: typed.length,
    accepted: new Set(names).size,
    delivered: new Set(names).size,
    doubled: names.length - new Set(names).size,
    lost: typed.filter((name) => !names.includes(name)).length,
  };
  console.log(ledger);
  expect(ledger).toEqual({ typed: 30, accepted: 30, delivered: 30, doubled: 0, lost: 0 });
  for (const context of [mine, theirs, hall, visitors]) await context.close();
});
