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
}

const dayMs = 24 * 60 * 60_000;
/** Rare, as rewriting the files holds everything up for a moment. */
const everyMs = dayMs / 4;
/** A tablet may lie in a drawer for so long with a lead it has not heard of. */
const keyDays = 90;
/** 16 CFR 310.5 wants consent kept for five years. */
const consentDays = 5 * 366;

/** Every six hours: forgets whom it is time to forget, and says how many leads wait for a person. Answers how to stop. */
export function keepHouse({ retention, outbox, clock, after, log, retentionDays, isOurs }: Settings): () => void {
  let cancel = () => {};
  let ended = false;
  const before = (days: number) => clock.now() - (days * dayMs) / clock.speed;
  const work = async () => {
    const forgotten = await retention.forget(before(retentionDays));
    await retention.expire({ keys: before(keyDays), consents: before(consentDays), now: clock.now() });
    if (forgotten > 0) {
      await retention.scrub();
      log("forgotten", { entries: forgotten });
    }
    const { parked = 0 } = await outbox.count();
    if (parked > 0) log("needs-person", { entries: parked });
  };
  const turn = () => {
    const working = isOurs() ? work() : Promise.resolve();
    void working
      .catch((error: unknown) => log("housekeeping-failed", { error: String(error) }))
      .finally(() => {
        if (!ended) cancel = after(everyMs, turn);
      });
  };
  turn();
  return () => {
    ended = true;
    cancel();
  };
}
