import { Check, Copy as CopyIcon } from "lucide-react";
import { useTranslations } from "use-intl";
import { useCopy } from "./useCopy.ts";

/** A button that copies a text. Not shown on a page without TLS, which has no clipboard: there people select the text. */
export function Copy({ text }: { readonly text: string }) {
  const t = useTranslations("lead");
  const { canCopy, isCopied, copy } = useCopy(text);
  if (!canCopy) return null;
  return (
    <span className="flex items-center whitespace-nowrap">
      <button type="button" className="btn btn-quiet" onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden="true" /> : <CopyIcon aria-hidden="true" />}
        {t("copy")}
      </button>
      <span role="status" className="text-sm text-ok">
        {isCopied && t("copied")}
      </span>
    </span>
  );
}
