import type { Agreement } from "./crm/clockCheck.ts";
import type { Clock } from "./delivery/clock.ts";
import type { Outside } from "./outside.ts";
import type { Outbox } from "./store/outbox.ts";
import type { Retention } from "./store/retention.ts";

interface Settings extends Pick<Outside, "after" | "log"> {
  readonly retention: Retention;
  readonly outbox: Pick<Outbox, "count">;
  readonly clock: Clock;
  readonly retentionDays: number;
  /** Of several proxies one does it. */
  readonly isOurs: () => boolean;
  /** Whether our clock agrees with the CRM's: by a wrong clock everything would be due to be forgotten. */
  readonly verifyClock: () => Promise<Agreement>;
  /** Told after each turn how many leads could not be forgotten: a person has to look. */
  readonly cannotForget?: (entries: number) => void;
}

const dayMs = 24 * 60 * 60_000;
/** Rare, as rewriting the files holds everything up for a moment. */
const everyMs = dayMs / 4;
/** Until the next turn when the clock could not be verified. */
const unverifiedMs = 10 * 60_000;
/** A tablet may lie in a drawer for so long with a lead it has not heard of. */
const keyDays = 90;
/** A lead may wait on a device for so long, and is judged by the station that its form was of. */
const versionDays = 400;
/** 16 CFR 310.5 wants consent kept for five years. */
const consentDays = 5 * 366;

/**
 * Every six hours: forgets whom it is time to forget, and says how many leads wait for a person. Deletes nothing while
 * our clock differs from the CRM's or could not be compared. Returns a function that stops it.
 */
export function keepHouse(settings: Settings): () => void {
  const { retention, outbox, clock, after, log, retentionDays, isOurs, verifyClock } = settings;
  let cancel = () => {};
  let ended = false;
  const before = (days: number) => clock.now() - (days * dayMs) / clock.speed;
  const work = async (): Promise<number> => {
    const { parked = 0 } = await outbox.count();
    if (parked > 0) log("needs-person", { entries: parked });
    const agreement = await verifyClock();
    if (agreement !== "agrees") {
      log("clock-unverified", { agreement });
      return unverifiedMs;
    }
    const failed: string[] = [];
    const forgotten = await retention.forget(before(retentionDays), (id) => void failed.push(id));
    settings.cannotForget?.(failed.length);
    if (failed.length > 0) log("cannot-forget", { entries: failed.length, ids: failed.slice(0, 10) });
    const [keys, consents, versions] = [before(keyDays), before(consentDays), before(versionDays)];
    await retention.expire({ keys, consents, versions, now: clock.now() });
    if (forgotten > 0) {
      await retention.scrub();
      log("forgotten", { entries: forgotten });
    }
    return everyMs;
  };
  const turn = () => {
    const working = isOurs() ? work() : Promise.resolve(everyMs);
    void working
      .catch((error: unknown) => {
        log("housekeeping-failed", { error: String(error) });
        return everyMs;
      })
      .then((ms) => {
        if (!ended) cancel = after(ms, turn);
      });
  };
  turn();
  return () => {
    ended = true;
    cancel();
  };
}
