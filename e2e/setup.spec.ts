import type { Page } from "@playwright/test";
import { expect, test } from "./foyer.ts";
import { answered } from "./heldPage.ts";

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

  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).pressSequentially("Do you live nearby?");
  await page.getByLabel("Brokerage").pressSequentially("Sample Homes");
  await page.getByLabel("Brand color").pressSequentially("#8A1538");
  await page
    .getByRole("textbox", { name: "Text", exact: true })
    .fill("Sample Homes may contact me by the ways I tick.");
  await page.getByLabel("Version").fill("2");
  await page.getByRole("group", { name: "Last name" }).getByText("Required").click();
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
  await page.getByRole("button", { name: "Remove this station" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove this station" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Stations" })).toBeVisible();
  await expect(page.getByText("Garden tablet")).toHaveCount(0);
});

test("two people edit one station: the second adds their change to the first one's", async ({ page, context }) => {
  const read = async () =>
    (await (await page.request.get("/api/stations/website")).json()) as { name: string; languages: string[] };
  const before = await read();
  const other = await context.newPage();
  for (const one of [page, other]) await one.goto("/settings/website");
  await page.getByLabel("Station name").fill("First editor");
  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();
  await other.getByRole("checkbox", { name: "日本語" }).uncheck();
  await other.getByRole("button", { name: "Save for every device" }).click();
  await expect(other.getByText("Somebody else saved this station first. Your 1 change is kept here.")).toBeVisible();
  await other.getByRole("button", { name: "Add mine to theirs" }).click();
  await other.getByRole("button", { name: "Save for every device" }).click();
  await expect(other.getByText("Saved for every device.")).toBeVisible();
  const after = await read();
  expect(after.name).toBe("First editor");
  expect(after.languages).not.toContain("ja");
  await page.request.put("/api/stations/website", { data: before });
});

test("settings are saved as a file, read again, and discarded", async ({ page }) => {
  await page.goto("/settings/front-desk");
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
  await expect(page.getByText("That file does not hold a station.")).toBeVisible();
});

test("the preview shows what is typed, takes no focus, and only Foyer may frame it", async ({ page, context }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/settings/kiosk");
  const preview = page.frameLocator("iframe");
  await expect(preview.getByText("Tap to sign in")).toBeVisible();
  await page.getByLabel("Brokerage").fill("Preview Homes");
  await expect(preview.getByText("Preview Homes")).toBeVisible();
  await expect(page.getByLabel("Brokerage")).toBeFocused();
  await page.getByRole("group", { name: "Preview" }).getByText("While").click();
  await expect(preview.getByText("What brings you here?")).toBeVisible();
  await page.getByText("Front desk", { exact: true }).click();
  await expect(preview.getByText("Preview Homes")).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("IFRAME");

  const policy = async (path: string) => (await page.request.get(path)).headers()["content-security-policy"] ?? "";
  expect(await policy("/preview")).toContain("frame-ancestors 'self'");
  expect(await policy("/settings")).toContain("frame-ancestors 'none'");
  // A page that is not around it cannot tell it what to show.
  const alone = await context.newPage();
  await alone.goto("/preview");
  await alone.evaluate(() => window.postMessage({ station: { profile: "kiosk" }, screen: "done" }, "*"));
  await alone.waitForTimeout(500);
  expect(await alone.evaluate(() => document.querySelector("main"))).toBeNull();
});

/** Makes each request to the proxy that changes something take 1.5 s, and returns their number so far. */
async function slowDown(page: Page): Promise<() => number> {
  let count = 0;
  await page.route("**/api/stations/**", async (route) => {
    if (route.request().method() === "GET") return route.continue();
    count++;
    await new Promise((done) => setTimeout(done, 1_500));
    return route.continue();
  });
  return () => count;
}

const read = async (page: Page, id: string) =>
  (await (await page.request.get(`/api/stations/${id}`)).json()) as Record<string, unknown>;

test("what is typed while Save runs stays and is not called saved; a second press saves nothing twice", async ({
  page,
}) => {
  const before = await read(page, "website");
  await page.goto("/settings/website");
  const saves = await slowDown(page);
  await page.getByLabel("Station name").press("End");
  await page.getByLabel("Station name").pressSequentially(" A");
  await page.getByRole("button", { name: "Save for every device" }).dblclick();
  const brokerage = page.getByLabel("Brokerage");
  await brokerage.fill("");
  await brokerage.pressSequentially("Sample Homes of the Garden", { delay: 80 });
  await expect.poll(async () => (await read(page, "website"))["name"]).toBe(`${String(before["name"])} A`);
  await expect(page.getByRole("heading", { level: 1, name: `${String(before["name"])} A` })).toBeVisible();
  await expect(brokerage).toHaveValue("Sample Homes of the Garden");
  await expect(brokerage).toBeFocused();
  await expect(page.getByText("1 change, not saved yet")).toBeVisible();
  await expect(page.getByText("Saved for every device.")).toHaveCount(0);
  expect(saves()).toBe(1);
  await brokerage.press("Enter");
  await expect(page.getByText("Saved for every device.")).toBeVisible();
  expect(await read(page, "website")).toMatchObject({ brand: { name: "Sample Homes of the Garden" } });
  await page.request.put("/api/stations/website", { data: before });
});

