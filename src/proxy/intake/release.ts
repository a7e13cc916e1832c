import type { JsonObject } from "#lead/json.ts";
import { contactFlags, refusedWays } from "#lead/submission/ways.ts";
import { parseExact } from "#lead/wire.ts";
import type { OptOuts } from "../store/optOuts.ts";
import type { Change, Entry, Outbox } from "../store/outbox.ts";
import { reachIn } from "../store/reach.ts";
import { isReadable } from "../store/driver/unreadable.ts";
import type { KeptConsent } from "./deviceClock.ts";

interface Parts {
  readonly outbox: Pick<Outbox, "release">;
  readonly optOuts: Pick<OptOuts, "released">;
  readonly now: () => number;
}
/** `draft` is staff's correction, before the station's values. Returns false if somebody changed the entry meanwhile. */
export type Release = (entry: Entry, change: Change, draft?: JsonObject) => Promise<boolean>;

/**
 * Returns the function for every change by which a parked lead stops waiting for a person or for its key. One commit
 * holds the change, the contacts that the lead has now, and what its person refuses, for later leads with these
 * contacts. A lead that stays parked refuses nothing yet.
 */
export const releaseIn =
  ({ outbox, optOuts, now }: Parts): Release =>
  async (entry, change, draft = {}) => {
    const { id, attempts } = entry;
    const { lead, consent } = { ...entry, ...change };
    const reach = reachIn(lead);
    const given = consent === null ? undefined : (JSON.parse(consent) as KeptConsent);
    const isReleased = change.status !== "parked";
    // Those of the consent, and those that staff added: in a lead with a consent a flag may only mean "not ticked".
    const refused = [...new Set([...refusedWays({}, given), ...refusedWays(addedFlags(entry, draft), undefined)])];
    const statements = isReleased ? optOuts.released({ id, attempts, reach }, refused, now()) : [];
    return outbox.release(entry, change, reach, statements, now());
  };

/** The flags that a correction adds. The others are on record already, or are not the person's choice: presets. */
function addedFlags({ lead }: Entry, draft: JsonObject): JsonObject {
  const before = isReadable({ lead }) ? (parseExact(lead) as JsonObject) : {};
  return Object.fromEntries(
    contactFlags.flatMap((flag) => (draft[flag] === true && before[flag] !== true ? [[flag, true]] : [])),
  );
}
