import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Receipt } from "#lead/submission/submission.ts";

/** The leads of a simulated device, compared with the sandbox at the end. */
export interface Ledger {
  /** Sends leads from several clients at once, like a form: retries with the same key until it is acknowledged. */
  readonly load: (proxies: () => readonly string[], hands?: number) => { readonly stop: () => Promise<void> };
  /** Resends until everything is acknowledged and nothing is on its way, then compares. */
  readonly settle: (proxy: string) => Promise<Verdict>;
  readonly acknowledged: () => number;
  /** How often the proxy said that it could not store a lead. */
  readonly refused: () => number;
}

export interface Verdict {
  readonly acknowledged: number;
  readonly delivered: number;
  readonly parked: number;
  /** Acknowledged, but neither in the CRM nor visibly parked; with the last status. */
  readonly lost: readonly string[];
  /** In the CRM more than once. */
  readonly doubled: readonly string[];
}

const pauseMs = 40;
/**
 * A lead that was marked and never sent is looked for until 12 minutes later (machine.ts). With the time scale of these
 * tests (10) that is 72 s.
 */
const longestSettleMs = 200_000;

export function leadLedger(sandbox: string): Ledger {
  const waiting: string[] = [];
  const acknowledged = new Set<string>();
  let refused = 0;

  const post = async (proxy: string, id: string) => {
    const response = await fetch(`${proxy}/api/leads`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": id },
      body: JSON.stringify({
        station: "front-desk",
        capturedAt: "2026-11-23T09:00:00Z",
        lead: { firstName: "Sample", emails: [`${id}@example.com`] },
      }),
      signal: AbortSignal.timeout(10_000),
    });
    const receipt = (await response.json()) as Receipt;
    if (response.status === 503) refused += 1;
    if (response.status === 503 || response.status === 429) throw new Error("later");
    if (!response.ok || receipt.id !== id)
      throw new Error(`${response.status} ${JSON.stringify(receipt)}`, { cause: 1 });
    acknowledged.add(id);
  };
  const tryOne = async (proxy: string) => {
    const id = waiting.shift() ?? randomUUID();
    try {
      await post(proxy, id);
    } catch (error) {
      // A lead that the proxy refuses for good is a mistake in the test.
      if ((error as Error).cause === 1) throw error;
      waiting.push(id);
      await sleep(pauseMs);
    }
  };
  const statusOf = async (proxy: string, id: string) =>
    (await (await fetch(`${proxy}/api/leads/${id}`)).json()) as Receipt;
  const readCrm = async () => {
    const response = await fetch(`${sandbox}/sandbox/leads`, { headers: { accept: "application/json" } });
    const { leads } = (await response.json()) as { leads: { leadId: string; received: { content?: string } }[] };
    const byReference = new Map<string, string[]>();
    for (const { leadId, received } of leads) {
      const reference = /^ref (\S+)$/m.exec(received.content ?? "")?.[1] ?? "";
      byReference.set(reference, [...(byReference.get(reference) ?? []), leadId]);
    }
    return byReference;
  };

  return {
    acknowledged: () => acknowledged.size,
    refused: () => refused,
    load: (proxies, hands = 4) => {
      let stopped = false;
      const working = Array.from({ length: hands }, async (_, hand) => {
        while (!stopped) {
          const among = proxies();
          const proxy = among[hand % among.length];
          if (proxy !== undefined) await tryOne(proxy);
          await sleep(pauseMs);
        }
      });
      return {
        stop: async () => {
          stopped = true;
          await Promise.all(working);
        },
      };
    },
    settle: async (proxy) => {
      const until = Date.now() + longestSettleMs;
      while (waiting.length > 0 && Date.now() < until) await tryOne(proxy);
      const open = new Set(acknowledged);
      const receipts = new Map<string, Receipt>();
      while (open.size > 0 && Date.now() < until) {
        for (const id of open) {
          const receipt = await statusOf(proxy, id);
          receipts.set(id, receipt);
          if (["delivered", "confirmed", "parked"].includes(receipt.status)) open.delete(id);
        }
        await sleep(100);
      }
      const inCrm = await readCrm();
      const isParked = (id: string) => receipts.get(id)?.status === "parked";
      const isDelivered = (id: string) => inCrm.get(id)?.includes(receipts.get(id)?.leadId ?? "") ?? false;
      const all = [...acknowledged, ...waiting];
      return {
        acknowledged: acknowledged.size,
        delivered: all.filter(isDelivered).length,
        parked: all.filter(isParked).length,
        lost: all
          .filter((id) => !isDelivered(id) && !isParked(id))
          .map((id) => `${id} ${receipts.get(id)?.status ?? "not acknowledged"}`),
        doubled: [...inCrm].filter(([, leads]) => leads.length > 1).map(([id]) => id),
      };
    },
  };
}

/** Checks that everything acknowledged is in the CRM once, or visibly parked. */
export function expectNothingLost({ lost, doubled, ...counts }: Verdict, facts: object): void {
  console.log(JSON.stringify({ ...facts, ...counts }));
  expect(lost).toEqual([]);
  expect(doubled).toEqual([]);
  expect(counts.delivered + counts.parked).toBeGreaterThanOrEqual(counts.acknowledged);
}
