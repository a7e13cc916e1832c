import { useTranslations } from "use-intl";

/** Why nothing is sent at the moment, in words: what slows Lofty down, what it does not take, or that it is away. */
export function useWhy(): (reason: string) => string {
  const t = useTranslations("outbox.why");
  return (reason) => t(reason === "rate-limited" || reason === "credentials" ? reason : "other");
}
