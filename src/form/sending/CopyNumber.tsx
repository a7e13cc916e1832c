import { Check, Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { useCopy } from "../ui/useCopy.ts";

/**
 * A button that copies a lead's id, to look it up in Lofty. Not shown on a page without TLS, which has no clipboard:
 * there people can select the id.
 */
export function CopyNumber({ id }: { readonly id: string }) {
  const t = useTranslations("receipt");
  const { canCopy, isCopied, copy } = useCopy(id);
  if (!canCopy) return null;
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