test("leaving a station with unsaved changes asks first, by a link, by Back, and by a reload", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: /^Set up .*Website form/ }).click();
  const name = page.getByLabel("Station name");
  await name.press("End");
  await name.pressSequentially(" changed");
  const typed = await name.inputValue();
  // A link to a section of the page leaves nothing.
  await page.getByRole("link", { name: "Consent", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
  await expect(dialog).toHaveCount(0);
  const stations = page.getByRole("link", { name: "Stations" });
  await stations.click();
  await dialog.getByRole("button", { name: "Stay here" }).click();
  await expect(name).toHaveValue(typed);
  for (let times = 0; times < 2; times++) {
    await page.evaluate(() => window.history.go(window.location.hash ? -2 : -1));
    await dialog.getByRole("button", { name: "Stay here" }).click();
    await expect(name).toHaveValue(typed);
    expect(new URL(page.url()).pathname).toBe("/settings/website");
  }
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => void setTimeout(() => window.location.reload()));
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await expect(name).toHaveValue(typed);

  await stations.click();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Stations" })).toBeVisible();
  // Without changes nothing asks.
  await page.getByRole("link", { name: /^Set up .*Website form/ }).click();
  await expect(name).not.toHaveValue(typed);
  await stations.click();
  await expect(page.getByRole("heading", { level: 1, name: "Stations" })).toBeVisible();
});

test("another consent text removes the ready translations and keeps those that the broker typed", async ({ page }) => {
  await page.goto("/settings/website");
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
  const before = await read(page, "kiosk");
  await page.goto("/settings/kiosk");
  await page.getByLabel("Add a photo").setInputFiles("e2e/pictures/agent.png");
  await page.getByLabel("Bedrooms").pressSequentially("4");
  await page.getByLabel("Price").pressSequentially("1250000");
  await expect(page.getByAltText("Photo of the house")).toBeVisible();
  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();
  expect(await read(page, "kiosk")).toMatchObject({ listing: { beds: 4, price: 1_250_000 } });
  await page.request.put("/api/stations/kiosk", { data: before });
});

test("a station that is added after Cancel does not open over the page that came next", async ({ page }) => {
  await page.goto("/");
  const held = Promise.withResolvers<void>();
  await page.route("**/api/stations/*", async (route) => {
    if (route.request().method() !== "PUT") return route.continue();
    const response = await route.fetch();
    await held.promise;
    return route.fulfill({ response });
  });
  await page.getByRole("button", { name: "Add a station" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a station" });
  await dialog.getByLabel("Name").fill("Side door");
  const put = page.waitForRequest((request) => request.method() === "PUT");
  await page.keyboard.press("Enter");
  const { pathname } = new URL((await put).url());
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await answered(page, pathname, held.resolve);
  await expect(page).toHaveURL(/\/settings$/);
  await page.request.delete(pathname);
});

test("a station whose name has no Latin letter is added once, whatever is pressed again", async ({ page }) => {
  await page.goto("/");
  const puts: string[] = [];
  let isLost = true;
  const pressed = Promise.withResolvers<void>();
  await page.route("**/api/stations/*", async (route) => {
    if (route.request().method() !== "PUT") return route.continue();
    puts.push(route.request().url());
    await pressed.promise;
    const answer = await route.fetch();
    if (!isLost) return route.fulfill({ response: answer });
    isLost = false;
    return route.abort();
  });
  await page.getByRole("button", { name: "Add a station" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a station" });
  await dialog.getByLabel("Name").pressSequentially("受付");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  pressed.resolve();
  await expect(dialog.getByText("Not saved. Look at what is marked, or try again.")).toBeVisible();
  expect(puts).toHaveLength(1);
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("There is a station with this name already.")).toBeVisible();
  expect(new Set(puts).size).toBe(1);
  const { stations } = (await (await page.request.get("/api/stations")).json()) as { stations: { name: string }[] };
  expect(stations.filter(({ name }) => name === "受付")).toHaveLength(1);

  // Without the proxy, removing says what happened, and not that it is the last station.
  await page.goto(new URL(String(puts[0])).pathname.replace("/api/stations", "/settings"));
  const remove = async () => {
    await page.getByRole("button", { name: "Remove this station" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove this station" }).click();
  };
  await page.getByLabel("Brokerage").pressSequentially("Sample");
  await page.route("**/api/stations/*", (route) => route.abort());
  await remove();
  await expect(page.getByText("Not removed. Try again.")).toBeVisible();
  await page.unroute("**/api/stations/*");
  // With unsaved changes too: they go with the station.
  await remove();
  await expect(page.getByRole("heading", { level: 1, name: "Stations" })).toBeVisible();
  await expect(page.getByText("受付")).toHaveCount(0);
});
