interface Settings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Sends a harmless request to the CRM; its answer's Date is passed to `heard`. */
  readonly ask: () => Promise<unknown>;
}

export type Agreement = "agrees" | "differs" | "unknown";

const dayMs = 24 * 60 * 60_000;
/** An answer that is older says nothing about the clock now. */
const freshMs = 5 * 60_000;

/**
 * Compares our clock with the CRM's. A computer whose battery is dead may start years ahead, and would forget every lead
 * and every session at once.
 */
export function clockCheck({ now, ask }: Settings) {
  let last: { readonly at: number; readonly differenceMs: number } | undefined;
  const agreement = (): Agreement => {
    if (last === undefined) return "unknown";
    return Math.abs(last.differenceMs) <= dayMs ? "agrees" : "differs";
  };
  return {
    /** The Date header of an answer; anything else is ignored. */
    heard: (date: string | null) => {
      const at = Date.parse(date ?? "");
      if (!Number.isNaN(at)) last = { at: now(), differenceMs: at - now() };
    },
    /** What the last answer showed. */
    agreement,
    /** How far the CRM's clock is ahead of ours, in ms; undefined while no answer has told. */
    crmAheadMs: (): number | undefined => last?.differenceMs,
    /** Whether the clock agrees within a day; asks the CRM when its last answer is older than five minutes. */
    verify: async (): Promise<Agreement> => {
      if (last === undefined || Math.abs(now() - last.at) > freshMs) {
        last = undefined;
        await ask();
      }
      return agreement();
    },
  };
}
