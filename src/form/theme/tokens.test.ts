import { expect, test } from "vitest";
import { dark, darkMore, light, lightMore } from "../../../tailwind.config.ts";
import { contrast } from "./contrast.ts";

type Token = keyof typeof light;

const texts: readonly Token[] = ["ink", "ink-2", "ink-3", "brand-ink", "over", "warn", "ok", "info"];
const pages: readonly Token[] = ["bg", "surface"];

/**
 * Foregrounds, their backgrounds, and the minimum ratio: 7 for running text, 4.5 for other text, 3 for edges (WCAG).
 */
const table: readonly (readonly [readonly Token[], readonly Token[], number])[] = [
  [["ink"], ["bg", "surface", "sunken", "brand-tint-2"], 7],
  [texts, pages, 4.5],
  [["ink-2", "ink-3"], ["sunken"], 4.5],
  [["brand-ink"], ["brand-tint", "brand-tint-2"], 4.5],
  [["on-brand"], ["brand", "brand-hover"], 4.5],
  [["on-panel", "on-panel-2"], ["panel", "panel-2"], 7],
  [["panel-accent"], ["panel", "panel-2"], 4.5],
  [["ink", "over"], ["over-tint"], 4.5],
  [["ink", "warn"], ["warn-tint"], 4.5],
  [["ink", "ok"], ["ok-tint"], 4.5],
  [["ink", "info"], ["info-tint"], 4.5],
  [["control", "over-solid", "brand-line", "focus"], pages, 3],
  [["focus"], ["brand-tint", "sunken"], 3],
];

const themes = {
  light,
  dark,
  "light, more contrast": { ...light, ...lightMore },
  "dark, more contrast": { ...dark, ...darkMore },
};

for (const [name, tokens] of Object.entries(themes))
  test(`${name}: every pair of tokens has its minimum ratio`, () => {
    const low = table.flatMap(([fores, backs, floor]) =>
      fores.flatMap((fore) =>
        backs
          .filter((back) => contrast(tokens[fore], tokens[back]) < floor)
          .map((back) => `${fore} on ${back}: ${contrast(tokens[fore], tokens[back]).toFixed(2)}, wants ${floor}`),
      ),
    );
    expect(low).toEqual([]);
  });
