import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./foyer.ts";

/** Rooms of its own, ten times as fast: what waits for a look-up settles within the story. */
test.use({ proxyEnv: { FOYER_TIME_SCALE: "10" } });

test("what Lofty refused is corrected in the form with its answers, and goes under its first number", async ({
  page,
  foyer,
  hasTouch,
}) => {
  await foyer.faults({ unknownStage: "refuse" });
  await send(page, { firstName: "Refused", lastName: "Sample", phones: ["415 555 0150"], stage: "No such stage" });
  await page.goto("/s/front-desk");
  await page.getByRole("link", { name: "1 needs you" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeFocused();
  const line = page.getByRole("listitem").filter({ hasText: "Refused Sample" });
  await expect(line.getByText("Not accepted. Lofty says an answer is wrong, without saying which.")).toBeVisible();

  const copy = page.getByRole("link", { name: "Save a copy of 1 lead not in Lofty" });
  const file = await page.request.get((await copy.getAttribute("href")) ?? "");
  expect(await file.text()).toContain("Refused");

  await line.getByRole("link", { name: "Fix and send" }).click();
  await expect(page.getByRole("heading", { name: "Not accepted." })).toBeFocused();
  await expect(page.getByLabel("First name")).toHaveValue("Refused");
  await expect(page.getByLabel("Phone 1")).toHaveValue("415 555 0150");
  await expect(page.getByRole("button", { name: "Start over" })).toHaveCount(0);
  // The note above the form moves nothing out of the window.
  await expect(page.getByRole("button", { name: "Continue" })).toBeInViewport({ ratio: 1 });
  if (!hasTouch) await expect(page.getByText("All shortcuts").last()).toBeInViewport({ ratio: 1 });
  await page.getByRole("link", { name: "Stage: “No such stage” is not in Lofty’s list." }).click();
  const stage = page.getByRole("combobox", { name: "Stage" });
  await expect(stage).toBeFocused();
  await stage.fill("");
  let requests = 0;
  page.on("request", (request) => (requests += /\/api\/outbox\/.+/.test(request.url()) ? 1 : 0));
  await page.getByRole("button", { name: "Send now" }).evaluate((send: HTMLElement) => {
    send.click();
    send.click();
    setTimeout(() => send.click(), 5);
  });
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeFocused();
  await expect(line.getByText(/^Lead \d+/)).toBeVisible();
  await expect(copy).toHaveCount(0);
  expect(requests).toBe(1);
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
  const found = line.getByRole("button", { name: "It’s in Lofty" });
  await found.click();
  const dialog = page.getByRole("dialog", { name: "Is Lost Answer in Lofty?" });
  await expect(dialog).toContainText("it will not be sent again");
  await expect(dialog.getByRole("button", { name: "Go back" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(found).toBeFocused();
  await expect(page.locator("dialog")).toHaveCount(0);
  await expect(line.getByText("Needs you.")).toBeVisible();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "It’s in Lofty" }).press("Enter");
  await expect(line.getByText("Found in Lofty by staff")).toBeVisible();
  await expect(line.getByRole("heading")).toBeFocused();
  await foyer.faults({ fault: "none", lookupFault: "none" });
});

test("what may be in Lofty is asked about before it is sent again, and its number can be copied", async ({
  page,
  context,
  foyer,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await foyer.faults({ fault: "dropBefore", faultOn: "create", faultCount: 1, lookupFault: "status500" });
  await send(page, { firstName: "Sent", lastName: "Again" });
  await page.goto("/outbox");
  const line = page.getByRole("listitem").filter({ hasText: "Sent Again" });
  await line.getByRole("button", { name: "Send again" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Send Sent Again again?" });
  await expect(dialog).toContainText("would then have it twice");
  await dialog.getByRole("button", { name: "Send again" }).press("Enter");
  await expect(line.getByText(/^Lead \d+/)).toBeVisible();
  await expect(line.getByRole("heading")).toBeFocused();
  await line.getByRole("button", { name: "Copy number" }).click();
  await expect(line.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect((await foyer.leads()).map(({ leadId }) => leadId)).toContain(copied);
  await foyer.faults({ fault: "none", lookupFault: "none" });
});

test("a correction is told why it was not taken: an answer the office asks for, or somebody was faster", async ({
  page,
  foyer,
}) => {
  await foyer.faults({ unknownStage: "refuse" });
  await send(page, { firstName: "Too", lastName: "Late", phones: ["415 555 0151"], stage: "No such stage" });
  await page.goto("/outbox");
  const line = page.getByRole("listitem").filter({ hasText: "Too Late" });
  await line.getByRole("link", { name: "Fix and send" }).click();
  await page.getByRole("combobox", { name: "Stage" }).fill("");
  const path = "/api/stations/front-desk";
  const station = (await (await page.request.get(path)).json()) as object;
  await page.request.put(path, { data: { ...station, required: ["referredBy"] } });
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText("The server did not take this lead.")).toBeVisible();
  await expect(page.getByRole("alert").getByRole("link", { name: "Enter Referred by" })).toBeVisible();
  await page.request.put(path, { data: { ...station, required: [] } });

  const { entries } = (await (await page.request.get("/api/outbox")).json()) as {
    entries: readonly { id: string; name: string }[];
  };
  const id = entries.find(({ name }) => name === "Too Late")?.id;
  expect((await page.request.post(`/api/outbox/${id}`, { data: { action: "in-crm" } })).ok()).toBe(true);
  await page.getByLabel("Referred by").fill("Somebody");
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText("Someone else has seen to it.")).toBeVisible();
  await foyer.faults({ unknownStage: "store" });
});

async function send(page: Page, lead: object): Promise<void> {
  const answer = await page.request.post("/api/leads", {
    headers: { "idempotency-key": randomUUID() },
    data: { station: "front-desk", capturedAt: new Date().toISOString(), lead },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
