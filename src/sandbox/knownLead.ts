import type { JsonObject } from "./exactJson.ts";
import { recordOf, textsIn, type Lead } from "./store.ts";
import type { World } from "./world.ts";

/** Returns the existing lead of this person, if any (LOFTY.md 3.3). */
export function knownLead({ store, settings }: World, record: JsonObject): Lead | undefined {
  for (const email of textsIn(record, "emails")) {
    const id = store.byEmail.get(email.toLowerCase());
    if (id !== undefined) return store.leads.get(id);
  }
  if (settings.knownBy === "email") return undefined;
  const name = nameOf(record);
  const phones = phonesOf(record);
  return [...store.leads.values()].find((lead) => {
    if (lead.mergedInto !== undefined || nameOf(recordOf(lead)) !== name) return false;
    const others = phonesOf(recordOf(lead));
    // Name and phone match, or the names match and neither has a phone.
    return phones.length + others.length === 0 || phones.some((phone) => others.includes(phone));
  });
}

const nameOf = (record: JsonObject) =>
  `${String(record["firstName"] ?? "")} ${String(record["lastName"] ?? "")}`.trim().toLowerCase();
const phonesOf = (record: JsonObject) => textsIn(record, "phones").map(bareDigits);

/** A phone number for comparison: digits only, without the country code of North America. */
export const bareDigits = (phone: string): string => phone.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
