import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { atOpenHouse, cachedPaths, expect, test } from "../foyer.ts";
import { leftOver, wordsOf } from "../look/catalogue.ts";
import { scrollsSideways } from "../look/measures.ts";

// Rooms of its own: leads and stations of other stories would be on its pages.

const isRelease = process.env["FOYER_RELEASE"] !== undefined;
const others = ["es", "fr", "de", "zh-CN", "zh-TW", "ja"] as const;
const sizes = { phone: { width: 390, height: 844 }, tablet: { width: 1180, height: 820 } } as const;

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const lang = (page: Page) => page.locator("html").getAttribute("lang");

test("a visitor changes the language: answers and focus stay, Lofty gets it, the next one starts in English", async ({
  page,
  foyer,
}) => {
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "日本語" }).click();
  await page.getByRole("button", { name: "タップして受付" }).click();
  await page.getByLabel("名", { exact: true }).pressSequentially("Kenji");
  const language = page.getByRole("combobox", { name: "言語" });
  await language.focus();
  await language.selectOption("Français");
  await expect(page.getByLabel("Prénom")).toHaveValue("Kenji");
  await expect(page.getByRole("combobox", { name: "Langue" })).toBeFocused();
  expect(await lang(page)).toBe("fr");
  await page.locator("#f-emails-0").pressSequentially("kenji.sample@example.com");
  await page.keyboard.press("Tab");
  for (let pages = 0; pages < 6 && !(await page.getByRole("heading", { name: "Entrez" }).isVisible()); pages++) {
    const before = await heading(page).innerText();
    // The office's own question, in the words that the office has for it.
    const heard = page.getByRole("group", { name: /^Comment nous avez-vous connus/ });
    if (await heard.isVisible()) await heard.getByText("Un panneau").click();
    await page.locator("main .btn-primary").last().click();
    await expect(heading(page)).not.toHaveText(before);
    await expect(heading(page)).not.toHaveText("Envoi en cours");
  }
  await page.getByRole("button", { name: "Terminé, visiteur suivant" }).click();
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  expect(await lang(page)).toBe("en");
  const kenji = async () => (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Kenji")?.stored;
  const sign = { attributeName: "How did you hear about us?", attributeType: "single_select", value: "Sign" };
  await expect.poll(kenji).toMatchObject({ language: "fr", customAttributeList: [sign] });
});

test.describe("a browser in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("gets the first screen in Spanish, before any script", async ({ page }) => {
    await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
    for (const [path, label] of [
      ["/embed/website", "Nombre"],
      ["/s/front-desk", "Tipo de prospecto"],
    ] as const) {
      await page.goto(path);
      expect(await lang(page)).toBe("es");
      await expect(page.getByText(label, { exact: true }).first()).toBeVisible();
    }
    await page.goto("/kiosk/kiosk");
    await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  });
});

test("staff choose Spanish: at once, after a reload, and in the first screen from the proxy", async ({ page }) => {
  await page.goto("/settings");
  await page.getByLabel("Español").check();
  await expect(heading(page)).toHaveText("Configuración");
  await expect(page.getByLabel("Español")).toBeFocused();
  await page.reload();
  await expect(heading(page)).toHaveText("Configuración");
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
  await page.goto("/s/front-desk");
  await expect(heading(page)).toHaveText("Contacto");
});

test.describe("with the service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("the kept pages of staff follow the new language", async ({ page }) => {
    await page.goto("/");
    await expect.poll(() => cachedPaths(page), { timeout: 60_000 }).toContain("/s/front-desk");
    await page.goto("/settings");
    await page.getByLabel("Español").check();
    const kept = () => page.evaluate(async () => (await (await caches.match("/s/front-desk"))?.text()) ?? "");
    await expect.poll(kept, { timeout: 60_000 }).toMatch(/<html [^>]*lang="es"/);
  });
});

test("a language that was chosen on a kiosk's welcome screen goes when nobody starts", async ({ page }) => {
  await page.clock.install();
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("button", { name: "Zum Eintragen tippen" })).toBeVisible();
  // The page sets the timer a moment after it has drawn the language.
  await page.clock.runFor(100);
  await page.clock.fastForward(61_000);
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
});

