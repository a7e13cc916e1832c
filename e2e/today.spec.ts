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
  const { groups, signedIn } = (await before.json()) as { groups: number; signedIn: number };
  for (const lead of [{ firstName: "Nadia Counted", withBuyerAgent: "Yes" }, { firstName: "Omar Counted" }])
    await page.request.post("/api/leads", {
      headers: { "idempotency-key": randomUUID() },
      data: { station: "open-house", capturedAt: new Date().toISOString(), lead },
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
