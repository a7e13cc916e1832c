import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { chooseOpenHouse, expect, test, type Foyer } from "../foyer.ts";
import { filesWith, startBrowser } from "../profile.ts";
import { walkToTheEnd } from "../visitor.ts";

/**
 * The browser is killed at the Saved screen while there is no network. When it opens again with the same profile, the
 * lead is sent once, with what was typed.
 */

const runs = process.env["FOYER_RELEASE"] === undefined ? 3 : 20;

const noNetwork = (page: Page) => page.route("**/api/leads", (route) => route.abort());

interface Who {
  readonly name: string;
  /** Saves a lead without a network, and waits for the Saved screen. */
  readonly save: (page: Page, url: string, typed: string) => Promise<void>;
  readonly path: string;
}
const email = (typed: string) => `${typed.toLowerCase().replaceAll(" ", ".")}@example.com`;

const people: readonly Who[] = [
  {
    name: "desk",
    path: "/s/front-desk",
    async save(page, url, typed) {
      await page.goto(`${url}/s/front-desk`);
      await page.getByLabel("First name").pressSequentially(typed);
      await page.getByRole("textbox", { name: "Email 1" }).pressSequentially(email(typed));
      await expect(page.getByText("Draft kept on this computer")).toBeVisible();
      await noNetwork(page);
      await page.getByRole("button", { name: "Send now" }).click();
      await expect(page.getByRole("heading", { name: "Saved on this computer" })).toBeVisible();
    },
  },
  {
    name: "agent",
    path: "/s/open-house",
    async save(page, url, typed) {
      await page.goto(`${url}/settings`);
      await chooseOpenHouse(page);
      await page.goto(`${url}/s/open-house`);
      await page.getByLabel("First name").pressSequentially(typed);
      await page.getByRole("textbox", { name: "Email 1" }).pressSequentially(email(typed));
      await noNetwork(page);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText(`Saved on this computer: ${typed}.`)).toBeVisible();
    },
  },
  {
    name: "kiosk",
    path: "/kiosk/kiosk",
    async save(page, url, typed) {
      await page.goto(`${url}/kiosk/kiosk`);
      await page.getByRole("button", { name: "Tap to sign in" }).click();
      await page.getByLabel("First name").pressSequentially(typed);
      await page.getByLabel("Email 1").pressSequentially(email(typed));
      await noNetwork(page);
      await walkToTheEnd(page);
    },
  },
];

async function sentOnce(foyer: Foyer, typed: string): Promise<void> {
  const sent = async () => (await foyer.leads()).filter(({ received }) => received["firstName"] === typed);
  await expect.poll(async () => (await sent()).length, { timeout: 60_000 }).toBe(1);
  expect((await sent())[0]?.received).toMatchObject({ firstName: typed, emails: [email(typed)] });
}

for (const who of people)
  test(`${who.name}: a browser killed right after an offline Save sends the lead once when it opens again`, async ({
    foyer,
  }) => {
    test.setTimeout(60_000 * (runs + 1));
    for (let run = 0; run < runs; run++) {
      const typed = `Killed ${who.name} ${"abcdefghijklmnopqrstuvwxyz"[run]}`;
      const profile = await mkdtemp(join(tmpdir(), "foyer-profile-"));
      const first = await startBrowser(profile);
      await who.save(first.page, foyer.url, typed);
      await first.kill();
      if (who.name === "kiosk") expect(await filesWith(typed, profile)).toEqual([]);

      const second = await startBrowser(profile);
      await second.page.goto(foyer.url + who.path);
      await sentOnce(foyer, typed);
      if (who.name === "desk") await expect(second.page.getByLabel("First name")).toHaveValue("");
      await expect(second.page.getByText("Unfinished lead")).toHaveCount(0);
      await second.kill();
      if (who.name === "kiosk") expect(await filesWith(typed, profile)).toEqual([]);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    expect(
      (await foyer.leads()).filter(({ received }) => String(received["firstName"]).startsWith(`Killed ${who.name}`)),
    ).toHaveLength(runs);
  });

test("the search for a name in a profile finds it where staff's queue is readable", async ({ foyer }) => {
  const profile = await mkdtemp(join(tmpdir(), "foyer-profile-"));
  const { page, kill } = await startBrowser(profile);
  const agent = people.find(({ name }) => name === "agent") as Who;
  await agent.save(page, foyer.url, "Readable Sample");
  await kill();
  expect((await filesWith("Readable Sample", profile)).join()).toMatch(/IndexedDB/);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
