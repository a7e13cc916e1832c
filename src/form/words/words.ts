import type {} from "use-intl";
import type { FieldKey, topics } from "#lead/questions.ts";
import type en from "./en.json";

/** What the compiler demands of a catalogue: texts for every field that is asked, a word for every option. */
interface Demanded {
  readonly fields: { readonly [Key in FieldKey]: { readonly label: string } };
  readonly options: { readonly [Value in `${OptionOf<(typeof topics)[keyof typeof topics][number]>}`]: string };
}
type OptionOf<F> = F extends { ask: object }
  ? | (F extends { options: readonly (infer Option extends string | number)[] } ? Option : never)
    | (F extends { fields: readonly (infer Inner)[] } ? OptionOf<Inner> : never)
  : never;

type Complete<Words extends Demanded> = Words;
/** A field without its texts fails here, by name. */
export type Words = Complete<typeof en>;

declare module "use-intl" {
  interface AppConfig {
    Messages: Words;
  }
}
