import { setTimeout as sleep } from "node:timers/promises";
import { crmAt, type Ask } from "../delivery/crm.ts";

interface Settings {
  readonly baseUrl: string;
  readonly authorization: string;
  /** Divides the waits that are ours, for tests. */
  readonly timeScale: number;
  readonly say: (line: string) => void;
}

export interface PatientCrm {
  readonly ask: Ask;
  readonly sleep: (ms: number) => Promise<void>;
  /** The rate-limit headers of the last answer, as they came. */
  readonly rateHeaders: () => readonly string[];
}

const mostTries = 3;

/** The CRM for a check by hand: one request at a time, and a request over the rate limit is sent again after the wait. */
export function askPatiently({ baseUrl, authorization, timeScale, say }: Settings): PatientCrm {
  let rateHeaders: readonly string[] = [];
  const once = crmAt({
    baseUrl,
    authorization: async () => authorization,
    transport: async (url, init) => {
      const response = await fetch(url, init);
      rateHeaders = [...response.headers]
        .filter(([name]) => /rate-?limit|retry-after/.test(name))
        .map((one) => one.join(": "));
      return response;
    },
    now: Date.now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onLimit: () => undefined,
  });
  const ask: Ask = async (...asked) => {
    for (let tries = 1; ; tries++) {
      const reply = await once(...asked);
      // Only what was certainly not processed: a create is never sent twice.
      if (reply.kind !== "unsent" || reply.waitMs === undefined || tries === mostTries) return reply;
      say(`Lofty asks to wait ${Math.ceil(reply.waitMs / 1000)} s.`);
      // As the CRM said it: not divided.
      await sleep(reply.waitMs);
    }
  };
  return { ask, sleep: (ms) => sleep(ms / timeScale), rateHeaders: () => rateHeaders };
}
