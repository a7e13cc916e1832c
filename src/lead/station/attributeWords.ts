import type { Language } from "../languages.ts";
import type { Station } from "./station.ts";

/** What people read of one of a station's own questions. */
export interface AttributeWords {
  readonly name: string;
  readonly option: (value: string | number) => string;
}

/** A question in a language. What has no text in it is shown as it is called in Lofty. */
export function attributeWords(
  { name, texts }: Pick<Station["attributes"][number], "name" | "texts">,
  language: Language,
): AttributeWords {
  const own = texts?.[language];
  const options = new Map(Object.entries(own?.options ?? {}));
  return { name: own?.name ?? name, option: (value) => options.get(String(value)) ?? String(value) };
}
