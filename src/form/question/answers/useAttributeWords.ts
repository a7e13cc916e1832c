import { useLocale } from "use-intl";
import { attributeWords, type AttributeWords } from "#lead/station/attributeWords.ts";
import { languageOf } from "../../words/locale.ts";
import { useStation } from "../../station/useStation.ts";

/** Returns a function that returns the words of an attribute in the page's language. Staff may have added it. */
export function useAttributeWords(): (name: string) => AttributeWords {
  const { attributes } = useStation();
  const language = languageOf(useLocale());
  return (name) => attributeWords(attributes.find((asked) => asked.name === name) ?? { name }, language);
}
