import type { Outside } from "../outside.ts";

const everyMs = 20_000;
/** A probe that takes longer counts as failed: the store hangs. */
const timeoutMs = 15_000;

export interface StoreWatch {
  /** Why the store does not keep what is written, or undefined while it does. */
  readonly problem: () => string | undefined;
  readonly stop: () => void;
}

/** Probes the store every 20 s, so that a store that keeps nothing any more is noticed without a lead. */
export function watchStore({ driver, after, now, log }: Pick<Outside, "driver" | "after" | "now" | "log">): StoreWatch {
  let failure: string | undefined;
  let pendingSince: number | undefined;
  let stopped = false;
  let cancelNext = () => {};
  const probe = async () => {
    pendingSince = now();
    try {
      await driver.probe();
      if (failure !== undefined) log("store-available", {});
      failure = undefined;
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
    stop: () => {
      stopped = true;
      cancelNext();
    },
  };
}
