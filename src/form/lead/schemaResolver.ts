import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import type * as z from "zod/mini";
import { codeOf } from "#lead/issue.ts";
import { leadSchema } from "#lead/schema.ts";
import type { FormStation } from "../station/useStation.ts";

/** The one schema, judging the draft. An error's message is its code; the words come where it is shown. */
export const schemaResolver = (station: FormStation): Resolver<FieldValues> =>
  zodResolver(leadSchema({ presets: {}, ...station }) as z.ZodMiniType<FieldValues, FieldValues>, { error: codeOf });
