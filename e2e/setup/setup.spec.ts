import { expect, test } from "../foyer.ts";
import { openSection } from "../openSection.ts";
import { readStation } from "../readStation.ts";

test("a broker adds a kiosk with its own question, color and consent text, and a visitor answers it", async ({
  page,
  foyer,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Add a station" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a station" });
  await dialog.getByLabel("Name").pressSequentially("Garden tablet");
  await dialog.getByRole("button", { name: "Add a station" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Garden tablet" })).toBeVisible();

  await openSection(page, "Your own questions");
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).pressSequentially("Do you live nearby?");
  await openSection(page, "Look");
  await page.getByLabel("Brokerage").pressSequentially("Sample Homes");
  await page.getByLabel("Brand color").pressSequentially("#8A1538");
  await openSection(page, "Consent");
  await page
    .getByRole("textbox", { name: "Text", exact: true })
    .fill("Sample Homes may contact me by the ways I tick.");
  await page.getByLabel("Version").fill("2");
  await openSection(page, "Questions");
  await page.getByRole("group", { name: "Last name" }).getByText("Required").click();
  await openSection(page, "Presets");
  await page.getByLabel("Add a preset").selectOption("Source");
  await page.getByRole("textbox", { name: "Source" }).pressSequentially("Garden kiosk");
  await expect(page.getByText(/changes, not saved yet/)).toBeVisible();
  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();

  await page.goto("/kiosk/garden-tablet");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await expect(page.getByText("Sample Homes may contact me by the ways I tick.")).toBeVisible();
  await page.getByLabel("First name").pressSequentially("Garden");
  await page.getByLabel("Phone 1").pressSequentially("415 555 0177");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Enter Last name" })).toBeVisible();
  await page.getByLabel("Last name").pressSequentially("Visitor");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Skip these" }).click();
  await page.getByLabel("Do you live nearby?").pressSequentially("Yes, next door");
  await page.getByRole("button", { name: /^(Done|Send)$/ }).click();
  await expect(page.getByRole("heading", { name: "Come on in" })).toBeVisible();
  const stored = async () => (await foyer.leads()).find(({ received }) => received["firstName"] === "Garden")?.received;
  await expect.poll(stored).toMatchObject({
    lastName: "Visitor",
    source: "Garden kiosk",
    customAttributeList: [{ attributeName: "Do you live nearby?", value: "Yes, next door" }],
  });

  await page.goto("/settings/garden-tablet");
  await openSection(page, "Copy, save, remove");
  await page.getByRole("button", { name: "Remove this station" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove this station" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Stations" })).toBeVisible();
  await expect(page.getByText("Garden tablet")).toHaveCount(0);
});

test("settings are saved as a file, read again, and discarded", async ({ page }) => {
  await page.goto("/settings/front-desk#files");
  const waits = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save as a file" }).click();
  const file = await (await waits).path();
  await page.goto("/settings/website");
  await page.getByLabel("Read a file").setInputFiles(file);
  await expect(page.getByLabel("Station name")).toHaveValue(/Front desk/);
  await expect(page.getByText(/changes, not saved yet/)).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByLabel("Station name")).not.toHaveValue(/Front desk/);
  await page
    .getByLabel("Read a file")
    .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from('{ "profile": "kiosk" }') });
  await openSection(page, "Copy, save, remove");
  await expect(page.getByText("That file does not hold a station.")).toBeVisible();
  const dead = { profile: "kiosk", name: "Door", asks: { on: ["property.bedrooms"], off: [] } };
  await page
    .getByLabel("Read a file")
    .setInputFiles({ name: "y.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(dead)) });
  await expect(page.getByText("These settings of the file can’t work: asks.on.0.")).toBeVisible();
});

test("another consent text removes the ready translations and keeps those that the broker typed", async ({ page }) => {
  await page.goto("/settings/website");
  await openSection(page, "Consent");
  const spanish = page.getByLabel("In Español").first();
  await spanish.press("Control+End");
  await spanish.pressSequentially(" Gracias.");
  const typed = await spanish.inputValue();
  expect(typed.length).toBeGreaterThan(20);
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.press("End");
  await text.pressSequentially(" Thank you.");
  await expect(spanish).toBeVisible();
  await expect(spanish).toHaveValue(typed);
  await expect(page.getByLabel("In Français").first()).toHaveValue("");
  await page.getByRole("button", { name: "Discard" }).click();
});

test("facts of the house typed while a photo is made smaller stay", async ({ page }) => {
  await page.addInitScript(() => {
    const make = window.createImageBitmap.bind(window) as (blob: Blob) => Promise<ImageBitmap>;
    window.createImageBitmap = (async (blob: Blob) => {
      await new Promise((done) => setTimeout(done, 2_000));
      return make(blob);
    }) as typeof window.createImageBitmap;
  });
  const before = await readStation(page, "kiosk");
  await page.goto("/settings/kiosk");
  await openSection(page, "House");
  await page.getByLabel("Add a photo").setInputFiles("e2e/pictures/agent.png");
  await page.getByLabel("Bedrooms").pressSequentially("4");
  await page.getByLabel("Price").pressSequentially("1250000");
  await expect(page.getByAltText("Photo of the house")).toBeVisible();
  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();
  expect(await readStation(page, "kiosk")).toMatchObject({ listing: { beds: 4, price: 1_250_000 } });
  await page.request.put("/api/stations/kiosk", { data: before });
});

test("an option's text in another language is saved under the option, and goes when its box is emptied", async ({
  page,
}) => {
  const before = await readStation(page, "kiosk");
  await page.goto("/settings/kiosk");
  await openSection(page, "Your own questions");
  await page.locator("summary", { hasText: "In other languages" }).first().click();
  const box = page.getByRole("group", { name: "Español" }).first().getByLabel("Sign", { exact: true });
  const options = async () => {
    await page.getByRole("button", { name: "Save for every device" }).click();
    await expect(page.getByText("Saved for every device.")).toBeVisible();
    const [first] = (await readStation(page, "kiosk"))["attributes"] as [{ texts: { es: { options: object } } }];
    return first.texts.es.options;
  };
  await box.press("Control+A");
  await box.pressSequentially("Letrero grande ");
  expect(await options()).toMatchObject({ Sign: "Letrero grande", Online: "Internet" });
  await box.press("Control+A");
  await box.press("Backspace");
  await expect(page.getByText("1 change, not saved yet")).toBeVisible();
  expect(await options()).not.toHaveProperty("Sign");
  await page.request.put("/api/stations/kiosk", { data: before });
});
