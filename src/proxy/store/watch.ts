import type { After, Log } from "../platform/clock.ts";
import type { Driver } from "./driver/driver.ts";

const everyMs = 20_000;
/** A probe that takes longer counts as failed: the store hangs. */
const timeoutMs = 15_000;

export interface StoreWatch {
  /** Returns why the store cannot write, or undefined while it can. */
  readonly problem: () => string | undefined;
  /** How many leads cannot be read. */
  readonly unreadable: () => number;
  readonly stop: () => void;
}

interface Settings {
  readonly driver: Driver;
  readonly after: After;
  readonly now: () => number;
  readonly log: Log;
}

/** Probes the store every 20 s, so that a failure is noticed without a new lead. */
export function watchStore({ driver, after, now, log }: Settings): StoreWatch {
  let failure: string | undefined;
  let pendingSince: number | undefined;
  let stopped = false;
  let unreadable = 0;
  let cancelNext = () => {};
  const probe = async () => {
    pendingSince = now();
    try {
      await driver.probe();
      if (failure !== undefined) log("store-available", {});
      failure = undefined;
      const ids = (await driver.unreadable?.()) ?? [];
      if (ids.length > unreadable) log("unreadable-leads", { entries: ids.length, ids: ids.slice(0, 10) });
      unreadable = ids.length;
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
      log("store-unavailable", { error: failure });
    }
    pendingSince = undefined;
    if (!stopped) cancelNext = after(everyMs, () => void probe());
  };
  void probe();
  return {
    problem: () =>
      failure ??
      (pendingSince !== undefined && now() - pendingSince > timeoutMs ? "the database does not answer" : undefined),
    unreadable: () => unreadable,
    stop: () => {
      stopped = true;
      cancelNext();
    },
  };
}
