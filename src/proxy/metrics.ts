import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { statuses } from "#lead/submission/submission.ts";
import type { Transport } from "./crm/crm.ts";
import type { Outbox } from "./store/outbox.ts";

interface Watched {
  readonly outbox: Outbox;
  readonly now: () => number;
  /** Returns the requests a minute that the CRM may get now. */
  readonly perMinute: () => number;
  /** Returns whether look-ups by email work; undefined while unknown. */
  readonly recognizes: () => boolean | undefined;
}

/** The Prometheus metrics. They contain no data of people or leads. */
export function proxyMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const counts = { registers, labelNames: ["status"] } as const;
  const accepted = new Counter({ registers, name: "foyer_leads_accepted_total", help: "Leads taken and on disk" });
  const moved = new Counter({ ...counts, name: "foyer_leads_moved_total", help: "Leads by the status they came to" });
  const seconds = new Histogram({
    registers,
    name: "foyer_crm_seconds",
    help: "Seconds until the CRM's answer",
    labelNames: ["method", "status"],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
  });
  const gauge = (
    name: string,
    help: string,
    collect: (gauge: Gauge) => void | Promise<void>,
    labelNames: string[] = [],
  ) =>
    new Gauge({
      registers,
      name,
      help,
      labelNames,
      async collect() {
        await collect(this);
      },
    });
  return {
    text: () => registry.metrics(),
    /** Counts logged events. */
    heard: (event: string, facts: object) => {
      if (event === "accepted") accepted.inc();
      const { from, status } = facts as { readonly from?: string; readonly status?: string };
      // A lead that is read again and not found keeps its status.
      if (event === "lead" && status !== undefined && status !== from) moved.inc({ status });
    },
    timed:
      (transport: Transport, now: () => number): Transport =>
      async (url, init) => {
        const from = now();
        const done = (status: string) =>
          seconds.observe({ method: init.method ?? "GET", status }, (now() - from) / 1000);
        try {
          const response = await transport(url, init);
          done(String(response.status));
          return response;
        } catch (error) {
          done("none");
          throw error;
        }
      },
    watch: ({ outbox, now, perMinute, recognizes }: Watched) => {
      // `sending` is left out, because it changes within seconds.
      for (const status of statuses.filter((one) => one !== "sending")) moved.inc({ status }, 0);
      gauge("foyer_crm_requests_per_minute", "Requests a minute the CRM may get", (to) => to.set(perMinute()));
      gauge("foyer_oldest_waiting_seconds", "Age of the oldest lead on its way", async (to) =>
        to.set(Math.max(0, now() - ((await outbox.oldestWaiting()) ?? Infinity)) / 1000),
      );
      gauge(
        "foyer_crm_recognition",
        "Whether people can be looked up by email: 1 at the state it is in",
        (to) => {
          const now = recognizes();
          to.set({ state: "works" }, Number(now === true));
          to.set({ state: "fails" }, Number(now === false));
          to.set({ state: "unknown" }, Number(now === undefined));
        },
        ["state"],
      );
      const all = "Submissions in the store";
      gauge(
        "foyer_submissions",
        all,
        async (to) => {
          const found = await outbox.count();
          for (const status of statuses) to.set({ status }, found[status] ?? 0);
        },
        ["status"],
      );
    },
  };
}
