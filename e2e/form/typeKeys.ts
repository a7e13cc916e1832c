import type { Locator, Page } from "@playwright/test";
import { expect } from "../foyer.ts";

/** Sends all keys without waiting for the page, like a fast typist on a slow device. */
export async function sendKeys(page: Page, keys: readonly string[]): Promise<void> {
  const device = await page.context().newCDPSession(page);
  const tab = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 } as const;
  const named: Record<string, object> = { Tab: tab, "Shift+Tab": { ...tab, modifiers: 8 } };
  await Promise.all(
    keys.flatMap((key) => {
      const pressed = named[key] ?? { key };
      const type = key in named ? "rawKeyDown" : "keyDown";
      return [
        device.send("Input.dispatchKeyEvent", { type, ...pressed, ...(key in named ? {} : { text: key }) }),
        device.send("Input.dispatchKeyEvent", { type: "keyUp", ...pressed }),
      ];
    }),
  );
  await device.detach();
}

/** Adds a row. Its first box gets the focus, later than the press. */
export async function add(page: Page, row: string): Promise<void> {
  await page.getByRole("button", { name: row }).click();
  await expect(page.locator("form :is(input, textarea):focus")).toBeVisible();
}

/** Types each text, leaves the box and returns. The box must show every key, and `left` after leaving. */
export async function typeEach(page: Page, box: Locator, texts: readonly string[], left = texts): Promise<void> {
  await box.focus();
  await box.press("ControlOrMeta+a");
  const held = await box.evaluateHandle((element: HTMLInputElement) => {
    const values: string[] = [];
    element.addEventListener("input", () => queueMicrotask(() => values.push(element.value)));
    element.addEventListener("focus", () => values.push(element.value));
    return values;
  });
  await sendKeys(
    page,
    texts.flatMap((text) => [...text, "Tab", "Shift+Tab"]),
  );
  const wanted = texts.flatMap((text, index) => [...beginnings(text), left[index]]);
  await expect.poll(() => held.jsonValue(), { timeout: 60_000 }).toEqual(wanted);
}

const beginnings = (text: string) => [...text].map((_, index) => text.slice(0, index + 1));

/** Types each token and presses Enter. The box must show every key, and the result must be one token. */
export async function typeTokens(page: Page, box: Locator, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    await box.focus();
    const held = await box.evaluateHandle((element: HTMLInputElement) => {
      const values: string[] = [];
      element.addEventListener("keyup", () => values.push(element.value), { passive: true });
      return values;
    });
    await page.keyboard.type(token);
    expect(await held.jsonValue()).toEqual(beginnings(token));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: `Remove ${token}`, exact: true })).toBeVisible();
  }
  const isPart = new RegExp(`^Remove (${tokens.flatMap((token) => token.split(/, ?/)).join("|")})$`);
  await expect(page.getByRole("button", { name: isPart })).toHaveCount(
    tokens.filter((token) => !/,/.test(token)).length,
  );
}

/** Waits until Lofty's lists are loaded. */
export async function listed(page: Page, names: readonly string[]): Promise<void> {
  await expect(async () => {
    const lists: unknown = await page.evaluate(() => localStorage.getItem("foyer:vocabulary"));
    for (const name of names) expect(String(lists)).toContain(name);
  }).toPass();
}
