import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./foyer.ts";

/** Rooms of its own, ten times as fast: what waits for a look-up settles within the story. */
test.use({ proxyEnv: { FOYER_TIME_SCALE: "10" } });

test("what Lofty refused is corrected in the form with its answers, and goes under its first number", async ({
  page,
  foyer,
}) => {
  await foyer.faults({ unknownStage: "refuse" });
  await send(page, { firstName: "Refused", lastName: "Sample", phones: ["415 555 0150"], stage: "No such stage" });
  await page.goto("/s/front-desk");
  await page.getByRole("link", { name: "1 needs you" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeFocused();
  const line = page.getByRole("listitem").filter({ hasText: "Refused Sample" });
  await expect(line.getByText("Not accepted. Lofty says an answer is wrong, without saying which.")).toBeVisible();

  const file = await page.request.get(
    (await page.getByRole("link", { name: "Save a copy" }).getAttribute("href")) ?? "",
  );
  expect(await file.text()).toContain("Refused");

  await line.getByRole("link", { name: "Fix and send" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("Refused");
  await expect(page.getByLabel("Phone 1")).toHaveValue("415 555 0150");
  await page.getByRole("combobox", { name: "Stage" }).fill("");
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();
  await expect(line.getByText(/^Lead \d+$/)).toBeVisible();
  const sent = (await foyer.leads()).filter(({ stored }) => stored["firstName"] === "Refused");
  expect(sent).toHaveLength(1);
  expect(sent[0]?.stored).not.toHaveProperty("stage");
});

test("a lost answer is looked up, then asks a person, who looks in Lofty and says so", async ({ page, foyer }) => {
  await foyer.faults({ fault: "dropBefore", faultOn: "create", faultCount: 1, lookupFault: "status500" });
  // Nothing to look it up by: no phone, no email.
  await send(page, { firstName: "Lost", lastName: "Answer" });
  await page.goto("/outbox");
  const line = page.getByRole("listitem").filter({ hasText: "Lost Answer" });
  await expect(line.getByText("Needs you.")).toBeVisible();
  await expect(line.getByRole("link", { name: "Look in Lofty" })).toHaveAttribute("href", /\/sandbox\/leads$/);
  await expect(line.getByRole("link", { name: "Fix and send" })).toHaveCount(0);
  await line.getByRole("button", { name: "It's in Lofty" }).click();
  await expect(line.getByText("Found in Lofty by staff")).toBeVisible();
  await foyer.faults({ fault: "none", lookupFault: "none" });
});

async function send(page: Page, lead: object): Promise<void> {
  const answer = await page.request.post("/api/leads", {
    headers: { "idempotency-key": randomUUID() },
    data: { station: "front-desk", capturedAt: new Date().toISOString(), lead },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
