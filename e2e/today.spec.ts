import { randomUUID } from "node:crypto";
import { atOpenHouse, expect, test } from "./foyer.ts";

test("the day in numbers: who signed in, who did not, and a summary for the seller that names nobody", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  const before = await page.request.get("/api/today?station=open-house");
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
  await page.getByRole("button", { name: "+1 group, did not sign" }).click();
  await expect(figure("Groups")).toContainText(String(groups + 3));
  await page.getByRole("button", { name: "+1 group, did not sign" }).click();
  await expect(figure("Groups")).toContainText(String(groups + 4));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(figure("Groups")).toContainText(String(groups + 3));

  await page.getByRole("button", { name: "Copy summary for the seller" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("48 Larkspur Lane");
  expect(copied).toContain(`${groups + 3} groups came. ${signedIn + 2} signed in`);
  expect(copied).not.toMatch(/Nadia|Omar/);
});

test("two houses of one office on one day: each has its own counts and its own summary", async ({ page }) => {
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
  // Another agent wrote the same address another way.
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
  await page.getByRole("button", { name: "+1 group, did not sign" }).click();
  await expect(figure.locator("dd")).toHaveText("4");
  await expect(summary).toHaveValue(/: 4 groups came/);
});
