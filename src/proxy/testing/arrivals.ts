import { toWire } from "#lead/wire.ts";
import type { Rules } from "../delivery/work.ts";
import { withFooter } from "../crm/footer.ts";
import type { Arrival } from "../store/arrivals.ts";
import type { Random } from "./seededRandom.ts";

/** Stations with every combination of rules for known people and our reference. */
const stations: { readonly [id: string]: Rules } = {
  desk: { updateKnownPeople: true, whenUnrecognized: "create" },
  marked: { updateKnownPeople: true, whenUnrecognized: "create", referenceAttribute: "Foyer" },
  plain: { updateKnownPeople: false, whenUnrecognized: "create" },
  strict: { updateKnownPeople: false, whenUnrecognized: "create", referenceAttribute: "Foyer" },
};
/** The lane of a sender who floods an embedded form. */
export const floodLane = "flood";
const names = ["Ana", "Ben", "Chen", "Dora", "Emil", "Fatima", "Greta", "Hugo"];

/**
 * Leads as an office gets them: most with an email, some clients of the CRM, some of one household, some people who
 * come twice, a few with only a phone or no contact, a few that Lofty refuses. Some are walk-ins. With a `crowd`, that
 * many clients share an email and a phone, every fifth lead has them too, and each client has as many notes.
 */
export function arrivalsFor(
  random: Random,
  count: number,
  isFlooded: boolean,
  addClient: (lead: { [key: string]: unknown }, ownNotes?: number) => void,
  crowd = 0,
) {
  const hex = (digits: number) => Array.from({ length: digits }, () => random.whole(16).toString(16)).join("");
  const phone = () => `+1415555${String(random.whole(10_000)).padStart(4, "0")}`;
  const met: { firstName: string; lastName: string; emails: string[]; phones: string[] }[] = [];

  const person = () => {
    const one = {
      firstName: random.pick(names),
      lastName: `Sample${hex(3)}`,
      emails: [`person.${hex(8)}@example.com`],
      phones: random.chance(0.5) ? [phone()] : [],
    };
    met.push(one);
    return one;
  };
  const clients = Array.from({ length: Math.ceil(count / 20) }, person);
  for (const client of clients) addClient(client, crowd);
  // A junk email and the phone of a house, which many people gave.
  const shared = { emails: ["none@example.com"], phones: ["+14155550100"] };
  for (let index = 0; index < crowd; index++) addClient({ ...person(), ...shared });

  const lead = () => {
    if (crowd > 0 && random.chance(0.2)) return { ...person(), ...random.pick([shared, { phones: shared.phones }]) };
    const kind = random.weighted({ new: 70, client: 8, again: 4, household: 6, phone: 7, nothing: 2, refused: 3 });
    const someone = random.pick(met);
    if (kind === "client" || kind === "again") return someone;
    // Another person with the same email or phone.
    if (kind === "household")
      return { ...person(), ...random.pick([{ emails: someone.emails }, { phones: someone.phones }]) };
    if (kind === "phone") return { ...person(), emails: [], phones: [phone()] };
    if (kind === "nothing") return { firstName: random.pick(names), lastName: `Sample${hex(3)}` };
    return kind === "refused" ? { ...person(), stage: "Unheard of" } : person();
  };
  const [floodFrom, floodTo] = isFlooded ? [count * 0.4, count * 0.7] : [count, count];
  const laneOf = (index: number) =>
    index >= floodFrom && index < floodTo ? { lane: floodLane } : { lane: null, walkIn: random.chance(0.3) ? 1 : 0 };
  const arrivals = Array.from({ length: count }, (_, index): Arrival => {
    const id = `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
    const station = random.pick(Object.keys(stations));
    const typed = { ...lead(), tagsAdd: ["Open House"], content: "Likes light" };
    const full = withFooter(typed, id, {}, stations[station]?.referenceAttribute);
    return {
      id,
      station,
      fingerprint: id,
      lead: toWire(full),
      consent: null,
      capturedAt: 0,
      acceptedAt: 0,
      ...laneOf(index),
    };
  });
  return { arrivals, stations };
}
