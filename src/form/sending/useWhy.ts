import { useTranslations } from "use-intl";

const known = ["rate-limited", "credentials", "blocked"] as const;

/** Returns a function that says in words why nothing is sent now. */
export function useWhy(): (reason: string) => string {
  const t = useTranslations("outbox.why");
  return (reason) => t(known.find((one) => one === reason) ?? "other");
}
