import type { Agreement } from "../platform/clock.ts";

interface Settings {
  /** Returns milliseconds since 1970. */
  readonly now: () => number;
  /** Sends a harmless request to the CRM. The caller passes the Date of the response to `heard`. */
  readonly ask: () => Promise<unknown>;
}

const dayMs = 24 * 60 * 60_000;
/** An older response says nothing about the clock now. */
const freshMs = 5 * 60_000;

/**
 * Compares our clock with the CRM's. A computer with a dead battery may start years ahead; then retention would delete
 * every lead and every session at once.
 */
export function clockCheck({ now, ask }: Settings) {
  let last: { readonly at: number; readonly differenceMs: number } | undefined;
  const agreement = (): Agreement => {
    if (last === undefined) return "unknown";
    return Math.abs(last.differenceMs) <= dayMs ? "agrees" : "differs";
  };
  return {
    /** Stores the Date header of a response; ignores invalid values. */
    heard: (date: string | null) => {
      const at = Date.parse(date ?? "");
      if (!Number.isNaN(at)) last = { at: now(), differenceMs: at - now() };
    },
    /** Returns the result of the last comparison. */
    agreement,
    /** How far the CRM's clock is ahead of ours, in ms; undefined until the first response. */
    crmAheadMs: (): number | undefined => last?.differenceMs,
    /**
     * Returns whether the clocks agree within a day. Asks the CRM when its last response is older than five minutes.
     */
    verify: async (): Promise<Agreement> => {
      if (last === undefined || Math.abs(now() - last.at) > freshMs) {
        last = undefined;
        await ask();
      }
      return agreement();
    },
  };
}
