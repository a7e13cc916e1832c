import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { browserArgs } from "../src/tools/browserArgs.ts";
import { expect, test } from "./foyer.ts";

/** A browser of its own that can be killed, and started again with what it had written to disk by then. */
async function startBrowser(profile: string): Promise<{ browser: Browser; kill: () => Promise<void> }> {
  const port = join(profile, "DevToolsActivePort");
  await rm(port, { force: true });
  const path = process.env["CHROMIUM_PATH"] ?? chromium.executablePath();
  const args = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--no-first-run"];
  const child = spawn(path, [...args, ...browserArgs, "about:blank"], { stdio: "ignore", detached: true });
  let address = "";
  await expect
    .poll(async () => (address = await readFile(port, "utf8").catch(() => "")), { timeout: 60_000 })
    .toMatch(/^\d+\n/);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${address.split("\n")[0]}`);
  return { browser, kill: () => killed(child) };
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    process.kill(-(child.pid as number), "SIGKILL");
  });
}

const pageOf = async (browser: Browser) => {
  const context = browser.contexts()[0];
  if (!context) throw new Error("no context");
  return context.newPage();
};

test("a browser that is killed right after Save, without a network, has the lead when it is opened again", async ({
  foyer,
}) => {
  test.setTimeout(180_000);
  const profile = await mkdtemp(join(tmpdir(), "foyer-profile-"));
  const first = await startBrowser(profile);
  const page = await pageOf(first.browser);
  await page.goto(`${foyer.url}/s/front-desk`);
  await page.getByLabel("First name").pressSequentially("Killed Sample");
  await page.getByRole("textbox", { name: "Email 1" }).pressSequentially("killed.sample@example.com");
  await expect(page.getByText("Draft kept on this computer")).toBeVisible();
  await page.route("**/api/leads", (route) => route.abort());
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("heading", { name: "Not saved yet" })).toBeVisible();
  await first.kill();

  const second = await startBrowser(profile);
  const again = await pageOf(second.browser);
  await again.goto(`${foyer.url}/s/front-desk`);
  await expect(again.getByRole("status").filter({ hasText: "Killed Sample" })).toContainText(/Lead \d+/, {
    timeout: 60_000,
  });
  await expect(again.getByLabel("First name")).toHaveValue("");
  await expect(again.getByText("Unfinished lead")).toHaveCount(0);
  await second.kill();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  const stored = (await foyer.leads()).filter((lead) => lead.stored["firstName"] === "Killed Sample");
  expect(stored).toHaveLength(1);
});
