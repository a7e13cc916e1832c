import { isObject, type JsonObject } from "#lead/json.ts";
import { valueAt } from "#lead/valueAt.ts";
import type { Vocabulary } from "#lead/vocabulary.ts";

/** An answer that Lofty probably refused: its path, and its value if it is missing from Lofty's list. */
export interface Culprit {
  readonly path: string;
  readonly value?: string;
}

/** The CRM's code for a property without an address (LOFTY.md 2.2). */
const noAddress = "crm-200057";

/** Returns the probable causes of a refusal. An empty list was not loaded and proves nothing. */
export function culpritsOf(lead: JsonObject, reason: string | undefined, lists: Vocabulary): readonly Culprit[] {
  const unlisted = (path: string, listed: readonly string[]): readonly Culprit[] => {
    const value = valueAt(lead, path);
    const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
    return text === "" || listed.length === 0 || listed.includes(text) ? [] : [{ path, value: text }];
  };
  const rows = Array.isArray(lead["customAttributeList"]) ? lead["customAttributeList"].filter(isObject) : [];
  const names = lists.attributes.map(({ name }) => name);
  return [
    ...(reason === noAddress ? [{ path: "property.streetAddress" }] : []),
    ...unlisted("stage", lists.stages),
    ...unlisted(
      "assignedUserId",
      lists.agents.map(({ id }) => id),
    ),
    ...rows
      .map(({ attributeName }) => String(attributeName))
      .filter((name) => names.length > 0 && !names.includes(name))
      .map((value) => ({ path: "customAttributeList", value })),
  ];
}
