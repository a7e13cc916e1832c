import type { Page } from "@playwright/test";
import { expect, test } from "../foyer.ts";
import { answered } from "../heldPage.ts";
import { sendLead as send } from "../sendLead.ts";

/** A lead that Lofty refused is corrected in the form. */

test.use({ proxyEnv: { FOYER_TIME_SCALE: "10" } });

test("a lead that Lofty refused is corrected in the form and sent once, as the same outbox entry", async ({
  page,
  foyer,
  hasTouch,
}) => {
  await foyer.faults({ unknownStage: "refuse" });
  const settings = "/api/stations/front-desk";
  const station = (await (await page.request.get(settings)).json()) as { readonly presets: object };
  // The longest note that can be typed, and a line of the station before it.
  const note = "n".repeat(1400);
  const presets = { ...station.presets, content: "Came to the desk." };
  await page.request.put(settings, { data: { ...station, presets } });
  const lead = { firstName: "Refused", lastName: "Sample", phones: ["415 555 0150"], content: note };
  await send(page, { ...lead, stage: "No such stage" });
  await page.request.put(settings, { data: station });
  await page.goto("/s/front-desk");
  await page.getByRole("link", { name: "1 needs attention" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeFocused();
  const line = page.getByRole("listitem").filter({ hasText: "Refused Sample" });
  await expect(line.getByText("Not accepted. The sandbox rejected this lead and didn’t say why.")).toBeVisible();

  const copy = page.getByRole("link", { name: "Save a copy of 1 lead not in the sandbox" });
  const file = await page.request.get((await copy.getAttribute("href")) ?? "");
  expect(await file.text()).toContain("Refused");

  await line.getByRole("link", { name: "Fix and send" }).click();
  await expect(page.getByRole("heading", { name: "Not accepted." })).toBeFocused();
  await expect(page.getByLabel("First name")).toHaveValue("Refused");
  await expect(page.getByLabel("Phone 1")).toHaveValue("415 555 0150");
  await expect(page.getByRole("button", { name: "Start over" })).toHaveCount(0);
  // The note above the form must not push the buttons out of the window.
  await expect(page.getByRole("button", { name: "Continue" })).toBeInViewport({ ratio: 1 });
  if (!hasTouch) await expect(page.getByText("All shortcuts").last()).toBeInViewport({ ratio: 1 });
  await page.getByRole("link", { name: "Stage: “No such stage” is not in the sandbox’s list." }).click();
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
  expect(JSON.stringify(sent[0])).toContain(`Came to the desk.\\n${note}`);
});

test("a refused correction shows why: a required answer is missing, or someone else was faster", async ({
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
  await expect(page.getByText("Someone else has already handled it.")).toBeVisible();
  await foyer.faults({ unknownStage: "store" });
});

test("a correction whose answer comes after the page was left does not take the person from the next form", async ({
  page,
  foyer,
}) => {
  await foyer.faults({ unknownStage: "refuse" });
  await send(page, { firstName: "Left", lastName: "Early", stage: "No such stage" });
  await page.goto("/outbox");
  const line = page.getByRole("listitem").filter({ hasText: "Left Early" });
  const href = await line.getByRole("link", { name: "Fix and send" }).getAttribute("href");
  await line.getByRole("link", { name: "Fix and send" }).click();
  await page.getByRole("combobox", { name: "Stage" }).fill("");
  const held = Promise.withResolvers<void>();
  await page.route("**/api/outbox/*", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const response = await route.fetch();
    await held.promise;
    return route.fulfill({ response });
  });
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: "Send now" }).click();
  await sent;
  await page.getByRole("link", { name: "Outbox" }).click();
  await page.getByRole("link", { name: "New lead" }).click();
  await page.getByLabel("First name").fill("Typed");
  await answered(page, `/api${href}`, held.resolve);
  await expect(page).toHaveURL(/\/s\/[^/]+$/);
  await expect(page.getByLabel("First name")).toHaveValue("Typed");
  await foyer.faults({ unknownStage: "store" });
});

test("a correction is kept while it is typed, also when its answer is lost, and ends when it is sent", async ({
  page,
  foyer,
}) => {
  await foyer.faults({ unknownStage: "refuse" });
  await send(page, { firstName: "Kept", lastName: "Fix", phones: ["415 555 0152"], stage: "No such stage" });
  await page.goto("/outbox");
  const fix = page.getByRole("listitem").filter({ hasText: "Kept Fix" }).getByRole("link", { name: "Fix and send" });
  await fix.click();
  const lastName = page.getByLabel("Last name");
  await expect(lastName).toHaveValue("Fix");
  expect(await keptOf(page)).not.toContain("fix:");
  await lastName.press("End");
  await lastName.pressSequentially("ed Quetzal");
  await page.goBack();
  await fix.click();
  await expect(lastName).toHaveValue("Fixed Quetzal");
  await page.reload();
  await expect(page.getByText("Your unfinished correction was kept on this device.")).toBeVisible();
  await expect(lastName).toHaveValue("Fixed Quetzal");

  await page.getByRole("button", { name: "Throw it away" }).click();
  await expect(page.getByRole("heading", { name: "Not accepted." })).toBeFocused();
  await expect(lastName).toHaveValue("Fix");
  expect(await keptOf(page)).not.toContain("Quetzal");
  await lastName.press("End");
  await lastName.pressSequentially("ed Pterosaur");
  await page.getByRole("combobox", { name: "Stage" }).fill("");
  await page.route("**/api/outbox/*", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("heading", { name: "Not sent" })).toBeVisible();
  await page.reload();
  await expect(lastName).toHaveValue("Fixed Pterosaur");
  await page.unroute("**/api/outbox/*");
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeFocused();
  const line = page.getByRole("listitem").filter({ hasText: "Kept Fixed Pterosaur" });
  await expect(line.getByText(/^Lead \d+/)).toBeVisible();
  expect(await keptOf(page)).not.toContain("Pterosaur");
  await foyer.faults({ unknownStage: "store" });
});

test("a correction leaves the device when staff sign out, or when the lead was handled elsewhere", async ({
  page,
  foyer,
}) => {
  await foyer.faults({ unknownStage: "refuse" });
  for (const [firstName, phone] of [
    ["Left", "415 555 0153"],
    ["Elsewhere", "415 555 0154"],
  ] as const)
    await send(page, { firstName, lastName: "Fix", phones: [phone], stage: "No such stage" });
  const correct = async (name: string) => {
    await page.goto("/outbox");
    await page
      .getByRole("listitem")
      .filter({ hasText: `${name} Fix` })
      .getByRole("link", { name: "Fix and send" })
      .click();
    await expect(page.getByLabel("First name")).toHaveValue(name);
    await page.getByLabel("Last name").pressSequentially("es Quetzal");
    await expect.poll(() => keptOf(page)).toContain(name);
    return page.url().split("/").at(-1);
  };
  const id = await correct("Elsewhere");
  await page.request.post(`/api/outbox/${id}`, { data: { action: "in-crm" } });
  await page.getByRole("link", { name: "Outbox" }).click();
  await expect.poll(() => keptOf(page)).not.toContain("Elsewhere");

  await correct("Left");
  await page.goto("/settings");
  expect(await keptOf(page)).toContain("Quetzal");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("/");
  expect(await keptOf(page)).not.toContain("Quetzal");
  await foyer.faults({ unknownStage: "store" });
});

/** Everything that this browser has stored for Foyer. */
const keptOf = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
