import { randomUUID } from "node:crypto";
import { expect, test } from "../foyer.ts";

test.use({ proxyEnv: { FOYER_TIME_SCALE: "10" } });

const widths = [390, 1440];

test("many leads: counted, shown in pages, and sent again together after the cause is fixed", async ({
  page,
  foyer,
}) => {
  test.setTimeout(240_000);
  const save = async (lead: object) => {
    const answer = await page.request.post("/api/leads", {
      headers: { "idempotency-key": randomUUID() },
      data: { station: "front-desk", capturedAt: new Date().toISOString(), lead },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await foyer.faults({ unknownStage: "refuse" });
  for (let index = 1; index <= 3; index++)
    await save({ firstName: `Refused${index}`, lastName: "Sample", stage: "No such stage" });
  await page.goto("/outbox");
  const cause = page.getByText("3 leads: The sandbox rejected this lead and didn’t say why.");
  await expect(cause).toBeVisible();

  // While Lofty refuses the credential, all new leads wait.
  await foyer.faults({ auth: "refuse" });
  for (let index = 1; index <= 60; index++) await save({ firstName: `Waiting${index}`, lastName: "Sample" });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("radio", { name: "Waiting 60" })).toBeVisible();
  await expect(page.getByText(/^60 leads wait\. The last one will be in the sandbox at about /)).toBeVisible();
  const list = page.getByRole("region", { name: "Waiting" });
  await expect(list.getByRole("heading", { level: 3 })).toHaveCount(50);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  await list.getByRole("button", { name: "Show more" }).press("Enter");
  await expect(list.getByRole("heading", { level: 3 })).toHaveCount(60);
  await expect(list.getByRole("heading", { level: 3, name: "Waiting50 Sample" })).toBeFocused();
  await expect(list.getByRole("button", { name: "Show more" })).toHaveCount(0);

  await foyer.faults({ auth: "check", unknownStage: "store" });
  await page.getByRole("button", { name: "Send all 3 again" }).press("Enter");
  await expect(cause).toHaveCount(0, { timeout: 120_000 });
  const names = async () => (await foyer.leads()).map(({ stored }) => stored["firstName"]);
  await expect.poll(names, { timeout: 120_000 }).toEqual(expect.arrayContaining(["Refused1", "Refused2", "Refused3"]));
});
