import type { Page } from "@playwright/test";
import { expect, test, type Foyer } from "../foyer.ts";

test.beforeEach(async ({ page }) => {
  // Sets a house of another day, whatever earlier stories set.
  const path = "/api/stations/open-house";
  const station = (await (await page.request.get(path)).json()) as object;
  const event = { address: "16 Sample Court", date: "2026-11-22", hours: "1 to 4 pm", host: "Sample Agent One" };
  await page.request.put(path, { data: { ...station, event } });
});

test("an agent station asks once for agent and house, and adds both to leads", async ({ page, foyer }) => {
  await page.goto("/s/open-house");
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeFocused();
  await expect(page.getByLabel("First name")).toHaveCount(0);
  await page.getByRole("button", { name: "Sample Agent One" }).click();
  await expect(page.getByRole("heading", { name: "Where are you today?" })).toBeFocused();
  await expect(page.getByLabel("First name")).toHaveCount(0);
  await page.getByRole("button", { name: /^Same as last time/ }).click();

  const here = page.getByRole("button", { name: "16 Sample Court Sample Agent One" });
  await expect(here).toBeVisible();
  await page.getByLabel("First name").fill("Handed Over");
  // Another agent takes over: the typed text stays, and the lead gets the new agent.
  await here.click();
  await page.getByRole("link", { name: /^Who are you\?/ }).click();
  await page.getByRole("button", { name: "Sample Agent Two" }).click();
  // The second agent is asked for the house too, and is offered the house of the first.
  await expect(page.getByRole("heading", { name: "Where are you today?" })).toBeFocused();
  await page.getByRole("button", { name: /^Open house today.*16 Sample Court/ }).click();
  await expect(page.getByLabel("First name")).toHaveValue("Handed Over");
  await save(page, "Handed Over");

  await page.reload();
  await page.getByLabel("First name").fill("Asked Once");
  await save(page, "Asked Once");
  for (const name of ["Handed Over", "Asked Once"])
    expect(await stored(foyer, name)).toMatchObject({
      ownershipScope: "PERSONAL",
      source: "Open House",
      tagsAdd: ["Open house 16 Sample Court"],
    });
  const [handed, once] = [await stored(foyer, "Handed Over"), await stored(foyer, "Asked Once")];
  expect(handed?.["assignedUserId"]).toEqual(once?.["assignedUserId"]);
  expect(handed?.["ownershipId"]).toEqual(handed?.["assignedUserId"]);
});

test("accepts an agent number, refuses an invalid one, and offers Lofty's routing as another answer", async ({
  page,
  foyer,
}) => {
  await page.goto("/s/open-house");
  await page.getByText("My name isn’t here").click();
  const number = page.getByLabel("Your agent number in Lofty");
  await number.fill("agent 7");
  await page.getByRole("button", { name: "Use this number" }).click();
  await expect(page.getByText("An agent number has digits only")).toBeVisible();
  await number.fill("1738234566814937089");
  await page.getByRole("button", { name: "Use this number" }).click();
  await page.getByRole("button", { name: "No event today" }).click();
  await page.getByLabel("First name").fill("By Number");
  await save(page, "By Number");
  const numbered = await stored(foyer, "By Number");
  expect(String(numbered?.["assignedUserId"])).toBe("1738234566814937089");
  expect(numbered?.["tagsAdd"]).toEqual(["Open house"]);

  await page.getByRole("button", { name: /^Open house/ }).click();
  await page.getByRole("link", { name: /^Who are you\?/ }).click();
  await page.getByRole("button", { name: "Let Lofty route these leads" }).click();
  // After a new answer to "Who are you?" the house is asked again.
  await page.getByRole("button", { name: "No event today" }).click();
  await page.getByLabel("First name").fill("By Routing");
  await save(page, "By Routing");
  for (const path of ["assignedUserId", "ownershipScope", "ownershipId"])
    expect(await stored(foyer, "By Routing")).not.toHaveProperty(path);
});

test("an address too long for its tag shows an error; a shorter one is added to every lead", async ({
  page,
  foyer,
}) => {
  await page.goto("/s/open-house");
  await page.getByRole("button", { name: "Let Lofty route these leads" }).click();
  const address = page.getByLabel("Address");
  await page.getByRole("button", { name: "Take leads here" }).click();
  await expect(page.getByText("Enter the address")).toBeVisible();
  await address.fill("1234 North Saint Augustine Boulevard East, Apartment 17B, Springfield");
  await expect(page.getByText("(16 too many)")).toBeVisible();
  await expect(page.getByText("Too long for Lofty with the words around it. Shorten the address.")).toBeVisible();
  await page.getByRole("button", { name: "Take leads here" }).click();
  await expect(page.getByText("Too long for Lofty with the words around it. Shorten the address.")).toBeVisible();
  await expect(address).toBeFocused();
  await page.getByRole("button", { name: "Use “1234 North Saint Augustine Boulevard East”" }).click();
  await expect(address).toHaveValue("1234 North Saint Augustine Boulevard East");
  await address.fill("1234 N St Augustine Blvd E");
  await page.getByLabel("Hours").fill("2 to 5 pm");
  await page.getByRole("button", { name: "Take leads here" }).click();
  await page.getByLabel("First name").fill("New House");
  await save(page, "New House");
  expect((await stored(foyer, "New House"))?.["tagsAdd"]).toEqual(["Open house 1234 N St Augustine Blvd E"]);
  // The house is stored for this agent, device and day, and is not asked again.
  await page.reload();
  await expect(page.getByRole("button", { name: /^1234 N St Augustine Blvd E/ })).toBeVisible();
});

async function save(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`Saved ${name}.`)).toBeVisible();
}

async function stored(foyer: Foyer, name: string): Promise<Record<string, unknown> | undefined> {
  const find = async () => (await foyer.leads()).find((lead) => lead.stored["firstName"] === name)?.stored;
  await expect.poll(find).toBeDefined();
  return find();
}
