import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, Hono } from "hono";
import type { Asked } from "./asked.ts";
import { problem } from "../http/problem.ts";
import type { Sessions } from "../guard/sessions.ts";

interface Parts {
  readonly ready: () => { readonly ok: boolean; readonly facts: () => Promise<object> };
  readonly metrics: () => Promise<string>;
  readonly metricsToken: string | undefined;
  readonly sessions: Sessions;
}

const hash = (text: string) => createHash("sha256").update(text).digest();

/** Routes for monitoring: alive, ready, and metrics for METRICS_TOKEN or staff. */
export function healthRoutes(app: Hono<Asked>, { ready, metrics, metricsToken, sessions }: Parts) {
  const mayRead = async (c: Context) => {
    const given = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
    if (metricsToken !== undefined && timingSafeEqual(hash(given ?? ""), hash(metricsToken))) return true;
    // When the store fails, sessions are unknown; the response must still report the failure.
    const { who } = await sessions.seen(c.req.header("cookie")).catch(() => ({ who: { role: "stranger" } }));
    return who.role === "staff";
  };
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    const { ok, facts } = ready();
    const figures = (await mayRead(c)) ? await facts() : {};
    return c.json({ status: ok ? "ok" : "not-ready", ...figures }, ok ? 200 : 503);
  });
  app.get("/metrics", async (c) =>
    (await mayRead(c))
      ? c.text(await metrics())
      : problem(401, "not-signed-in", "METRICS_TOKEN or a staff session is needed"),
  );
}
