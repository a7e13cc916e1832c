import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "../foyer.ts";
import { openSection } from "../openSection.ts";

const english = "Sample Homes may contact me by the ways I tick.";
const german = "Sample Homes darf mich auf den gewählten Wegen erreichen.";
const notice = "Our agents work for the seller of this house.";

const rowsOf = async (request: APIRequestContext) =>
  (await (await request.get("/api/consents/export?format=json")).json()) as readonly Record<string, string>[];

test("a broker adds a German consent text and an agency notice; a visitor reads both, and the export proves it", async ({
  page,
  foyer,
}) => {
  const station = { id: "notice-tablet", profile: "kiosk", name: "Notice tablet", languages: ["en", "de"] };
  await page.request.put("/api/stations/notice-tablet", { data: station });
  await page.goto("/settings/notice-tablet");
  await openSection(page, "Consent");
  const consent = page.getByRole("region", { name: "Consent" });
  const inGerman = consent.getByRole("textbox", { name: "Deutsch" });
  await expect(inGerman).toHaveValue(/^Sie dürfen mich/);
  await consent.getByRole("textbox", { name: "Text", exact: true }).fill(english);
  await consent.getByLabel("Version").fill("2");
  // The ready translations do not stay with another text.
  if (!(await inGerman.isVisible())) await consent.getByText("The text in other languages").click();
  await inGerman.fill(german);
  await openSection(page, "Agency notice");
  const agency = page.getByRole("region", { name: "Agency notice" });
  await expect(agency.getByRole("textbox")).toHaveCount(0);
  await agency.getByLabel("Show an agency notice").check();
  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Not saved. Look at what is marked, or try again.")).toBeVisible();
  await agency.getByRole("textbox", { name: "Notice", exact: true }).fill(notice);
  await agency.getByLabel("Ask for the visitor’s own agent").check();
  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();

  await page.goto("/kiosk/notice-tablet");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("button", { name: "Zum Eintragen tippen" }).click();
  await expect(page.getByText(german)).toHaveAttribute("lang", "de");
  await page.getByLabel("Vorname").pressSequentially("Greta");
  await page.getByLabel("Telefon 1").pressSequentially("415 555 0141");
  await page.getByText("Anruf", { exact: true }).click();
  await page.getByRole("button", { name: "Eintragen", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hinweis zur Maklertätigkeit" })).toBeVisible();
  // The notice has no German text: its default text says that it is English.
  await expect(page.getByText(notice)).toHaveAttribute("lang", "en");
  await expect(page.getByLabel(/eigener Makler/)).toHaveCount(0);
  const isRead = page.getByRole("checkbox", { name: "Ich habe das gelesen" });
  await expect(isRead).not.toBeChecked();
  await page.getByText("Ich habe das gelesen").click();
  await expect(isRead).toBeChecked();
  await page.getByLabel(/eigener Makler/).pressSequentially("Al Agent");
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Während Sie hier sind" })).toBeVisible();
  await page.getByRole("button", { name: "Fertig" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Kommen Sie herein" })).toBeVisible();
  const sent = async () => (await foyer.leads()).find(({ received }) => received["firstName"] === "Greta")?.received;
  await expect.poll(sent).toMatchObject({ cannotText: true, cannotCall: false, language: "de" });
  const note = String((await sent())?.["content"]);
  expect(note).toMatch(
    /consent 2 de self at notice-tablet: call yes, .*Z [\da-f]{16}\nagency 1 en read, .*Z [\da-f]{16}$/,
  );
  expect(note).not.toContain("Al Agent");
  const row = (await rowsOf(page.request)).find(({ name }) => name === "Greta");
  expect(row).toMatchObject({ "consent.text": german, "may.call": "yes", "may.text": "not ticked" });
  expect(row).toMatchObject({ "agency.text": notice, "agency.agent": "Al Agent", "consent.language": "de" });
  await page.request.delete("/api/stations/notice-tablet");
});

test("a person takes back all consent: one touch on Today, an undo, and the desk is warned before it writes", async ({
  page,
  foyer,
}) => {
  const add = (lead: object) =>
    page.request.post("/api/leads", {
      headers: { "idempotency-key": randomUUID() },
      data: { station: "front-desk", capturedAt: new Date().toISOString(), event: null, lead },
    });
  await add({ firstName: "Wilma", phones: ["415 555 0142"] });
  await page.goto("/today?station=front-desk");
  const row = page.getByRole("listitem").filter({ hasText: "Wilma" });
  await expect(row.getByRole("link", { name: "Call Wilma" })).toBeVisible();
  await row.getByRole("button", { name: "Wilma wants no contact any more" }).click();
  await expect(row).toContainText("Asked for no contact");
  await expect(row.getByRole("link", { name: "Call Wilma" })).toHaveCount(0);
  await row.getByRole("button", { name: "Undo" }).click();
  await expect(row.getByRole("link", { name: "Call Wilma" })).toBeVisible();
  await row.getByRole("button", { name: "Wilma wants no contact any more" }).click();
  await expect(row).toContainText("Asked for no contact");
  expect((await add({ firstName: "Wilma", phones: ["+1 (415) 555-0142"], cannotText: false })).ok()).toBe(true);

  const leads = async () => (await foyer.leads()).filter(({ received }) => received["firstName"] === "Wilma");
  const all = { cannotText: true, cannotCall: true, cannotEmail: true, unsubscription: true };
  await expect
    .poll(async () => (await leads()).map(({ stored }) => stored), { timeout: 45_000 })
    .toEqual([expect.objectContaining(all), expect.objectContaining(all)]);

  await page.goto("/s/front-desk");
  await page.getByLabel("Phone 1").fill("415-555-0142");
  await expect(page.getByRole("status").filter({ hasText: "whatever is ticked" })).toContainText(
    "415-555-0142: no calls, texts, and emails, whatever is ticked now.",
  );

  await page.goto("/today?station=front-desk");
  await page.getByRole("link", { name: "Wilma" }).first().click();
  await page.getByRole("button", { name: "Asked for contact again" }).click();
  await page.getByRole("button", { name: "Yes, the person asked for it" }).click();
  await expect(page.getByText(/asked to be contacted again/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Asked for contact again" })).toHaveCount(0);
});
