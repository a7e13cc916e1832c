import { useTranslations } from "use-intl";

/** Tells a page's owner why the form does not show in their page, and what to do. `parent`: the page's origin. */
export function RefusedFrame({ parent }: { readonly parent: string | undefined }) {
  const t = useTranslations("embed");
  return (
    <main>
      <h1>{t("refused")}</h1>
      <p>{t("refusedText")}</p>
      {parent !== undefined && <p>{parent}</p>}
    </main>
  );
}
