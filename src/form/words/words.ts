import type {} from "use-intl";
import type { FieldKey, topics } from "#lead/questions.ts";
import type staff from "./staff/en.json";
import type visitors from "./visitors/en.json";

type OptionOf<F> = F extends { ask: object }
  ? | (F extends { options: readonly (infer Option extends string | number)[] } ? Option : never)
    | (F extends { fields: readonly (infer Inner)[] } ? OptionOf<Inner> : never)
  : never;
type AskedOption = `${OptionOf<(typeof topics)[keyof typeof topics][number]>}`;

type English = typeof visitors & typeof staff;

/** The compiler's demand on a catalogue: a label for every field that is asked, a word for every option. */
type Complete<Words, NoLabel extends never, NoWord extends never> = Words & Record<NoLabel | NoWord, never>;
/** The type of the catalogue. A missing text is a type error here that names it. */
export type Words = Complete<
  English,
  `add to en.json: fields.${Exclude<FieldKey, keyof English["fields"]>}.label`,
  `add to en.json: options.${Exclude<AskedOption, keyof English["options"]>}`
>;

declare module "use-intl" {
  interface AppConfig {
    Messages: Words;
  }
}
