import { useTranslations } from "use-intl";

/** Why a submission needs a person, in words. A reason we have no words for is shown as the proxy gave it. */
export function useReason(): (code: string | undefined) => string {
  const t = useTranslations("reasons") as unknown as Lookup;
  return (code = "?") => (t.has(code) ? t(code) : t("other", { reason: code }));
}

interface Lookup {
  (key: string, values?: object): string;
  has(key: string): boolean;
}
