import type { Page } from "@playwright/test";
import { expect, test } from "../foyer.ts";
import { openSection } from "../openSection.ts";

// Rooms of its own: leads and stations of other stories would be on its pages.

/** The first screen of a kiosk shows its house: facts of the listing, and a photo in place of the drawing. */

const today = new Date().toLocaleDateString("sv");
const facts = (page: Page) => page.getByText("4 beds · 2.5 baths · 2,140 sq ft · $1,250,000");

/** A large picture without flat areas, as a camera makes them. */
const picture = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 3000;
    canvas.height = 2000;
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    for (let at = 0; at < 4000; at++) {
      context.fillStyle = `hsl(${(at * 37) % 360} 40% ${30 + (at % 50)}%)`;
      context.fillRect((at * 211) % 3000, (at * 97) % 2000, 120, 90);
    }
    return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
  });

test("a broker adds the listing's facts and a photo; a kiosk shows them at that house only, in each language", async ({
  page,
  foyer,
}) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(foyer.url)) foreign.push(url);
  });
  const station = { id: "listing-tablet", profile: "kiosk", name: "Listing tablet", languages: ["en", "de"] };
  await page.request.put("/api/stations/listing-tablet", { data: station });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/settings/listing-tablet");
  await openSection(page, "Event");
  await page.getByLabel("Address").fill("48 Larkspur Lane");
  await openSection(page, "House");
  const house = page.getByRole("region", { name: "House", exact: true });
  for (const [name, value] of [
    ["Bedrooms", "4"],
    ["Bathrooms", "2.5"],
    ["Size", "2,140"],
    ["Price", "$1,250,000"],
  ] as const)
    await house.getByLabel(name).fill(value);
  await house.getByLabel("Add a photo").setInputFiles({
    name: "notes.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("no picture"),
  });
  await expect(house.getByRole("alert")).toHaveText("That file is not a picture that this browser can read.");
  const buffer = Buffer.from(await picture(page), "base64");
  await house.getByLabel("Add a photo").setInputFiles({ name: "house.jpg", mimeType: "image/jpeg", buffer });
  await expect(house.getByRole("img", { name: "Photo of the house" })).toBeVisible();
  const preview = page.frameLocator("iframe[title=Preview]");
  await expect(preview.getByText("4 beds")).toBeVisible();
  await expect(preview.locator(".house-photo img")).toBeVisible();
  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();

  await page.setViewportSize({ width: 1180, height: 820 });
  await page.goto("/kiosk/listing-tablet");
  await expect(facts(page)).toBeVisible();
  const photo = page.locator(".house-photo img");
  await expect.poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(600);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByText("4 Schlafzimmer · 2,5 Bäder · 2.140 Quadratfuß · 1.250.000 $")).toBeVisible();

  const saved = (await (await page.request.get("/api/stations/listing-tablet")).json()) as object;
  const event = { address: "9 Elm Street", date: today };
  await page.request.put("/api/stations/listing-tablet", { data: { ...saved, event } });
  await page.goto("/kiosk/listing-tablet");
  await expect(page.getByRole("heading", { name: /9 Elm Street/ })).toBeVisible();
  await expect(facts(page)).toHaveCount(0);
  await expect(photo).toHaveCount(0);
  await page.goto("/settings/listing-tablet#listing");
  await expect(page.getByText("These are for 48 Larkspur Lane. They do not show at another house.")).toBeVisible();
  // A form link's page carries no photo.
  expect(await (await page.request.get("/api/stations/listing-tablet?form=visitors")).text()).not.toContain(
    "data:image",
  );
  expect(foreign).toEqual([]);
  await page.request.delete("/api/stations/listing-tablet");
});
