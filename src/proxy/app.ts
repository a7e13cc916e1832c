import { Hono, type Context, type MiddlewareHandler } from "hono";
import { etag } from "hono/etag";
import { routePath } from "hono/route";
import type { Vocabulary } from "#lead/vocabulary.ts";
import { addressOf } from "./guard/addressOf.ts";
import { withJson, type Asked } from "./routes/asked.ts";
import { clientLimit } from "./guard/clientLimit.ts";
import type { FormLinks } from "./guard/formLinks.ts";
import { isForeignHost } from "./guard/foreignHost.ts";
import { fromForeignSite } from "./guard/guard.ts";
import { secureHeaders } from "./guard/headers.ts";
import type { leadsDesk } from "./intake/leads.ts";
import type { Clock } from "./delivery/clock.ts";
import type { Credential } from "./delivery/credential.ts";
import type { Pause } from "./delivery/gate.ts";
import { problem, tooMany } from "./problem.ts";
import type { Relay } from "./delivery/relay.ts";
import { eventRoutes } from "./routes/eventRoutes.ts";
import { healthRoutes } from "./routes/healthRoutes.ts";
import { linkRoutes } from "./routes/linkRoutes.ts";
import { outboxLists, type ListParts } from "./routes/outboxLists.ts";
import { outboxRoutes } from "./routes/outboxRoutes.ts";
import { sessionRoutes } from "./routes/sessionRoutes.ts";
import { staffRoutes } from "./routes/staffRoutes.ts";
import { stationRoutes } from "./routes/stationRoutes.ts";
import type { Sessions } from "./guard/sessions.ts";
import type { Events } from "./store/events.ts";
import type { Outbox } from "./store/outbox.ts";
import type { StaffQueries } from "./store/staffQueries.ts";
import type { Stations } from "./store/stations.ts";

export interface Parts extends ListParts {
  /** `signIn`: staff have a passcode to type. */
  readonly config: { readonly mode: "sandbox" | "lofty"; readonly version: string; readonly signIn: boolean };
  readonly leads: ReturnType<typeof leadsDesk>;
  readonly stations: Stations;
  readonly events: Events;
  readonly sessions: Sessions;
  readonly outbox: Outbox;
  readonly relay: Relay;
  readonly clock: Clock;
  readonly staff: StaffQueries;
  readonly vocabulary: () => Promise<Vocabulary | undefined>;
  /** Whether look-ups by email work; undefined while that is not known. */
  readonly recognizes: () => boolean | undefined;
  /** Nothing is sent before this time, and why. */
  readonly paused: () => Pause | undefined;
  readonly credential: Credential;
  /** The CRM's own page about a lead, or the one to search on. */
  readonly crmPage: (leadId: string | null) => string;
  /** Our own origins, for a browser that names one. */
  readonly origins: (request: Request) => readonly string[];
  /** Names of ours beside those of this network. */
  readonly ownNames: readonly string[];
  readonly files: (path: string, c: Context) => Response | undefined;
  readonly ready: () => Promise<{ readonly ok: boolean; readonly facts: object }>;
  readonly metrics: () => Promise<string>;
  readonly metricsToken: string | undefined;
  readonly links: FormLinks;
  readonly clientRatePerMinute: number;
  /** Proxies of ours in front, whose word on a client's address counts. */
  readonly trustedProxies: number;
  readonly now: () => number;
  readonly secure: boolean;
  readonly log: (event: string, facts: object) => void;
}

const filesPerRequest = 10;

/** The proxy: a function from a request to a response. It offers verbs, it forwards nothing. */
export function proxyApp(parts: Parts): Hono<Asked> {
  const { leads, stations, sessions } = parts;
  const app = new Hono<Asked>();
  const mayPass = clientLimit(parts.clientRatePerMinute);
  const mayWatch = clientLimit(parts.clientRatePerMinute);
  /** A page is many files, and many devices of an office are one address. */
  const mayFetch = clientLimit(parts.clientRatePerMinute * filesPerRequest);

  app.use(async (c, next) => {
    const { method, path } = c.req;
    if (parts.config.mode === "sandbox" && isForeignHost(c.req.raw, parts.ownNames))
      c.res = problem(421, "foreign-host", "Open Foyer by its address, or set PUBLIC_ORIGIN to this one");
    else if (method !== "GET" && method !== "HEAD" && fromForeignSite(c.req.raw, parts.origins(c.req.raw)))
      c.res = problem(403, "foreign-origin", "Another site's page cannot do this");
    else await next();
    const embed = /^\/embed\/([^/]+)/.exec(path)?.[1];
    const parents = (embed && stations.find(embed)?.profile === "embed" && stations.find(embed)?.frameParents) || [];
    for (const [name, value] of Object.entries(secureHeaders(parents, parts.secure))) c.res.headers.set(name, value);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
    // The route's pattern, never the address: that may hold anything.
    if (c.res.status >= 400) parts.log("refused", { method, route: routePath(c, -1), status: c.res.status });
  });
  const asked: MiddlewareHandler<Asked> = async (c, next) => {
    const { who, session, renewed } = await sessions.seen(c.req.header("cookie"));
    const address = addressOf(c, parts.trustedProxies);
    const waitMs = await mayPass(session ?? address);
    if (waitMs > 0) return tooMany(waitMs);
    c.set("who", who);
    c.set("sender", { who, session, address });
    await next();
    if (renewed !== undefined && !c.res.headers.has("set-cookie")) c.res.headers.set("set-cookie", renewed);
    return undefined;
  };
  const bounded =
    (mayAsk: typeof mayPass): MiddlewareHandler<Asked> =>
    async (c, next) => {
      const waitMs = await mayAsk(addressOf(c, parts.trustedProxies));
      return waitMs > 0 ? tooMany(waitMs) : next();
    };
  app.use("/api/*", asked);
  app.use("/link/*", asked);
  app.onError((error, c) => {
    parts.log("failed", { path: c.req.routePath, error: error.name, code: (error as { code?: string }).code });
    return problem(503, "store-unavailable", "It could not be saved: try again", {}, { "retry-after": "5" });
  });

  app.get("/api/config", (c) => c.json(parts.config));
  app.post("/api/leads", (c) =>
    withJson(c, (body) =>
      leads.create(c.req.header("idempotency-key"), body, {
        ...c.get("sender"),
        sentAt: c.req.header("foyer-sent-at"),
      }),
    ),
  );
  app.get("/api/leads/:id", (c) => leads.find(c.req.param("id"), c.get("who")));
  sessionRoutes(app, parts);
  stationRoutes(app, parts);
  eventRoutes(app, parts);
  staffRoutes(app, parts);
  outboxLists(app, parts);
  outboxRoutes(app, parts);

  app.use("*", bounded(mayFetch));
  linkRoutes(app, parts);
  for (const path of ["/readyz", "/metrics"]) app.use(path, bounded(mayWatch));
  healthRoutes(app, parts);
  app.all("/api/*", () => problem(404, "not-found", "No such address"));
  app.get("*", etag(), (c) => {
    const file = parts.files(c.req.path, c);
    if (file || !c.req.header("accept")?.includes("text/html"))
      return file ?? problem(404, "not-found", "No such page");
    const app404 = parts.files("/", c);
    return new Response(app404?.body, { status: 404, headers: app404?.headers ?? {} });
  });
  app.all("*", () => problem(405, "method-not-allowed", "Not here"));
  return app;
}
