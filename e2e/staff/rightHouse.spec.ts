import type { Page, Route } from "@playwright/test";
import { expect, test, type Foyer } from "../foyer.ts";
import { walkToTheEnd } from "../visitor.ts";

/** A phone on which the agent has chosen a name and must choose a house. */
async function phone(page: Page, agent: string): Promise<void> {
  await page.goto("/s/open-house");
  await page.getByRole("button", { name: agent }).click();
  await expect(page.getByRole("heading", { name: "Where are you today?" })).toBeVisible();
}

async function house(page: Page, address: string): Promise<void> {
  const box = page.getByLabel("Address");
  await box.fill("");
  await box.pressSequentially(address);
  // The page goes on without the answer. Another phone is offered the house only after it.
  const kept = page.waitForResponse((one) => one.url().endsWith("/events") && one.request().method() === "POST");
  await page.getByRole("button", { name: "Take leads here" }).click();
  await kept;
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

test("two phones at one station: each lead gets the house on its own screen", async ({ page, browser, foyer }) => {
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

  // A new agent on the same phone is asked for the house, too.
  await page.getByRole("button", { name: "5 Gamma Court" }).click();
  await page.getByRole("link", { name: /^Who are you\?/ }).click();
  await page.getByRole("button", { name: "Sample Agent Two" }).click();
  await expect(page.getByRole("heading", { name: "Where are you today?" })).toBeVisible();
  await other.close();
});

test("a lead saved offline keeps its house after the agent moves on", async ({ page, foyer }) => {
  await phone(page, "Sample Agent One");
  await house(page, "1 Alpha Road");
  await page.route("**/api/leads", (route) => route.abort());
  await save(page, "Off Line");
  await expect(page.getByText("Saved on this computer: Off Line.")).toBeVisible();
  await move(page, "1 Alpha Road", "5 Gamma Court");
  await page.unroute("**/api/leads");
  expect(await tagsOf(foyer, "Off Line")).toEqual(["Open house 1 Alpha Road"]);
});

test("a refused lead that is corrected at the next house keeps the house where it was saved", async ({
  page,
  foyer,
}) => {
  await phone(page, "Sample Agent One");
  await house(page, "1 Alpha Road");
  const refuse = (route: Route) =>
    route.fulfill({
      status: 422,
      contentType: "application/problem+json",
      json: { type: "/problems/lead-wrong", status: 422, issues: [{ path: "lastName", code: "required" }] },
    });
  await page.route("**/api/leads", refuse);
  await save(page, "Refused");
  await expect(page.getByText("Not saved yet: Refused. The server did not take this lead.")).toBeVisible();
  await page.unroute("**/api/leads", refuse);
  await move(page, "1 Alpha Road", "5 Gamma Court");
  await page.getByRole("button", { name: "Fix now" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("Refused");
  await page.getByLabel("Last name").pressSequentially("Corrected");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  expect(await tagsOf(foyer, "Refused")).toEqual(["Open house 1 Alpha Road"]);
  await save(page, "Next");
  expect(await tagsOf(foyer, "Next")).toEqual(["Open house 5 Gamma Court"]);
});

test("a kiosk ignores an event of another day", async ({ page, foyer }) => {
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
  await walkToTheEnd(page);
  expect(await tagsOf(foyer, "Late Visitor")).toEqual(["Open house"]);
  await page.request.put(path, { data: station });
});
