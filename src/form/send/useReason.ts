import { useTranslations } from "use-intl";

/** Why a submission needs a person, in words. A reason we have no words for is shown as the proxy gave it. */
export function useReason(): (code: string | undefined) => string {
  const t = useTranslations("reasons");
  return (code) => (code === "unknown-outcome" || code === "refused" ? t(code) : t("other", { reason: code ?? "?" }));
}
