import { requestBudget } from "../crm/budget.ts";
import { clockOf } from "../platform/clock.ts";
import { crmAt, type Transport } from "../crm/crm.ts";
import { crmGate } from "../crm/gate.ts";
import { startRelay } from "../delivery/relay.ts";
import type { OptedOut } from "../delivery/barred.ts";
import type { Arrival } from "../store/arrivals.ts";
import type { Driver } from "../store/driver/driver.ts";
import { migrate } from "../store/migrations/migrate.ts";
import { outboxIn, type Change } from "../store/outbox.ts";
import { openDatabase } from "../store/database/database.ts";
import { now as start } from "./entryWith.ts";
import { simulatedTime } from "./simulatedTime.ts";

interface Options {
  readonly configured?: number;
  readonly updateKnownPeople?: boolean;
  readonly optOutsOf?: (driver: Driver) => Promise<OptedOut>;
}

const nobody = async () => ({ optedOut: async () => [], withdrawnAt: async () => undefined });

/** The real relay, gate, budget, client and SQL on this network, with a clock that the test moves. */
export async function relayOver(
  transport: Transport,
  { configured, updateKnownPeople = true, optOutsOf = nobody }: Options = {},
) {
  const time = simulatedTime(start);
  const driver = openDatabase(":memory:");
  await migrate(driver);
  const optOuts = await optOutsOf(driver);
  const outbox = outboxIn(driver);
  const clock = clockOf(time.now, 1);
  const logged: object[] = [];
  const log = (event: string, facts: object) => void logged.push({ event, ...facts });
  const budget = requestBudget({ now: time.now, after: time.after, configured });
  const asked: { readonly at: number; readonly method: string; readonly path: string }[] = [];
  const crm = crmAt({
    baseUrl: "https://crm.example.com",
    authorization: async () => "token sample",
    transport: async (url, init) => {
      asked.push({ at: time.real(), method: init.method ?? "GET", path: url.slice("https://crm.example.com".length) });
      await time.sleep(100);
      return transport(url, init);
    },
    now: time.now,
    after: time.after,
    onLimit: budget.heard,
  });
  const gate = crmGate({ crm, budget, clock, log });
  const recognition = { works: () => undefined, doubt: () => undefined, met: () => undefined };
  const begin = () =>
    startRelay({
      outbox,
      gate,
      station: () => ({ updateKnownPeople, whenUnrecognized: "create" }),
      recognition,
      clock,
      ...optOuts,
      crmAheadMs: () => 0,
      after: time.after,
      log,
    });
  const pass = async (ms: number, isOver = async () => false) => {
    const until = time.real() + ms;
    // Lets work that has started set its first timers.
    await new Promise((resolve) => setImmediate(resolve));
    time.after(ms, () => undefined);
    for (let steps = 1; time.real() < until; steps++) {
      await time.step();
      if (steps % 100 === 0 && (await isOver())) return;
    }
  };
  return {
    time,
    driver,
    outbox,
    clock,
    budget,
    gate,
    asked,
    logged,
    begin,
    pass,
    /** Accepts an entry, then applies the change. */
    add: async (id: string, values: Partial<Arrival> = {}, change?: Change) => {
      const lead = JSON.stringify({
        firstName: "Sample",
        lastName: id,
        emails: [`${id}@example.com`],
        content: `-- foyer\nref ${id}`,
      });
      const arrival = { id, station: "front-desk", fingerprint: id, lead, consent: null, capturedAt: time.now() };
      const { entry } = await outbox.accept({ ...arrival, acceptedAt: time.now(), ...values });
      if (change) await outbox.change(id, entry, change, time.now());
    },
  };
}
