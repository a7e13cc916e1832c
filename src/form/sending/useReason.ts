import { useTranslations } from "use-intl";

/** Returns a function that says in words why a submission needs a person. An unknown reason is shown as its code. */
export function useReason(): (code: string | undefined) => string {
  const t = useTranslations("reasons") as unknown as Lookup;
  return (code = "?") => (t.has(code) ? t(code) : t("other", { reason: code }));
}

interface Lookup {
  (key: string, values?: object): string;
  has(key: string): boolean;
}
