import { Hono } from "hono";
import type { Vocabulary } from "#lead/vocabulary.ts";
import { withJson, type Asked } from "./asked.ts";
import { fromForeignSite } from "./guard.ts";
import { secureHeaders } from "./headers.ts";
import type { leadsDesk } from "./leads.ts";
import type { Clock } from "./clock.ts";
import { problem } from "./problem.ts";
import type { Relay } from "./relay.ts";
import { outboxRoutes } from "./routes/outboxRoutes.ts";
import { sessionRoutes } from "./routes/sessionRoutes.ts";
import { staffRoutes } from "./routes/staffRoutes.ts";
import { stationRoutes } from "./routes/stationRoutes.ts";
import type { Sessions } from "./sessions.ts";
import type { Outbox } from "./store/outbox.ts";
import type { StaffQueries } from "./store/staffQueries.ts";
import type { Stations } from "./store/stations.ts";

export interface Parts {
  readonly config: { readonly mode: "sandbox" | "lofty"; readonly version: string };
  readonly leads: ReturnType<typeof leadsDesk>;
  readonly stations: Stations;
  readonly sessions: Sessions;
  readonly outbox: Outbox;
  readonly relay: Relay;
  readonly clock: Clock;
  readonly staff: StaffQueries;
  readonly vocabulary: () => Promise<Vocabulary | undefined>;
  /** The CRM's own page about a lead, or the one to search on. */
  readonly crmPage: (leadId: string | null) => string;
  /** Our own origins, for a browser that names one. */
  readonly origins: (request: Request) => readonly string[];
  readonly files: (path: string) => Response | undefined;
  readonly ready: () => Promise<{ readonly ok: boolean; readonly facts: object }>;
  readonly secure: boolean;
  readonly log: (event: string, facts: object) => void;
}

/** The proxy: a function from a request to a response. It offers verbs, it forwards nothing. */
export function proxyApp(parts: Parts): Hono<Asked> {
  const { leads, stations, sessions } = parts;
  const app = new Hono<Asked>();

  app.use(async (c, next) => {
    const { method, path } = c.req;
    if (method !== "GET" && method !== "HEAD" && fromForeignSite(c.req.raw, parts.origins(c.req.raw)))
      c.res = problem(403, "foreign-origin", "Another site's page cannot do this");
    else await next();
    const embed = /^\/embed\/([^/]+)/.exec(path)?.[1];
    const parents = (embed && stations.find(embed)?.profile === "embed" && stations.find(embed)?.frameParents) || [];
    for (const [name, value] of Object.entries(secureHeaders(parents, parts.secure))) c.res.headers.set(name, value);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
  });
  app.use("/api/*", async (c, next) => {
    c.set("who", await sessions.who(c.req.header("cookie")));
    await next();
  });
  app.onError((error, c) => {
    parts.log("failed", { path: c.req.routePath, error: error.name, code: (error as { code?: string }).code });
    return problem(503, "store-unavailable", "It could not be saved: try again", {}, { "retry-after": "5" });
  });

  app.get("/api/config", (c) => c.json(parts.config));
  app.post("/api/leads", (c) =>
    withJson(c, (body) => leads.create(c.req.header("idempotency-key"), body, c.get("who"))),
  );
  app.get("/api/leads/:id", (c) => leads.find(c.req.param("id"), c.get("who")));
  sessionRoutes(app, parts);
  stationRoutes(app, parts);
  staffRoutes(app, parts);
  outboxRoutes(app, parts);

  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    const { ok, facts } = await parts.ready();
    return c.json({ status: ok ? "ok" : "not-ready", ...facts }, ok ? 200 : 503);
  });
  app.all("/api/*", () => problem(404, "not-found", "No such address"));
  app.get("*", (c) => parts.files(c.req.path) ?? problem(404, "not-found", "No such page"));
  app.all("*", () => problem(405, "method-not-allowed", "Not here"));
  return app;
}
