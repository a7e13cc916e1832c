import { contrast } from "./contrast.ts";
import { grounds, onPanels, type Mode } from "./grounds.ts";
import { fromOklch, toOklch, type Oklch } from "./oklch.ts";

/** Minimum contrast ratios (WCAG) for text and for edges. `more` is for people whose system asks for more contrast. */
export const floors = { usual: { text: 4.5, edge: 3 }, more: { text: 7, edge: 4.5 } } as const;
export type Floors = (typeof floors)[keyof typeof floors];

/** Text on a solid brand color: white or almost black. */
const paper = "#FFFFFF";
const inkOnDark = "#0A1412";

/**
 * Returns all brand and panel tokens for one brand color. All pairs have at least their minimum ratio. The hue stays.
 * The main button has exactly the brand color if white text is readable on it. A pale color stays too, with dark text
 * and a dark edge. In all other cases the lightness changes until the ratios are met.
 */
export function brandTokens(hex: string, mode: Mode, floor: Floors = floors.usual) {
  const given = toOklch(hex);
  const vivid = { ...given, c: Math.min(given.c, 0.19) };
  const { bg, surface } = grounds[mode];
  const dark = mode === "dark";
  const tint = fromOklch({ ...muted(vivid, dark ? 0.05 : 0.024), l: dark ? 0.305 : 0.945 });
  const tint2 = fromOklch({ ...muted(vivid, dark ? 0.04 : 0.012), l: dark ? 0.265 : 0.97 });
  const panel = walk({ ...muted(vivid, dark ? 0.04 : 0.08), l: dark ? 0.22 : Math.min(given.l, 0.3) }, -1, [
    [onPanels["on-panel"], 10],
  ]);
  const solid = dark ? solidInDark(vivid, floor) : solidInLight(hex.toUpperCase(), given, vivid, floor);
  return {
    ...solid,
    "brand-ink": walk(
      { ...muted(vivid, dark ? 0.11 : 0.15), l: dark ? 0.78 : Math.min(given.l, 0.5) },
      dark ? 1 : -1,
      [surface, bg, tint, tint2].map((ground) => [ground, floor.text]),
    ),
    "brand-line": walk({ ...vivid, l: dark ? 0.6 : Math.min(given.l, 0.6) }, dark ? 1 : -1, [
      [surface, floor.edge],
      [bg, floor.edge],
    ]),
    "brand-tint": tint,
    "brand-tint-2": tint2,
    panel,
    "panel-2": fromOklch({ ...muted(vivid, 0.06), l: Math.max(0.1, toOklch(panel).l - 0.045) }),
    "on-panel-2": walk({ ...muted(vivid, 0.045), l: 0.8 }, 1, [[panel, floor.text + 0.5]]),
    "panel-line": walk({ ...muted(vivid, 0.05), l: 0.42 }, 1, [[panel, 1.9]]),
    ...onPanels,
  };
}

export type BrandTokens = ReturnType<typeof brandTokens>;

function solidInDark(vivid: Oklch, { text }: Floors) {
  const start = { ...muted(vivid, 0.13), l: Math.max(vivid.l, 0.72) };
  const brand = walk(start, 1, [
    [grounds.dark.surface, text],
    [inkOnDark, 7],
  ]);
  const hover = fromOklch({ ...muted(vivid, 0.1), l: Math.min(0.95, toOklch(brand).l + 0.06) });
  return solid(brand, hover, inkOnDark, "transparent", text);
}

function solidInLight(hex: string, given: Oklch, vivid: Oklch, { text, edge }: Floors) {
  const { bg, ink } = grounds.light;
  if (given.l > 0.74 && contrast(hex, ink) >= 7) {
    const hover = fromOklch({ ...vivid, l: given.l - 0.05 });
    return solid(hex, hover, ink, contrast(hex, bg) < edge ? ink : "transparent", text);
  }
  const fits: readonly Floor[] = [
    [paper, text],
    [bg, text],
  ];
  const brand = holds(hex, fits) ? hex : walk(given, -1, fits);
  const hover = fromOklch({ ...vivid, l: Math.max(0.12, toOklch(brand).l - 0.06) });
  return solid(brand, hover, paper, "transparent", text);
}

const solid = (brand: string, hover: string, on: string, edge: string, text: number) => ({
  brand,
  "brand-hover": contrast(on, hover) < text ? brand : hover,
  "on-brand": on,
  "brand-edge": edge,
});

type Floor = readonly [ground: string, ratio: number];

const holds = (hex: string, wanted: readonly Floor[]) =>
  wanted.every(([ground, ratio]) => contrast(hex, ground) >= ratio);

const muted = (colour: Oklch, most: number): Oklch => ({ ...colour, c: Math.min(colour.c, most) });

/** Changes the lightness in steps of 0.005 until every minimum ratio is met. */
function walk(start: Oklch, direction: 1 | -1, wanted: readonly Floor[]): string {
  for (let { l } = start; l >= 0 && l <= 1; l += direction * 0.005) {
    const hex = fromOklch({ ...start, l });
    if (holds(hex, wanted)) return hex;
  }
  return direction < 0 ? "#000000" : "#FFFFFF";
}
