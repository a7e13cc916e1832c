import { brandTokens, floors, type BrandTokens } from "./brandTokens.ts";

/** The CSS of a brand color for all themes and contrasts. So the system's theme can change without new CSS. */
export function brandCss(hex: string): string {
  const themes = (contrast: keyof typeof floors, scope = "") => {
    const light = declare(brandTokens(hex, "light", floors[contrast]));
    const dark = declare(brandTokens(hex, "dark", floors[contrast]));
    return [
      `:root${scope}{${light}}`,
      `@media (prefers-color-scheme:dark){:root${scope}:not([data-theme=light]){${dark}}}`,
      `:root${scope}[data-theme=dark]{${dark}}`,
    ].join("");
  };
  return `${themes("usual")}@media (prefers-contrast:more){${themes("more")}}${themes("more", "[data-contrast=more]")}`;
}

const declare = (tokens: BrandTokens) =>
  Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
