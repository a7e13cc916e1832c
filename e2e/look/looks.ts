import type { Page } from "@playwright/test";

/**
 * Width and height in CSS pixels. 320 wide is a 1280 px window at 400 % zoom; 720 wide is a 1440 px window at 200 %.
 */
export const sizes = {
  narrow: [320, 640],
  phone: [390, 844],
  half: [720, 450],
  landscape: [740, 360],
  tablet: [820, 1180],
  wide: [1180, 820],
  desk: [1440, 900],
} as const;

export type Size = keyof typeof sizes;

interface Change {
  readonly media?: Parameters<Page["emulateMedia"]>[0];
  readonly size?: Size;
  /** Factor of the text size setting. */
  readonly textSize?: number;
}

/** What each look changes. */
const changes = {
  light: {},
  dark: { media: { colorScheme: "dark" } },
  "more contrast": { media: { contrast: "more" } },
  "forced colours": { media: { forcedColors: "active" } },
  "reduced motion": { media: { reducedMotion: "reduce" } },
  "150 % text": { textSize: 1.5 },
  "200 % zoom": { size: "half" },
  "320 px": { size: "narrow" },
  "390 px": { size: "phone" },
  "820 px": { size: "tablet" },
  "1180 px": { size: "wide" },
  "1440 px": { size: "desk" },
  landscape: { size: "landscape" },
} as const satisfies Record<string, Change>;

export type Look = keyof typeof changes;

/** Applies a look to an open page. `size` is the screen's own size. */
export async function lookAt(page: Page, look: Look, size: Size): Promise<void> {
  const change: Change = changes[look];
  const [width, height] = sizes[change.size ?? size];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: "light",
    contrast: "no-preference",
    forcedColors: "none",
    reducedMotion: "no-preference",
    ...change.media,
  });
  await page.evaluate(
    async (textSize) => {
      document.documentElement.style.setProperty("--text-size", textSize);
      await document.fonts.ready;
      for (const animation of document.getAnimations()) animation.finish();
    },
    String(change.textSize ?? 1),
  );
}
