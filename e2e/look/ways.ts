import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { atOpenHouse, expect, type Foyer } from "../foyer.ts";
import { walkToTheEnd } from "../visitor.ts";

export type Way = (page: Page, foyer: Foyer) => Promise<void>;

/** Functions that bring an open page into a state. People and numbers are sample data. */

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const firstName = (page: Page) => page.getByLabel("First name").first();

export async function answerContact(page: Page): Promise<void> {
  await firstName(page).fill("Maria Guadalupe");
  await page.getByLabel("Last name").fill("Reyes");
  await page.getByLabel("Phone 1").fill("(415) 555-0134");
  await page.getByLabel("Email 1").fill("maria.reyes@example.com");
  await page.getByLabel("Email 1").blur();
}

export async function tooLong(page: Page): Promise<void> {
  await page.getByLabel("Last name").fill("Reyes");
  await page.getByLabel("Phone 1").fill("(415) 555-0134");
  await firstName(page).fill("Maria Guadalupe Concepción Alejandra");
}

export async function wrong(page: Page): Promise<void> {
  await tooLong(page);
  await page.getByLabel("Email 1").fill("maria.reyes");
  await press(page, "Save");
  await expect(page.getByRole("alert").getByRole("heading")).toBeVisible();
}

export async function saved(page: Page): Promise<void> {
  await answerContact(page);
  await press(page, "Save");
  await expect(page.getByText(/Lead \d+$/).last()).toBeVisible();
}

export async function answerInquiry(page: Page): Promise<void> {
  await page.getByRole("group", { name: "Buying timeline" }).getByLabel("6 to 12 months").check();
  await page.getByRole("group", { name: "Property type" }).getByLabel("Condo").check();
  await page.getByLabel("Price from").fill("650000");
  await page.getByLabel("Price to").fill("900000");
}

export async function addFamily(page: Page): Promise<void> {
  await press(page, "Add family member");
  await page.getByLabel("First name").last().fill("Sam");
}

export async function unfold(page: Page): Promise<void> {
  for (const fold of await page.locator("main summary").all()) await fold.click();
}

export async function answerAll(page: Page): Promise<void> {
  await answerContact(page);
  await press(page, "More questions");
  await answerInquiry(page);
  while ((await page.getByRole("heading", { level: 1 }).innerText()) !== "Check and send") {
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    if (heading === "Property") {
      await page.getByLabel("Street address").fill("905 Cedar Street");
      await page.getByLabel("City").fill("Austin");
      await page.getByRole("combobox", { name: "State" }).fill("Texas");
      await page.getByLabel("ZIP code").fill("78704");
    }
    if (heading === "Family") {
      await addFamily(page);
      await page.getByLabel("Last name").fill("Reyes");
      await page.getByRole("checkbox", { name: "Spouse" }).check();
    }
    await press(page, "Continue");
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(heading);
  }
  await expect(page.getByText("Everything fits. Nothing will be cut.")).toBeVisible();
}

export async function deskAnswered(page: Page): Promise<void> {
  await answerContact(page);
  await page.getByRole("checkbox", { name: "Buyer" }).check();
  await page.getByRole("checkbox", { name: "Renter" }).check();
  const birthday = page.getByRole("group", { name: "Birthday" });
  await birthday.getByLabel("Month").fill("Jun");
  await birthday.getByLabel("Day").fill("5");
  await birthday.getByLabel("Year").fill("2001");
  await page.getByRole("combobox", { name: "Stage" }).fill("Pending");
  const tags = page.getByRole("combobox", { name: "Tags", exact: true });
  await tags.fill("Hot Lead");
  await tags.press("Enter");
  await page.getByLabel("Note for the team").fill("Moving from out of state in August. Wants a fenced yard.");
}

export async function deskTooLong(page: Page): Promise<void> {
  await deskAnswered(page);
  await press(page, "Add phone");
  await page.getByRole("textbox", { name: "Phone 2" }).fill("+1 212 555 0198 ext. 2214");
}

export async function deskWrong(page: Page): Promise<void> {
  await deskTooLong(page);
  await page.getByLabel("Email 1").fill("maria.reyes");
  await press(page, /^Send now/);
  await expect(page.getByRole("alert").getByRole("heading")).toBeVisible();
}

export async function openList(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Stage" }).focus();
  await page.getByRole("combobox", { name: "Stage" }).press("ArrowDown");
  await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
}

export async function deskCheck(page: Page): Promise<void> {
  await deskAnswered(page);
  await page.getByRole("navigation").getByRole("button", { name: "Check and send" }).click();
  await expect(page.getByText("Everything fits. Nothing will be cut.")).toBeVisible();
}

export async function deskSent(page: Page): Promise<void> {
  await answerContact(page);
  await press(page, /^Send now/);
  await expect(page.getByText(/Lead \d+$/).last()).toBeVisible();
}

export async function deskWaiting(page: Page, foyer: Foyer): Promise<void> {
  await foyer.faults({ delayMs: 20_000 });
  // A person without an email, so that no look-up runs and only the create waits.
  await firstName(page).fill("Maria");
  await press(page, /^Send now/);
  await expect(page.getByRole("heading", { name: "Saved" })).toBeVisible();
  await foyer.faults({ delayMs: 0 });
}

