import { useLocale } from "use-intl";

/** Returns a function that writes a label as it stands inside a sentence. German nouns keep their capital. */
export function useInSentence(): (label: string) => string {
  const locale = useLocale();
  return (label) => (locale === "de" ? label : label.toLocaleLowerCase(locale));
}
