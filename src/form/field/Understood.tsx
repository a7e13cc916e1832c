import { Check } from "lucide-react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { wholeEmail } from "#lead/email.ts";
import type { Kind } from "#lead/field.ts";
import { normalise } from "#lead/normalise.ts";
import { usePhone } from "./usePhone.ts";

/** A tick beside an answer that was understood. Its absence says nothing: what is not understood is kept all the same. */
export function Understood({ path, kind }: { readonly path: string; readonly kind: Kind }) {
  const t = useTranslations("field");
  const typed = normalise((useWatch({ name: path }) as string | undefined) ?? "", kind);
  const phone = usePhone(kind === "phone" ? typed : "");
  const understood = (kind === "phone" ? phone : wholeEmail(typed)) !== undefined;
  return understood ? <Check role="img" aria-label={t("understood")} /> : null;
}
