import { expect, test } from "../foyer.ts";
import { answered } from "../heldPage.ts";
import { openSection } from "../openSection.ts";

/** A broker adds a station. */

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
    await openSection(page, "Copy, save, remove");
    await page.getByRole("button", { name: "Remove this station" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove this station" }).click();
  };
  await openSection(page, "Look");
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

test("a copy of a station saves nothing of the station that is open; when it is removed, its leads can be read", async ({
  page,
}) => {
  await page.goto("/settings/front-desk");
  const puts: string[] = [];
  page.on("request", (request) => request.method() === "PUT" && puts.push(new URL(request.url()).pathname));
  await openSection(page, "Look");
  await page.getByLabel("Brokerage").pressSequentially(" unsaved");
  await openSection(page, "Copy, save, remove");
  await page.getByRole("button", { name: "Copy this station" }).click();
  const dialog = page.getByRole("dialog", { name: "Copy this station" });
  await dialog.getByLabel("Name").pressSequentially("Copied desk");
  await page.keyboard.press("Enter");
  await expect.poll(() => puts).toEqual(["/api/stations/copied-desk"]);
  await expect(dialog).toHaveCount(0);
  await page.waitForTimeout(1_000);
  expect(puts).toHaveLength(1);

  const id = crypto.randomUUID();
  const lead = { firstName: "Copied Sample", emails: ["copied@example.com"] };
  const data = { station: "copied-desk", lead, capturedAt: new Date().toISOString(), event: null };
  await page.request.post("/api/leads", { headers: { "idempotency-key": id }, data });
  await page.request.delete("/api/stations/copied-desk");
  const other = await page.context().newPage();
  await other.goto(`/leads/${id}`);
  await expect(other.getByRole("heading", { level: 1, name: "Copied Sample" })).toBeVisible();
  await expect(other.getByText("copied@example.com")).toBeVisible();
});
