import type { After, Agreement, Clock, Log } from "../platform/clock.ts";
import type { Outbox } from "./outbox.ts";
import type { Retention } from "./retention.ts";

interface Settings {
  readonly after: After;
  readonly log: Log;
  readonly retention: Retention;
  readonly outbox: Pick<Outbox, "open">;
  readonly clock: Clock;
  readonly retentionDays: number;
  /** Only one of several proxies does it. */
  readonly isOurs: () => boolean;
  /** Returns whether our clock agrees with the CRM's: with a wrong clock, retention would delete everything. */
  readonly verifyClock: () => Promise<Agreement>;
  /** True when no lead was accepted for some minutes. */
  readonly isQuiet: () => boolean;
  /** Called after each run with the number of leads that could not be forgotten. Staff must look at these. */
  readonly cannotForget?: (entries: number) => void;
}

const dayMs = 24 * 60 * 60_000;
/** The first run waits until the proxy listens and the relay works. */
const firstMs = 5_000;
const everyMs = dayMs / 4;
/**
 * Once after an upgrade, SQLite's file is rewritten, about 10 s a GB. That waits for a quiet moment, at most one day.
 */
const untilQuietMs = 10 * 60_000;
const scrubWithinMs = dayMs;
/** Without a new lead for this long, the office counts as quiet. */
const quietMs = 5 * 60_000;
/** Time until the next run when the clock could not be verified. */
const unverifiedMs = 10 * 60_000;
/**
 * A lead may wait on a device for this long. It is validated by the station version that its form had, and recognized
 * if we already have it.
 */
const deviceDays = 400;
/** 16 CFR 310.5 requires that consent is kept for five years. */
const consentDays = 5 * 366;

/** `heard` receives the logged events; `isQuiet` returns true when no lead was accepted for some minutes. */
export function quietWatch(now: () => number) {
  let acceptedAt = now();
  return {
    heard: (event: string) => {
      if (event === "accepted") acceptedAt = now();
    },
    isQuiet: () => Math.abs(now() - acceptedAt) >= quietMs,
  };
}

export interface House {
  /** Runs retention at once. Returns false when nothing may be deleted now, or when it failed. */
  readonly tidy: () => Promise<boolean>;
  readonly end: () => void;
}

/**
 * Runs shortly after the start and every six hours: forgets the people whose retention ended, and logs how many leads
 * need a person. Deletes nothing while our clock differs from the CRM's or could not be compared.
 */
export function keepHouse(settings: Settings): House {
  const { retention, outbox, clock, after, log, retentionDays, isOurs, verifyClock, isQuiet } = settings;
  let cancel = () => {};
  let ended = false;
  let scrubDueSince: number | undefined;
  const before = (days: number) => clock.now() - (days * dayMs) / clock.speed;
  /** True when our clock agrees with the CRM's. */
  const isClockRight = async (): Promise<boolean> => {
    const agreement = await verifyClock();
    if (agreement !== "agrees") log("clock-unverified", { agreement });
    return agreement === "agrees";
  };
  const forget = async () => {
    const failed: string[] = [];
    try {
      const forgotten = await retention.forget(before(retentionDays), (id) => void failed.push(id));
      if (forgotten > 0) log("forgotten", { entries: forgotten });
    } finally {
      settings.cannotForget?.(failed.length);
      if (failed.length > 0) log("cannot-forget", { entries: failed.length, ids: failed.slice(0, 10) });
      const [keys, consents, versions] = [before(deviceDays), before(consentDays), before(deviceDays)];
      await retention.expire({ keys, consents, versions, now: clock.now() });
    }
  };
  /** Returns the time until the next run, in ms. */
  const work = async (): Promise<number> => {
    const { needsYou } = await outbox.open();
    if (needsYou > 0) log("needs-person", { entries: needsYou });
    const isScrubDue = await retention.sealOld();
    if (!(await isClockRight())) return unverifiedMs;
    await forget();
    if (!isScrubDue) return everyMs;
    scrubDueSince ??= clock.now();
    if (!isQuiet() && clock.now() < scrubDueSince + scrubWithinMs / clock.speed) return untilQuietMs;
    await retention.scrub();
    log("scrubbed", {});
    return everyMs;
  };
  const failed = (error: unknown) => log("housekeeping-failed", { error: String(error) });
  const turn = () => {
    void (isOurs() ? work() : Promise.resolve(everyMs))
      .catch((error: unknown) => {
        failed(error);
        return everyMs;
      })
      .then((ms) => {
        if (!ended) cancel = after(ms, turn);
      });
  };
  cancel = after(firstMs, turn);
  return {
    tidy: async () => {
      if (!isOurs()) return false;
      try {
        if (!(await isClockRight())) return false;
        await forget();
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },
    end: () => {
      ended = true;
      cancel();
    },
  };
}
