import type { Page } from "@playwright/test";
import { expect, test, type Foyer } from "./foyer.ts";

/** A phone of its own, whose agent says where they are. */
async function phone(page: Page, agent: string): Promise<void> {
  await page.goto("/s/open-house");
  await page.getByRole("button", { name: agent }).click();
  await expect(page.getByRole("heading", { name: "Where are you today?" })).toBeVisible();
}

async function house(page: Page, address: string): Promise<void> {
  const box = page.getByLabel("Address");
  await box.fill("");
  await box.pressSequentially(address);
  await page.getByRole("button", { name: "Take leads here" }).click();
  await expect(page.getByRole("button", { name: address })).toBeVisible();
}

async function move(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole("button", { name: from }).click();
  await page.getByRole("link", { name: /^Event/ }).click();
  await house(page, to);
}

async function save(page: Page, name: string): Promise<void> {
  await page.getByLabel("First name").pressSequentially(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

async function tagsOf(foyer: Foyer, name: string): Promise<unknown> {
  const find = async () => (await foyer.leads()).find((lead) => lead.stored["firstName"] === name)?.stored["tagsAdd"];
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  return find();
}

test("two phones at one station: each lead carries the house its own screen shows", async ({
  page,
  browser,
  foyer,
}) => {
  const other = await browser.newContext({ baseURL: foyer.url });
  const second = await other.newPage();
  await phone(page, "Sample Agent One");
  await house(page, "12 Sample Street");
  await phone(second, "Sample Agent Two");
  await second.getByRole("button", { name: /^Open house today.*12 Sample Street/ }).click();
  await expect(second.getByRole("button", { name: "12 Sample Street" })).toBeVisible();

  await move(page, "12 Sample Street", "5 Gamma Court");
  await expect(second.getByRole("button", { name: "12 Sample Street" })).toBeVisible();
  await save(second, "Bea at twelve");
  expect(await tagsOf(foyer, "Bea at twelve")).toEqual(["Open house 12 Sample Street"]);
  await save(page, "Ann at five");
  expect(await tagsOf(foyer, "Ann at five")).toEqual(["Open house 5 Gamma Court"]);

  // Another agent on the same phone is asked, too.
  await page.getByRole("button", { name: "5 Gamma Court" }).click();
  await page.getByRole("link", { name: /^Who are you\?/ }).click();
  await page.getByRole("button", { name: "Sample Agent Two" }).click();
  await expect(page.getByRole("heading", { name: "Where are you today?" })).toBeVisible();
  await other.close();
});

test("a lead saved without a network keeps its house, though the agent has moved on", async ({ page, foyer }) => {
  await phone(page, "Sample Agent One");
  await house(page, "1 Alpha Road");
  await page.route("**/api/leads", (route) => route.abort());
  await save(page, "Off Line");
  await expect(page.getByText("Not saved yet: Off Line.")).toBeVisible();
  await move(page, "1 Alpha Road", "5 Gamma Court");
  await page.unroute("**/api/leads");
  expect(await tagsOf(foyer, "Off Line")).toEqual(["Open house 1 Alpha Road"]);
});

test("a kiosk with an event of another day stamps and shows none", async ({ page, foyer }) => {
  const path = "/api/stations/kiosk";
  const station = (await (await page.request.get(path)).json()) as object;
  expect(station).not.toHaveProperty("event");
  await page.request.put(path, { data: { ...station, event: { address: "48 Larkspur Lane", date: "2026-11-22" } } });
  await page.goto("/kiosk/kiosk");
  await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
  await expect(page.getByText("48 Larkspur Lane")).toHaveCount(0);
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").pressSequentially("Late Visitor");
  await page.getByLabel("Phone 1").pressSequentially("415 555 0178");
  const forward = page.getByRole("button", { name: /^(Continue|Finish)$/ });
  while ((await forward.innerText()) !== "Finish") {
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    await forward.click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(heading);
  }
  await forward.click();
  expect(await tagsOf(foyer, "Late Visitor")).toEqual(["Open house"]);
  await page.request.put(path, { data: station });
});
