import type { Locator, Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "../foyer.ts";

/** The tint starts exactly at the first letter over the limit, at any scroll position of the box. */

const letters = ["W", "i", "ש", "م", "漢", "🚀", "e\u0301", "ab "];

for (const [width, height, station] of [
  [1440, 900, "front-desk"],
  [390, 844, "open-house"],
] as const)
  test(`${station} at ${width}: the tint of a first name starts at its 31st letter`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    if (station === "open-house") await atOpenHouse(page);
    await page.goto(`/s/${station}/contact`);
    const box = page.getByLabel("First name");
    for (const letter of letters) {
      await box.fill("");
      await box.focus();
      await page.keyboard.insertText(letter.repeat(48));
      const past = letter === "e\u0301" ? 60 : 30;
      await page.keyboard.press("End");
      await expectTinted(page, box, past, letter);
      for (let times = 0; times < 14; times++) await page.keyboard.press("ArrowLeft");
      await expectTinted(page, box, past, letter);
      await page.keyboard.press("Home");
      await expectTinted(page, box, past, letter);
      await page.mouse.wheel(40, 0);
      await box.evaluate((input) => (input.scrollLeft += getComputedStyle(input).direction === "rtl" ? -37 : 37));
      await expectTinted(page, box, past, letter);
    }
  });

test("the tint of a long note starts where the note would be cut, in the middle of its text", async ({ page }) => {
  await page.goto("/s/front-desk/contact");
  const note = page.getByRole("textbox", { name: "Note" });
  for (const word of ["Word ", "שלום ", "漢字"]) {
    await note.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(`${word.repeat(900).slice(0, 1388)}\n${word.repeat(30)}`);
    await expectTinted(page, note, 1400, word);
  }
});

/** Compares the tint with the letter that the browser reports at each point. */
async function expectTinted(page: Page, box: Locator, past: number, name: string): Promise<void> {
  await expect(page.locator("mark").first()).toBeAttached();
  await expect
    .poll(() => box.evaluate(wrongPoints, past), { message: `${name}: points where tint and letter differ` })
    .toEqual([]);
}

/** Returns the points in a box where the tint does not match the letter. */
function wrongPoints(box: Element, past: number): readonly string[] {
  const input = box as HTMLInputElement;
  const tints = [...(input.parentElement?.querySelectorAll("mark") ?? [])].map((tint) => tint.getBoundingClientRect());
  const { left, top } = input.getBoundingClientRect();
  const style = getComputedStyle(input);
  const [from, until] = [
    left + parseFloat(style.paddingLeft),
    left + input.clientWidth - parseFloat(style.paddingRight),
  ];
  const isLines = input.matches("textarea");
  const line = isLines ? parseFloat(style.lineHeight) : input.clientHeight;
  const first = isLines ? parseFloat(style.paddingTop) + line / 2 - (input.scrollTop % line) : line / 2;
  const wrong: string[] = [];
  for (let y = top + first; y < top + input.clientHeight; y += line) {
    let before: number | undefined;
    for (let x = from + 1; x < until - 1; x += 0.5) {
      const offset = document.caretPositionFromPoint(x, y)?.offset ?? -1;
      const isTinted = tints.some((tint) => x >= tint.left && x <= tint.right && y >= tint.top && y <= tint.bottom);
      // The right half of a letter reports the next caret position, so positions at the limit itself are skipped.
      const isPast = offset > past ? true : offset < past ? false : undefined;
      if (isPast !== undefined && offset !== before && before !== undefined && isPast !== isTinted)
        wrong.push(`${offset} at ${x.toFixed(1)}, ${y.toFixed(1)}`);
      before = offset;
    }
  }
  return wrong;
}
