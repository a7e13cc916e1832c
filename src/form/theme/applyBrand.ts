import { brandCss } from "./brandCss.ts";

const sheet = new CSSStyleSheet();

/**
 * Applies a station's brand color to the page. It is a constructed stylesheet because the page's security policy
 * forbids inline styles.
 */
export function applyBrand(hex: string): void {
  sheet.replaceSync(brandCss(hex));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}
