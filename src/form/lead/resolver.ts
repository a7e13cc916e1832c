import type { FieldValues, Resolver } from "react-hook-form";
import type { FormStation } from "../station/useStation.ts";

/** The station's schema as react-hook-form's resolver. The schema arrives after the first paint. */
export function resolverOf(station: FormStation): Resolver<FieldValues> {
  let loaded: Promise<Resolver<FieldValues>> | undefined;
  return async (...form) => {
    loaded ??= import("./schemaResolver.ts").then(({ schemaResolver }) => schemaResolver(station));
    return (await loaded)(...form);
  };
}
