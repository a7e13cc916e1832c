import { CloudOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Copy } from "../../../ui/Copy.tsx";
import type { FormStation } from "../../../station/useStation.ts";
import { snippetOf } from "./snippetOf.ts";
import { Note } from "../../../ui/Note.tsx";

/** What to paste into a web page to show an embed station's form there. */
export function Snippet({ station }: { readonly station: FormStation }) {
  const t = useTranslations("setup.embed");
  const snippet = snippetOf(station, window.location.origin);
  return (
    <section aria-labelledby="embed-snippet" className="grid gap-3">
      <h3 id="embed-snippet" className="font-semibold">
        {t("title")}
      </h3>
      <p className="text-ink-2">{t("text")}</p>
      <pre className="rounded-control border border-line bg-sunken p-3 text-sm break-all whitespace-pre-wrap select-all">
        <code>{snippet}</code>
      </pre>
      <Copy text={snippet} />
      <Note className="gap-3!">
        <CloudOff aria-hidden="true" />
        <span>{t("offline")}</span>
      </Note>
    </section>
  );
}
