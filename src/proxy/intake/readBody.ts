import { codeOf, issuesOf } from "#lead/issue.ts";
import { isObject } from "#lead/json.ts";
import { sealedSchema, type SealedSubmission } from "#lead/submission/sealed.ts";
import type { KioskKeys } from "../store/keys/kioskKeys.ts";
import type { Rules } from "./rulesFor.ts";
import { unseal, type Opened } from "./unseal.ts";
import { wrongLead } from "./wrongLead.ts";

/**
 * The body of a submission, opened when it was sealed: then it equals its plain body. A plain lead with issues goes
 * back to its sender; a sealed one is always accepted. `closed`: it cannot be opened.
 */
export type Given =
  | { readonly kind: "plain"; readonly body: unknown }
  | { readonly kind: "opened"; readonly body: Opened }
  | { readonly kind: "closed"; readonly body: SealedSubmission };

/** Opens a body when it is sealed. Returns a refusal when its envelope is wrong, or for staff's station. */
export async function readBody(
  body: unknown,
  { station, isVisitors }: Rules,
  keys: Pick<KioskKeys, "find">,
): Promise<Given | Response> {
  if (!isObject(body) || !("sealed" in body)) return { body, kind: "plain" };
  const parsed = sealedSchema.safeParse(body, { error: codeOf });
  if (!parsed.success) return wrongLead(issuesOf(parsed.error));
  if (station && !isVisitors) return wrongLead([{ path: "sealed", code: "not-allowed" }]);
  const opened = await unseal(parsed.data, keys);
  return opened ? { body: opened, kind: "opened" } : { body: parsed.data, kind: "closed" };
}
