import { isObject } from "#lead/json.ts";
import { parseExact } from "#lead/wire.ts";
import { textsIn } from "../delivery/people.ts";
import type { Known } from "../delivery/recognition.ts";
import type { Outbox } from "../store/outbox.ts";

const most = 20;

/** The newest lead of the store that was read back from the CRM and has an email. */
export async function knownIn({ page }: Pick<Outbox, "page">): Promise<Known | undefined> {
  const done = await page("delivered", most);
  return done.flatMap(knownOf)[0];
}

function knownOf({ status, leadId, lead }: { readonly status: string; leadId: string | null; lead: string }): Known[] {
  if (status !== "confirmed" || leadId === null || lead === "") return [];
  const parsed = parseExact(lead);
  const [email] = isObject(parsed) ? textsIn(parsed["emails"]) : [];
  return email === undefined ? [] : [{ leadId, email }];
}
