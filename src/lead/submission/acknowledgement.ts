import * as z from "zod/mini";
import { exactTime, languageTag, manyLines, oneLine } from "./envelope.ts";
import type { Issue } from "../issue.ts";
import type { Station } from "../station/station.ts";
import { wordingIssues } from "../station/wording.ts";

/**
 * A person read the station's agency text and said so. Nothing is agreed to. `at` is ISO 8601 UTC. `name` is typed by
 * the person; `agent` is the person's own agent.
 */
export const acknowledgementSchema = z.strictObject({
  version: oneLine(40),
  text: manyLines(4000),
  language: languageTag,
  at: exactTime,
  name: z.optional(oneLine(200)),
  agent: z.optional(oneLine(200)),
});

export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** Issues of an acknowledgement that does not fit its station. */
export function acknowledgementIssues(
  given: Acknowledgement,
  { acknowledgement: asked }: Pick<Station, "acknowledgement">,
): readonly Issue[] {
  if (!asked) return [{ path: "acknowledgement", code: "not-allowed" }];
  const notAsked = (["name", "agent"] as const).filter((part) =>
    part === "name" ? given.name !== undefined && !asked.asksName : given.agent !== undefined && !asked.asksAgent,
  );
  return [
    ...wordingIssues(given, asked, "acknowledgement"),
    ...notAsked.map((part): Issue => ({ path: `acknowledgement.${part}`, code: "not-allowed" })),
  ];
}
