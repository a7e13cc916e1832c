import { expect, test } from "vitest";
import { brandTokens, floors, type BrandTokens } from "./brandTokens.ts";
import { contrast } from "./contrast.ts";
import { grounds, type Mode } from "./grounds.ts";

const steps = Array.from({ length: 16 }, (_, index) => (index * 17).toString(16).padStart(2, "0"));
const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));

/** Pairs of tokens that need contrast: minimum ratios of WCAG 1.4.3 (text) and 1.4.11 (edge). */
const pairs: readonly (readonly [
  keyof BrandTokens,
  keyof BrandTokens | keyof typeof grounds.light,
  "text" | "edge",
])[] = [
  ["on-brand", "brand", "text"],
  ["on-brand", "brand-hover", "text"],
  ["brand-ink", "surface", "text"],
  ["brand-ink", "bg", "text"],
  ["brand-ink", "brand-tint", "text"],
  ["brand-ink", "brand-tint-2", "text"],
  ["brand-line", "surface", "edge"],
  ["brand-line", "bg", "edge"],
  ["on-panel", "panel", "text"],
  ["on-panel-2", "panel", "text"],
  ["on-panel-2", "panel-2", "text"],
  ["panel-accent", "panel", "edge"],
];

for (const mode of ["light", "dark"] as const)
  for (const level of ["usual", "more"] as const)
    test(`4,096 brand colors, ${mode}, ${level} contrast: every pair has its minimum ratio`, () => {
      expect(colours).toHaveLength(4096);
      expect(colours.flatMap((hex) => misses(hex, mode, level))).toEqual([]);
    });

test("a brand color on which white text is readable: the main button has exactly this color", () => {
  expect(brandTokens("#8a1538", "light")).toMatchObject({ brand: "#8A1538", "on-brand": "#FFFFFF" });
});

test("a pale brand color: the main button keeps it, with dark text and a dark edge", () => {
  expect(brandTokens("#ffd84d", "light")).toMatchObject({
    brand: "#FFD84D",
    "on-brand": grounds.light.ink,
    "brand-edge": grounds.light.ink,
  });
});

test("the fill or the edge of the main button has enough contrast to the page", () => {
  const unseen = colours.filter((hex) => {
    const { brand, "brand-edge": edge } = brandTokens(hex, "light");
    return contrast(edge === "transparent" ? brand : edge, grounds.light.bg) < floors.usual.edge;
  });
  expect(unseen).toEqual([]);
});

function misses(hex: string, mode: Mode, level: keyof typeof floors): readonly string[] {
  const all = { ...grounds[mode], ...brandTokens(hex, mode, floors[level]) };
  return pairs
    .filter(([fore, back, floor]) => contrast(all[fore], all[back]) < floors[level][floor])
    .map(([fore, back]) => `${hex}: ${fore} ${all[fore]} on ${back} ${all[back]}`);
}
