import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider, useTranslations } from "use-intl";
import type { Language } from "#lead/languages.ts";
import { App } from "./App.tsx";
import { RefusedFrame } from "./RefusedFrame.tsx";
// oxlint-disable-next-line import/default -- the text is the default export (tools/minified.ts)
import boot from "./boot.js?minified";
import { densities } from "./station/densities.ts";
import type { FormStation } from "./station/useStation.ts";
import { setPageData, type PageData } from "./browser/pageData.ts";
import { segmentsOf } from "./browser/route.ts";
import { brandCss } from "./theme/brandCss.ts";
import { everyCatalogue } from "./words/everyCatalogue.ts";
import { readersOf } from "./words/language.ts";
import { localeOf } from "./words/locale.ts";
import { Spoken } from "./words/Words.tsx";

/**
 * Returns the first screen of a station's page, for the proxy (built into dist/server/). It has no data of any device.
 */
export function renderScreen(page: PageData): {
  readonly html: string;
  readonly css: string;
  readonly density: string;
} {
  setPageData(page);
  const html = renderToStaticMarkup(
    <Spoken language={page.language} words={everyCatalogue(page.language, readersOf(segmentsOf(page.path)))}>
      <App />
      <Loading />
      {readersOf(segmentsOf(page.path)) === "visitors" && <Sandboxed />}
    </Spoken>,
  );
  const { brand, profile } = page.station as FormStation;
  // The page's security policy forbids inline styles.
  return {
    html: html.replaceAll(/ style="[^"]*"/g, ""),
    css: brand?.colour ? brandCss(brand.colour) : "",
    density: densities[profile],
  };
}

/** For the proxy: the HTML in a frame that its parent page may not embed. `parent`: that page's origin. */
export const renderRefusal = (language: Language, parent: string | undefined): string =>
  renderToStaticMarkup(
    <IntlProvider locale={localeOf(language)} messages={everyCatalogue(language, "visitors")}>
      <RefusedFrame parent={parent} />
    </IntlProvider>,
  );

/** Shown by boot.js where storage and the app's scripts do not work. */
function Sandboxed() {
  const t = useTranslations("embed");
  return (
    <main hidden data-sandboxed="" className="mx-auto grid max-w-2xl gap-3 p-6">
      <h1 className="text-xl">{t("sandboxed")}</h1>
      <p>{t("sandboxedText")}</p>
      <p>
        <code>sandbox=&quot;allow-scripts allow-same-origin&quot;</code>
      </p>
    </main>
  );
}

/** Shown by boot.js in place of a first screen that this device must not see. */
function Loading() {
  return (
    <p hidden data-loading="" className="p-6 text-ink-3">
      {useTranslations("app")("loading")}
    </p>
  );
}

export { boot };
