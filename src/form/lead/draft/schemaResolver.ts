import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import type * as z from "zod/mini";
import { codeOf, type IssueCode } from "#lead/issue.ts";
import { leadSchema } from "#lead/station/schema.ts";
import type { FormStation } from "../../station/useStation.ts";
import { toPick } from "./toPick.ts";

const pick: IssueCode = "not-an-option";

type Resolve = Resolver<FieldValues>;
const resolvers = new WeakMap<FormStation, Resolve>();
/** The schema that will be built when the browser is idle. */
let waiting = 0;

/**
 * Returns a resolver that validates the draft with the one schema. It is the same resolver for the same station. An
 * error's message is the issue's code; the component that shows it adds the words. The schema is built when the browser
 * is idle, or at the first validation: building it earlier takes 10% of the time until the app takes over.
 */
export function schemaResolver(station: FormStation): Resolve {
  const known = resolvers.get(station);
  if (known) return known;
  let built: Resolve | undefined;
  const rule = () => leadSchema(station) as z.ZodMiniType<FieldValues, FieldValues>;
  const validate = () => (built ??= zodResolver(rule(), { error: codeOf }));
  const resolver: Resolve = async (draft, context, options) => {
    const validated = await validate()(draft, context, options);
    const paths = toPick(draft);
    if (paths.length === 0) return validated;
    const errors = Object.fromEntries(paths.map((path) => [path, { type: pick, message: pick }]));
    return { values: {}, errors: { ...validated.errors, ...errors } };
  };
  resolvers.set(station, resolver);
  if (typeof requestIdleCallback === "function") {
    // The full station that staff get replaces the one in the page: its schema is not needed any more.
    cancelIdleCallback(waiting);
    waiting = requestIdleCallback(validate, { timeout: 2_000 });
  }
  return resolver;
}