export const signInAtKiosk = (page: Page) => press(page, "Tap to sign in");

export async function kioskWrong(page: Page): Promise<void> {
  await signInAtKiosk(page);
  await press(page, "Sign in");
  await expect(page.getByRole("alert").getByRole("heading")).toBeVisible();
}

export async function kioskInquiry(page: Page): Promise<void> {
  await signInAtKiosk(page);
  await visitorContact(page);
  await press(page, "Sign in");
  await expect(page.getByRole("heading", { name: "While you’re here" })).toBeVisible();
}

export async function leaveKiosk(page: Page): Promise<void> {
  await page.clock.install();
  await page.reload();
  await signInAtKiosk(page);
  await expect(firstName(page)).toBeVisible();
  await page.clock.runFor(61_000);
  await expect(page.getByRole("heading", { name: "Still there?" })).toBeVisible();
}

export async function kioskDone(page: Page): Promise<void> {
  await signInAtKiosk(page);
  await visitorContact(page);
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
}

export async function embedWrong(page: Page): Promise<void> {
  await press(page, "Continue");
  await expect(page.getByRole("alert").getByRole("heading")).toBeVisible();
}

export async function embedDone(page: Page): Promise<void> {
  await visitorContact(page);
  await walkToTheEnd(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
}

async function visitorContact(page: Page): Promise<void> {
  await firstName(page).fill("Maria");
  await page.getByLabel("Phone 1").fill("415 555 0134");
}

export async function openMenu(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Larkspur/ }).click();
  await expect(page.getByRole("navigation").getByRole("link", { name: "Settings" })).toBeVisible();
}

export async function clearDevice(page: Page): Promise<void> {
  await press(page, /^Clear this device/);
  await expect(page.getByRole("dialog")).toBeVisible();
}

/** A lead with a phone number that an earlier lead has. */
export async function twice(page: Page): Promise<void> {
  await lead(page, "open-house", { firstName: "Maria", phones: ["(415) 555-0134"] });
  await answerContact(page);
  await expect(page.getByText("This may be someone")).toBeVisible();
}

export async function askToStartOver(page: Page): Promise<void> {
  await answerContact(page);
  await press(page, "Start over");
  await expect(page.getByRole("dialog")).toBeVisible();
}

export async function jump(page: Page): Promise<void> {
  await keysOpen(page, "Control+k");
  await page.keyboard.type("price");
}

export async function allShortcuts(page: Page): Promise<void> {
  await keysOpen(page, "Control+/");
}

/** Repeats the keys: shortcuts work only a moment after the first question does. */
async function keysOpen(page: Page, keys: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(keys);
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 15_000 });
}

export async function openStation(page: Page): Promise<void> {
  await page.getByRole("link", { name: /Open house/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toHaveCount(0);
}

/** Makes this the station that the device used last. */
async function used(page: Page, station: string): Promise<void> {
  await page.goto(`/s/${station}`);
  await expect(firstName(page)).toBeVisible();
  // The device stores the use only after the form accepts keys.
  await expect(page.locator("[aria-controls=station-menu]")).toBeVisible();
}

export async function deskOutbox(page: Page, foyer: Foyer): Promise<void> {
  await mixedOutbox(page, foyer);
  await used(page, "front-desk");
}

/** One lead is refused by Lofty, one waits, one is delivered. */
export async function mixedOutbox(page: Page, foyer: Foyer): Promise<void> {
  await atOpenHouse(page);
  await used(page, "open-house");
  await lead(page, "front-desk", { firstName: "Sam", lastName: "Lee" });
  await foyer.faults({ fault: "status400", faultCount: 1 });
  await lead(page, "front-desk", { firstName: "Jeremy", lastName: "Kelly" });
  await foyer.faults({ fault: "status429", faultCount: 2 });
  await lead(page, "front-desk", { firstName: "Alex", lastName: "Tanaka" });
}

/** The lead of the screen "lead". */
export const leadId = "6f1c2b7e-3d54-4a0b-9c8e-0a51d2f3b4c5";

/** A person of today who may be called, and a lead with a known id. */
export async function onePerson(page: Page): Promise<void> {
  await atOpenHouse(page);
  await used(page, "open-house");
  const answers = { firstName: "Quinn", lastName: "Abara", phones: ["4155550147"], content: "Asked about the roof." };
  await lead(page, "open-house", answers);
  // The same body each time, because several stories send it.
  const data = { station: "front-desk", lead: answers, capturedAt: "2026-11-28T17:00:00.000Z" };
  const response = await page.request.post("/api/leads", { headers: { "idempotency-key": leadId }, data });
  expect(response.ok()).toBe(true);
}

async function lead(page: Page, station: string, answers: object): Promise<void> {
  const headers = { "idempotency-key": randomUUID() };
  const data = { station, lead: answers, capturedAt: new Date().toISOString() };
  const response = await page.request.post("/api/leads", { headers, data });
  expect(response.ok()).toBe(true);
}
