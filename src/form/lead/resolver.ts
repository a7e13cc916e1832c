import type { FieldValues, Resolver } from "react-hook-form";
import type { FormStation } from "../station/useStation.ts";
import { restOfWords } from "../words/messages.ts";

/** The station's schema as react-hook-form's resolver. The schema, and the words for what it finds, arrive after the first paint. */
export function resolverOf(station: FormStation): Resolver<FieldValues> {
  let loaded: Promise<Resolver<FieldValues>> | undefined;
  return async (...form) => {
    loaded ??= Promise.all([import("./schemaResolver.ts"), restOfWords()]).then(([{ schemaResolver }]) =>
      schemaResolver(station),
    );
    return (await loaded)(...form);
  };
}
