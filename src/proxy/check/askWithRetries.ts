import { setTimeout as sleep } from "node:timers/promises";
import { crmAt, type Ask } from "../crm/crm.ts";

interface Settings {
  readonly baseUrl: string;
  readonly authorization: string;
  /** Divides our own delays, for tests. */
  readonly timeScale: number;
  readonly say: (line: string) => void;
}

export interface RetryingCrm {
  readonly ask: Ask;
  readonly sleep: (ms: number) => Promise<void>;
  /** Returns the rate-limit headers of the last response, unchanged. */
  readonly rateHeaders: () => readonly string[];
}

const mostTries = 3;

/** Returns a client for manual checks: one request at a time, and it retries after a rate limit. */
export function askWithRetries({ baseUrl, authorization, timeScale, say }: Settings): RetryingCrm {
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
      // Retries only what was certainly not processed, so a create is never sent twice.
      if (reply.kind !== "unsent" || reply.waitMs === undefined || tries === mostTries) return reply;
      say(`Lofty asks to wait ${Math.ceil(reply.waitMs / 1000)} s.`);
      // The CRM chose this delay, so it is not divided.
      await sleep(reply.waitMs);
    }
  };
  return { ask, sleep: (ms) => sleep(ms / timeScale), rateHeaders: () => rateHeaders };
}
