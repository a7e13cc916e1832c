import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

/** Takes a lead's number along, to look it up in Lofty. An insecure page has no clipboard: there it can be selected. */
export function CopyNumber({ id }: { readonly id: string }) {
  const t = useTranslations("receipt");
  const [isCopied, setCopied] = useState(false);
  if (!("clipboard" in navigator)) return null;
  const copy = () =>
    navigator.clipboard.writeText(id).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <span className="whitespace-nowrap">
      <button type="button" className="btn btn-quiet min-h-(--tap) text-sm" onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        <span>
          {t("copy")} <span className="sr-only">{id}</span>
        </span>
      </button>
      <span role="status" className="text-sm text-ok">
        {isCopied && t("copied")}
      </span>
    </span>
  );
}
