import type { Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "../foyer.ts";

/** Right-to-left names, and one with an override, must not change the direction of texts next to them on any screen. */

const override = "\u202eevil";
const hebrew = "שלום";
const office = "משרד \u202eoffice";
const stage = "שלב";

test("a name that changes direction is isolated on every screen", async ({ page, foyer }) => {
  test.setTimeout(180_000);
  await foyer.faults({ unknownStage: "refuse" });
  const asked = [{ name: `${office}?`, type: "text" }];
  await change(page, "front-desk", { name: office, attributes: asked });

  await page.goto("/");
  await expectIsolated(page, "the stations", office);
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill(`${override} ${hebrew}`);
  await page.getByLabel("First name").press("Tab");
  await expect(page.getByRole("button", { name: /^Move/ })).toBeVisible();
  await expectIsolated(page, "the form with an offer", hebrew, override, office);
  const tags = page.getByRole("combobox", { name: "Tags", exact: true });
  await tags.focus();
  await page.keyboard.type(hebrew);
  await expectIsolated(page, "the list of a box", hebrew);
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Stage" }).fill(stage);
  await page.getByLabel("Email 1").fill(`<${hebrew}@example.com>`);
  await page.getByLabel("Email 1").press("Tab");
  await expect(page.getByRole("button", { name: /^Use .*@example\.com/ })).toBeVisible();
  await expectIsolated(page, "an address with an offer", hebrew);
  await page.getByLabel("Email 1").fill("turned@example.com");
  await page.goto("/s/front-desk/attributes");
  await expectIsolated(page, "a question that the office named", office);
  await page.goto("/s/front-desk/review");
  await expect(page.getByRole("heading", { level: 1, name: /review|check/i })).toBeVisible();
  await expectIsolated(page, "the review", hebrew, override, stage);
  await page.getByRole("contentinfo").getByRole("button", { name: /^Send/ }).click();
  await expect(page.getByRole("link", { name: "Fix now" })).toBeVisible();
  await expectIsolated(page, "the receipt", hebrew, override);

  await page.getByRole("link", { name: "Fix now" }).click();
  await expect(page.getByText("is not in the sandbox’s list.")).toBeVisible();
  await expectIsolated(page, "the page that corrects it", hebrew, stage);
  await page.goto("/outbox");
  await expect(page.getByRole("heading", { name: hebrew })).toBeVisible();
  await expectIsolated(page, "the outbox", hebrew, override);
  await page
    .getByRole("button", { name: /in the sandbox/ })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectIsolated(page, "the question before it is settled", hebrew, override);

  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await page.getByLabel("First name").fill(`${override} ${hebrew}`);
  await page.getByLabel("Phone 1").fill("415 555 0188");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: hebrew }).first()).toBeVisible();
  await expectIsolated(page, "the notice of a saved lead", hebrew, override);
  await page.goto("/today?station=front-desk");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectIsolated(page, "today", office);
});

async function change(page: Page, station: string, to: object): Promise<void> {
  const path = `/api/stations/${station}`;
  const before = (await (await page.request.get(path)).json()) as object;
  expect((await page.request.put(path, { data: { ...before, ...to } })).ok()).toBe(true);
}

/**
 * Expects that no visible text contains a part outside an isolating element, and no label or title contains one without
 * isolates.
 */
async function expectIsolated(page: Page, screen: string, ...parts: readonly string[]): Promise<void> {
  await expect.poll(() => page.evaluate(notIsolated, parts), { message: screen }).toEqual([]);
}

function notIsolated(parts: readonly string[]): readonly string[] {
  const holds = (text: string) => parts.some((part) => text.includes(part));
  const isFree = (text: string) => holds(text.replaceAll(/\u2068[^\u2069]*\u2069/g, ""));
  const wrong = isFree(document.title) ? [`title: ${document.title}`] : [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, textContent: text } = walker.currentNode;
    const isOwn = parent?.closest("bdi, textarea, option, script, [dir=auto], [translate=no]") != null;
    if (text !== null && holds(text) && !isOwn && parent?.checkVisibility()) wrong.push(`${parent.tagName}: ${text}`);
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]"))
    for (const name of ["aria-label", "title", "placeholder"]) {
      const label = element.getAttribute(name) ?? "";
      const isWhole = parts.some((part) => label.trim() === part || label.trim() === `${part}?`);
      if (!isWhole && isFree(label)) wrong.push(`${name}: ${label}`);
    }
  return wrong;
}
