import { brandTokens, floors, type BrandTokens } from "./brandTokens.ts";

const sheet = new CSSStyleSheet();

/**
 * Dresses the page in a station's brand, in every theme at once, so that the system may change its mind. A constructed
 * stylesheet: the page's policy forbids styles in markup.
 */
export function wearBrand(hex: string): void {
  sheet.replaceSync(brandCss(hex));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

function brandCss(hex: string): string {
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
