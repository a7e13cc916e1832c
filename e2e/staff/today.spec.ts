import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "../foyer.ts";

test("Today counts who signed in and who did not, and its summary for the seller contains no names", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  const before = await page.request.get("/api/today");
  const { houses } = (await before.json()) as { houses: { event: object | null; groups: number; signedIn: number }[] };
  const event = {
    id: "the-sample-open-house",
    address: "48 Larkspur Lane",
    date: await page.evaluate(() => new Date().toLocaleDateString("sv")),
  };
  const here = ({ event: place }: { event: object | null }) =>
    (place as typeof event | null)?.address === event.address;
  const { groups, signedIn } = houses.find(here) ?? { groups: 0, signedIn: 0 };
  for (const lead of [{ firstName: "Nadia Counted", withBuyerAgent: "Yes" }, { firstName: "Omar Counted" }])
    await page.request.post("/api/leads", {
      headers: { "idempotency-key": randomUUID() },
      data: { station: "open-house", capturedAt: new Date().toISOString(), event, lead },
    });

  await page.getByRole("button", { name: /^48 Larkspur Lane/ }).click();
  await page.getByRole("link", { name: "Today" }).click();
  const figure = (name: string) => page.locator("dl > div").filter({ has: page.getByText(name, { exact: true }) });
  await expect(figure("Groups")).toContainText(String(groups + 2));
  await expect(figure("Signed in")).toContainText(String(signedIn + 2));
  await page.getByRole("button", { name: "Count a group that didn’t sign in" }).click();
  await expect(figure("Groups")).toContainText(String(groups + 3));
  await page.getByRole("button", { name: "Count a group that didn’t sign in" }).click();
  await expect(figure("Groups")).toContainText(String(groups + 4));
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(figure("Groups")).toContainText(String(groups + 3));

  await page.getByRole("button", { name: "Copy summary for the seller" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("48 Larkspur Lane");
  expect(copied).toContain(`${groups + 3} groups came. ${signedIn + 2} signed in`);
  expect(copied).not.toMatch(/Nadia|Omar/);
});

test("two houses on one day have separate counts and summaries", async ({ page }) => {
  await atOpenHouse(page);
  const date = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  const post = (firstName: string, event: object | null) =>
    page.request.post("/api/leads", {
      headers: { "idempotency-key": randomUUID() },
      data: { station: "open-house", capturedAt: new Date().toISOString(), event, lead: { firstName } },
    });
  const street = `${Math.floor(Math.random() * 1e6)} Gamma Court`;
  const gamma = { id: randomUUID(), address: street, date };
  for (const name of ["Gamma One", "Gamma Two"]) await post(name, gamma);
  // Another agent typed the same address differently.
  await post("Gamma Three", { id: randomUUID(), address: street.toUpperCase().replace(" ", "  "), date });
  await post("Larkspur One", { id: "the-sample-open-house", address: "48 Larkspur Lane", date });

  await page.goto("/today?station=open-house");
  const house = page.getByLabel("House");
  const figure = page.locator("dl > div").filter({ has: page.getByText("Groups", { exact: true }) });
  const summary = page.getByLabel("Summary for the seller");
  await expect(house.locator("option:checked")).toHaveText("48 Larkspur Lane");
  await expect(summary).toHaveValue(/^48 Larkspur Lane/);
  await house.selectOption({ label: street });
  await expect(figure.locator("dd")).toHaveText("3");
  await expect(summary).toHaveValue(new RegExp(`^${street}, .*: 3 groups came`));
  await page.getByRole("button", { name: "Count a group that didn’t sign in" }).click();
  await expect(figure.locator("dd")).toHaveText("4");
  await expect(summary).toHaveValue(/: 4 groups came/);
});

/** Adds a front desk whose groups are still 0. Returns its id. */
async function newDesk(page: Page): Promise<string> {
  const id = `desk-${randomUUID().slice(0, 8)}`;
  const desk = (await (await page.request.get("/api/stations/front-desk")).json()) as object;
  const answer = await page.request.put(`/api/stations/${id}`, { data: { ...desk, id, name: `Desk ${id}` } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return id;
}

const groupsOn = (page: Page) =>
  page
    .locator("dl > div")
    .filter({ has: page.getByText("Groups", { exact: true }) })
    .locator("dd");

test("the first group at a desk without an event can be undone", async ({ page }) => {
  await page.goto(`/today?station=${await newDesk(page)}`);
  await expect(groupsOn(page)).toHaveText("0");
  const add = page.getByRole("button", { name: "Count a group that didn’t sign in" });
  await add.click();
  await expect(groupsOn(page)).toHaveText("1");
  await expect(add).toBeFocused();
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await undo.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(groupsOn(page)).toHaveText("0");
  await expect(undo).toHaveCount(0);
  await expect(add).toBeFocused();
});

test("the house stays the same when another house gets more leads", async ({ page }) => {
  const station = await newDesk(page);
  const date = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  const sign = async (address: string, times: number) => {
    for (let time = 0; time < times; time++) {
      const headers = { "idempotency-key": randomUUID() };
      const lead = { firstName: `Visitor ${time}` };
      const data = { station, capturedAt: new Date().toISOString(), event: { id: address, address, date }, lead };
      expect((await page.request.post("/api/leads", { headers, data })).status()).toBeLessThan(300);
    }
  };
  await sign("1 First Road", 2);
  await sign("2 Second Road", 1);
  await page.goto(`/today?station=${station}`);
  const house = page.getByLabel("House").locator("option:checked");
  await expect(house).toHaveText("1 First Road");
  await sign("2 Second Road", 5);
  // Its answer makes the page read the day again.
  await page.getByRole("button", { name: "Count a group that didn’t sign in" }).click();
  await expect(groupsOn(page)).toHaveText("3");
  await expect(house).toHaveText("1 First Road");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(groupsOn(page)).toHaveText("2");
  await page.getByLabel("House").selectOption({ label: "2 Second Road" });
  await expect(groupsOn(page)).toHaveText("6");
});

test("a group whose answer is lost is counted once, also when another group comes meanwhile", async ({ page }) => {
  await page.goto(`/today?station=${await newDesk(page)}`);
  await expect(groupsOn(page)).toHaveText("0");
  let isLost = true;
  await page.route("**/groups?*", async (route) => {
    const response = await route.fetch();
    await (isLost ? route.abort() : route.fulfill({ response }));
  });
  const add = page.getByRole("button", { name: "Count a group that didn’t sign in" });
  await add.click();
  await expect(page.getByRole("alert")).toContainText("Not counted yet");
  await add.click();
  await expect(groupsOn(page)).toHaveText("0");
  isLost = false;
  await expect(groupsOn(page)).toHaveText("2");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(groupsOn(page)).toHaveText("1");
});
