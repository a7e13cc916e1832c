import type { Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "../foyer.ts";

/**
 * A browser that translates a page wraps every text in its own elements. Our changing texts therefore need an element
 * of their own. Otherwise changes are not translated, or React fails to update the DOM.
 */
test.beforeEach(async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (said) => said.type() === "error" && errors.push(said.text()));
  await page.addInitScript(translate);
  (page as Page & { errors?: readonly string[] }).errors = errors;
});
test.afterEach(({ page }) => expect((page as Page & { errors?: readonly string[] }).errors).toEqual([]));

test("a visitor completes the form on a translated page", async ({ page, foyer }) => {
  await page.goto("/embed/website");
  await page.getByLabel("First name").fill("A name that is far too long for Lofty to keep");
  await page.keyboard.press("Tab");
  await expect(page.getByText("15 too many").first()).toBeVisible();
  await page.getByLabel("First name").fill("Translated Sample");
  await page.getByLabel("Email 1").fill("translated.sample@example.com");
  const forward = page.getByRole("button", { name: /^(Continue|Send)$/ });
  const heading = page.getByRole("heading", { level: 1 });
  for (let pages = 0; pages < 6 && (await forward.innerText()) !== "Send"; pages++) {
    const before = await heading.innerText();
    await forward.click();
    await expect(heading).not.toHaveText(before);
  }
  await expect(page.locator("font font", { hasText: "Send" })).toBeVisible();
  await forward.click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await expect
    .poll(async () => (await foyer.leads()).map(({ stored }) => stored["firstName"]))
    .toContain("Translated Sample");
});

test("staff's forms on a translated page show the state of leads", async ({ page }) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  // Any state is fine here, because an earlier story may have left a lead that needs attention.
  const pill = page.getByRole("link", { name: /All in the sandbox|waiting|needs? attention/ });
  await expect(pill).toBeVisible();
  await page.getByLabel("First name").fill("Agent Translated");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved Agent Translated/)).toBeVisible();
  await page.getByLabel("First name").fill("Another Translated");
  await page.getByRole("button", { name: "More questions" }).click();
  await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();

  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Desk Translated");
  await page.getByRole("button", { name: /^Send now/ }).click();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
  await page.getByRole("button", { name: "Next visitor" }).click();
  await pill.click();
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();
});

/** Changes the DOM like Google Translate, without translating: wraps each text in two elements, also later ones. */
function translate(): void {
  const translated = new WeakSet<Node>();
  const into = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter((one) => one.data.trim() !== "" && !translated.has(one))) {
      if (/^(SCRIPT|STYLE|TEXTAREA|OPTION|TITLE)$/.test(text.parentElement?.nodeName ?? "SCRIPT")) continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = text.data;
      outer.append(inner);
      translated.add(inner.firstChild as Node);
      text.replaceWith(outer);
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    into(document.body);
    new MutationObserver((changes) => {
      for (const { target } of changes) if (target.isConnected) into(target.parentNode ?? target);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