test("staff's pages in Spanish have no English and no key", async ({ page }) => {
  await atOpenHouse(page);
  await page.evaluate(() => localStorage.setItem("foyer:setting:language", '"es"'));
  const stations = ["/s/open-house", "/s/front-desk"].flatMap((station) =>
    ["", "/inquiry", "/property", "/family", "/attributes", "/review", "/event"].map((step) => station + step),
  );
  const settings = ["/settings", "/settings/kiosk", "/settings/front-desk"];
  for (const path of [
    "/",
    "/outbox",
    "/today",
    "/devices",
    "/before-you-leave",
    "/nowhere",
    ...settings,
    ...stations,
  ]) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(heading(page)).toBeVisible();
    for (const fold of await page.locator("main summary:visible").all()) await fold.click();
    expect([path, await leftOver(page, ["visitors", "staff"], "es")]).toEqual([path, []]);
    expect([path, await page.evaluate(scrollsSideways)]).toEqual([path, []]);
  }
});

type Size = keyof typeof sizes;
const inCi: readonly (readonly [string, Size])[] = [
  ["de", "phone"],
  ["ja", "tablet"],
];
const everywhere = others.flatMap((one) => (["phone", "tablet"] as const).map((size) => [one, size] as const));

for (const [language, size] of isRelease ? everywhere : inCi)
  for (const path of ["/kiosk/kiosk", "/embed/website"])
    test(`${language}: ${path} on a ${size} has no English, no key, no overflow`, async ({ page }) => {
      const words = wordsOf("visitors", language);
      const look = () => check(page, language, isRelease || path === "/kiosk/kiosk");
      const isIn = () => expect(page.locator("html")).toHaveAttribute("lang", language);
      await page.setViewportSize(sizes[size]);
      await page.goto(path);
      if (path === "/embed/website") await page.locator("#language").selectOption(language);
      else {
        await page.locator(`button[lang="${language}"]`).click();
        await isIn();
        await look();
        await page.getByRole("button", { name: words.get("kiosk.start") ?? "" }).click();
      }
      await isIn();
      await expect(page.locator("#f-firstName")).toBeVisible();
      await look();
      // A name that is too long, an address that is none.
      await page.locator("#f-firstName").fill("An answer that is far too long for Lofty to keep");
      await page.locator("#f-emails-0").fill("nobody");
      await page.locator("main .btn-primary").last().click();
      await expect(page.getByRole("alert").first()).toBeVisible();
      await look();
      await page.locator("#f-firstName").fill("Sample");
      await page.locator("#f-emails-0").fill("sample@example.com");
      await page.keyboard.press("Tab");
      const last = words.get(path === "/embed/website" ? "receipt.thanks" : "receipt.done") ?? "";
      for (let pages = 0; pages < 6; pages++) {
        const before = await heading(page).innerText();
        await page.locator("main .btn-primary").last().click();
        await expect(heading(page)).not.toHaveText(before);
        await expect(heading(page)).not.toHaveText(words.get("receipt.sending") ?? "");
        const isLast = (await heading(page).innerText()) === last;
        for (const choice of await page.locator("fieldset label:has(svg)").all()) await choice.click();
        await look();
        // A kiosk may have gone back to its welcome screen by now.
        if (isLast) return;
      }
      await expect(heading(page)).toHaveText(last);
    });

async function check(page: Page, language: string, asksAxe: boolean): Promise<void> {
  const at = await heading(page).innerText();
  expect(await leftOver(page, ["visitors"], language), `${language}: ${at}`).toEqual([]);
  expect(await page.evaluate(scrollsSideways), `${language}: ${at}`).toEqual([]);
  expect(await page.evaluate(cutTexts), `${language}: ${at}`).toEqual([]);
  if (!asksAxe) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id }) => id),
    `${language}: ${at}`,
  ).toEqual([]);
}

/** Buttons, labels and headings whose text is wider than they are. Those for screen readers alone are a pixel wide. */
function cutTexts(): readonly string[] {
  const all = document.querySelectorAll<HTMLElement>("button, label, legend, h1, h2, .btn");
  return [...all]
    .filter((one) => one.getClientRects().length > 0 && one.clientWidth > 2)
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(({ outerHTML }) => outerHTML.slice(0, 160));
}
