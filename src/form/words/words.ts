import type {} from "use-intl";
import type { FieldKey, topics } from "#lead/questions.ts";
import type en from "./en.json";

type OptionOf<F> = F extends { ask: object }
  ? | (F extends { options: readonly (infer Option extends string | number)[] } ? Option : never)
    | (F extends { fields: readonly (infer Inner)[] } ? OptionOf<Inner> : never)
  : never;
type AskedOption = `${OptionOf<(typeof topics)[keyof typeof topics][number]>}`;

/** What the compiler demands of a catalogue: a label for every field that is asked, a word for every option. */
type Complete<Words, NoLabel extends never, NoWord extends never> = Words & Record<NoLabel | NoWord, never>;
/** A text that is missing fails here, and its name is all that the compiler says. */
export type Words = Complete<
  typeof en,
  Exclude<FieldKey, keyof (typeof en)["fields"]>,
  Exclude<AskedOption, keyof (typeof en)["options"]>
>;

declare module "use-intl" {
  interface AppConfig {
    Messages: Words;
  }
}
