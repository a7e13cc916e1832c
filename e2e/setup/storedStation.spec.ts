import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "../foyer.ts";

const folder = mkdtempSync(join(tmpdir(), "foyer-stored-"));
test.use({ proxyEnv: { DATA_DIR: folder } });

test("a station saved by another version opens, and its settings show what is left out", async ({ page, foyer }) => {
  const database = new DatabaseSync(join(folder, "foyer.sqlite"), { timeout: 20_000 });
  const row = database.prepare("SELECT station FROM stations WHERE id = 'front-desk'").get();
  const saved = { ...(JSON.parse(String(row?.["station"])) as object), languages: ["en", "ko"], sound: "bell" };
  database.prepare("UPDATE stations SET station = ? WHERE id = 'front-desk'").run(JSON.stringify(saved));
  database.close();
  await foyer.restartProxy();

  await page.goto("/s/front-desk");
  await page.getByLabel("First name").pressSequentially("Sample Desk");
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
  await page.goto("/settings/front-desk");
  const note = page.getByText("This version of Foyer does not support, and leaves out: sound and languages: ko.");
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();
  await expect(note).toHaveCount(0);

  const path = "/api/stations/front-desk";
  const station = (await (await page.request.get(path)).json()) as object;
  const korean = await page.request.put(path, { data: { ...station, languages: ["en", "ko"] } });
  expect([korean.status(), await korean.json()]).toEqual([
    422,
    expect.objectContaining({ issues: [{ path: "languages.1", code: "not-an-option" }] }),
  ]);
});
