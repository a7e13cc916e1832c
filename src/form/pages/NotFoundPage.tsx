import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Link } from "../ui/Link.tsx";

/** The page for an unknown address, with a link to the stations. A form embedded in another site gets no link. */
export function NotFoundPage({ what }: { readonly what: "page" | "station" }) {
  const t = useTranslations("pages");
  const heading = useRef<HTMLHeadingElement>(null);
  const title = t(what === "station" ? "noSuchStation" : "noSuchPage");
  useEffect(() => {
    document.documentElement.dataset["density"] = "touch";
    document.title = title;
    heading.current?.focus();
  }, [title]);
  return (
    <main className="mx-auto grid max-w-xl gap-5 px-5 py-16">
      <h1 ref={heading} tabIndex={-1} className="text-3xl">
        {title}
      </h1>
      <p className="text-ink-2">{t("checkAddress")}</p>
      {window.self === window.top && (
        <Link to="/" className="btn btn-primary">
          {t("toStations")}
        </Link>
      )}
    </main>
  );
}
