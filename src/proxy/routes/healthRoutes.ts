import { createHash, timingSafeEqual } from "node:crypto";
import type { Hono } from "hono";
import type { Asked } from "../asked.ts";
import { problem } from "../problem.ts";
import type { Sessions } from "../sessions.ts";

interface Parts {
  readonly ready: () => Promise<{ readonly ok: boolean; readonly facts: object }>;
  readonly metrics: () => Promise<string>;
  readonly metricsToken: string | undefined;
  readonly sessions: Sessions;
}

const hash = (text: string) => createHash("sha256").update(text).digest();

/** For whatever watches the proxy: alive, ready with figures, and Prometheus' text for its token or for staff. */
export function healthRoutes(app: Hono<Asked>, { ready, metrics, metricsToken, sessions }: Parts) {
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    const { ok, facts } = await ready();
    return c.json({ status: ok ? "ok" : "not-ready", ...facts }, ok ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    const given = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
    const byToken = metricsToken !== undefined && timingSafeEqual(hash(given ?? ""), hash(metricsToken));
    if (!byToken && (await sessions.seen(c.req.header("cookie"))).who.role !== "staff")
      return problem(401, "not-signed-in", "METRICS_TOKEN or a staff session is needed");
    return c.text(await metrics());
  });
}
