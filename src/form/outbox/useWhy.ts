import { useTranslations } from "use-intl";

const known = ["rate-limited", "credentials", "blocked"] as const;

/** Why nothing is sent at the moment, in words. */
export function useWhy(): (reason: string) => string {
  const t = useTranslations("outbox.why");
  return (reason) => t(known.find((one) => one === reason) ?? "other");
}
