import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import type * as z from "zod/mini";
import { codeOf, type IssueCode } from "#lead/issue.ts";
import { leadSchema } from "#lead/schema.ts";
import type { Station } from "#lead/station.ts";
import type { FormStation } from "../station/useStation.ts";
import { toPick } from "./toPick.ts";

const pick: IssueCode = "not-an-option";

/** The one schema, judging the draft. An error's message is its code; the words come where it is shown. */
export function schemaResolver(station: FormStation): Resolver<FieldValues> {
  // The rules read nothing that visitors are not told.
  const rule = leadSchema(station as Station) as z.ZodMiniType<FieldValues, FieldValues>;
  const judge: Resolver<FieldValues> = zodResolver(rule, { error: codeOf });
  return async (draft, context, options) => {
    const judged = await judge(draft, context, options);
    const paths = toPick(draft);
    if (paths.length === 0) return judged;
    const errors = Object.fromEntries(paths.map((path) => [path, { type: pick, message: pick }]));
    return { values: {}, errors: { ...judged.errors, ...errors } };
  };
}
