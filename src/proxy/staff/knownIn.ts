import { isObject, textsIn } from "#lead/json.ts";
import { parseExact } from "#lead/wire.ts";
import type { Known } from "../delivery/recognition.ts";
import type { Outbox } from "../store/outbox.ts";
import { isReadable } from "../store/driver/unreadable.ts";

const most = 20;

/** Returns the newest leads that were read back from the CRM and have an email. */
export const knownIn = async ({ page }: Pick<Outbox, "page">): Promise<readonly Known[]> =>
  (await page("delivered", most)).flatMap(knownOf);

function knownOf({ status, leadId, lead }: { readonly status: string; leadId: string | null; lead: string }): Known[] {
  if (status !== "confirmed" || leadId === null || lead === "" || !isReadable({ lead })) return [];
  const parsed = parseExact(lead);
  const [email] = isObject(parsed) ? textsIn(parsed["emails"]) : [];
  return email === undefined ? [] : [{ leadId, email }];
}
