import { Hono, type Context, type MiddlewareHandler } from "hono";
import { etag } from "hono/etag";
import { routePath } from "hono/route";
import type { SealingKey } from "#lead/submission/sealed.ts";
import { addressOf } from "./guard/addressOf.ts";
import { withJson, type Asked } from "./routes/asked.ts";
import { clientLimit } from "./guard/clientLimit.ts";
import { controlsInAddress } from "./guard/controlsInAddress.ts";
import type { FormTimes } from "./guard/formTimes.ts";
import type { FormLinks } from "./guard/formLinks.ts";
import { isForeignHost } from "./guard/foreignHost.ts";
import { frameAncestors, frameHelper } from "./guard/frames.ts";
import { fromForeignSite } from "./guard/guard.ts";
import { secureHeaders } from "./guard/headers.ts";
import type { leadsDesk } from "./intake/leads.ts";
import type { Clock } from "./platform/clock.ts";
import type { Credential } from "./crm/credential.ts";
import type { Pause } from "./crm/gate.ts";
import type { stationPages } from "./pages/stationPage.ts";
import { problem, tooMany } from "./http/problem.ts";
import type { Relay } from "./delivery/relay.ts";
import { consentRoutes } from "./routes/consentRoutes.ts";
import { dayRoutes, type DayParts } from "./routes/dayRoutes.ts";
import { deviceRoutes, type DeviceParts } from "./routes/deviceRoutes.ts";
import { eventRoutes } from "./routes/eventRoutes.ts";
import { healthRoutes } from "./routes/healthRoutes.ts";
import { leadRoutes, type LeadParts } from "./routes/leadRoutes.ts";
import { linkRoutes } from "./routes/linkRoutes.ts";
import { outboxLists, type ListParts } from "./routes/outboxLists.ts";
import { outboxRoutes } from "./routes/outboxRoutes.ts";
import { pageRoutes } from "./routes/pageRoutes.ts";
import { pinRoutes } from "./routes/pinRoutes.ts";
import { sandboxRoutes, type SandboxParts } from "./routes/sandboxRoutes.ts";
import { sessionRoutes } from "./routes/sessionRoutes.ts";
import { staffRoutes, type StaffParts } from "./routes/staffRoutes.ts";
import { stationRoutes } from "./routes/stationRoutes.ts";
import type { Pins } from "./guard/pins.ts";
import type { Sessions } from "./guard/sessions.ts";
import type { Events } from "./store/events.ts";
import type { ConsentRecords } from "./store/consentRecords.ts";
import type { OptOuts } from "./store/optOuts.ts";
import type { Outbox } from "./store/outbox.ts";
import type { Stations } from "./store/stations.ts";

export interface Parts extends ListParts, LeadParts, DeviceParts, SandboxParts, StaffParts, DayParts {
  /** `signIn`: staff must enter a passcode. */
  readonly config: { readonly mode: "sandbox" | "lofty"; readonly version: string; readonly signIn: boolean };
  readonly leads: ReturnType<typeof leadsDesk>;
  readonly stations: Stations;
  readonly optOuts: OptOuts;
  readonly consentRecords: ConsentRecords;
  /** Returns the key to which a kiosk seals its leads. */
  readonly sealTo: () => SealingKey;
  readonly events: Events;
  readonly sessions: Sessions;
  readonly pins: Pins;
  readonly outbox: Outbox;
  readonly relay: Relay;
  readonly clock: Clock;
  /** Returns why nothing is sent, and until when. */
  readonly paused: () => Pause | undefined;
  readonly credential: Credential;
  /** Returns the CRM's page of a lead, or its search page for null. */
  readonly crmPage: (leadId: string | null) => string;
  /** Returns our own origins, to compare with the Origin header. */
  readonly origins: (request: Request) => readonly string[];
  /** Our host names, in addition to local ones. */
  readonly ownNames: readonly string[];
  readonly files: (path: string, c: Context) => Response | undefined;
  readonly pages: ReturnType<typeof stationPages>;
  readonly refusedFrame: (parent: string | undefined, wanted: readonly string[]) => string | undefined;
  readonly ready: () => { readonly ok: boolean; readonly facts: () => Promise<object> };
  readonly metrics: () => Promise<string>;
  readonly metricsToken: string | undefined;
  readonly links: FormLinks;
  readonly formTimes: FormTimes;
  readonly clientRatePerMinute: number;
  /** The number of our proxies in front, whose client addresses we trust. */
  readonly trustedProxies: number;
  readonly now: () => number;
  readonly secure: boolean;
  /**
   * Identifies the built app in every response. A response without it is not ours (a captive portal's); another value
   * means a newer version.
   */
  readonly build: string;
  readonly log: (event: string, facts: object) => void;
}

const filesPerRequest = 10;

/**
 * Returns the proxy: a function from a request to a response. It offers its own operations and forwards no requests.
 */
export function proxyApp(parts: Parts): Hono<Asked> {
  const { leads, stations, sessions } = parts;
  const app = new Hono<Asked>();
  const mayPass = clientLimit(parts.clientRatePerMinute);
  const mayWatch = clientLimit(parts.clientRatePerMinute);
  /** A page has many files, and many devices of an office share one address. */
  const mayFetch = clientLimit(parts.clientRatePerMinute * filesPerRequest);

  app.use(async (c, next) => {
    const { method, path } = c.req;
    if (parts.config.mode === "sandbox" && isForeignHost(c.req.raw, parts.ownNames))
      c.res = problem(421, "foreign-host", "Open Foyer by its address, or set PUBLIC_ORIGIN to this one");
    else if (method !== "GET" && method !== "HEAD" && fromForeignSite(c.req.raw, parts.origins(c.req.raw)))
      c.res = problem(403, "foreign-origin", "Another site's page cannot do this");
    else await next();
    const parents = c.get("framedByAny") ? ["*"] : frameAncestors(path, stations);
    for (const [name, value] of Object.entries(secureHeaders(parents, parts.secure, c.get("inline"))))
      c.res.headers.set(name, value);
    if (path === frameHelper) c.res.headers.set("cross-origin-resource-policy", "cross-origin");
    c.res.headers.set("foyer-build", parts.build);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
    // Logs the route's pattern, not the address, which may contain personal data.
    // A flood must not fill the disk with lines.
    if (c.res.status >= 400 && c.res.status !== 429)
      parts.log("refused", { method, route: routePath(c, -1), status: c.res.status });
  });
  /** A device on which staff have signed in counts for itself: others behind its address cannot use up its requests. */
  const clientOf = (c: Context) => sessions.device(c.req.header("cookie")) ?? addressOf(c, parts.trustedProxies);
  const noted = new Set<string>();
  const noteOnce = (event: string) => {
    if (!noted.has(event)) parts.log(event, {});
    noted.add(event);
  };
  const asked: MiddlewareHandler<Asked> = async (c, next) => {
    if (parts.trustedProxies === 0 && c.req.header("x-forwarded-for") !== undefined) noteOnce("trust-proxy-unset");
    if (!parts.secure && c.req.header("x-forwarded-proto") === "https") noteOnce("public-origin-unset");
    const { who, session, renewed, isRevoked } = await sessions.seen(c.req.header("cookie"));
    const address = addressOf(c, parts.trustedProxies);
    const waitMs = await mayPass(session ?? clientOf(c));
    if (waitMs > 0) return tooMany(waitMs);
    c.set("who", who);
    if (isRevoked) c.set("isRevoked", isRevoked);
    c.set("sender", { who, session, address });
    await next();
    if (renewed !== undefined && !c.res.headers.has("set-cookie")) c.res.headers.set("set-cookie", renewed);
    return undefined;
  };
  const bounded =
    (mayAsk: typeof mayPass): MiddlewareHandler<Asked> =>
    async (c, next) => {
      const waitMs = await mayAsk(clientOf(c));
      return waitMs > 0 ? tooMany(waitMs) : next();
    };
  app.use(controlsInAddress);
  // Before the cookies of a request are read, which takes queries.
  app.use("*", bounded(mayFetch));
  app.use("/api/*", asked);
  app.use("/link/*", asked);
  app.use("/sandbox/*", asked);
  app.onError((error, c) => {
    parts.log("failed", { path: c.req.routePath, error: error.name, code: (error as { code?: string }).code });
    return problem(503, "store-unavailable", "It could not be saved: try again", {}, { "retry-after": "5" });
  });

  app.get("/api/config", (c) => c.json(parts.config));
  app.get("/api/form-time", (c) => c.json({ opened: parts.formTimes.token() }));
  app.post("/api/leads", (c) =>
    withJson(c, (body) =>
      leads.create(c.req.header("idempotency-key"), body, {
        ...c.get("sender"),
        sentAt: c.req.header("foyer-sent-at"),
        isImport: c.get("who").role === "staff" && c.req.header("foyer-import") !== undefined,
      }),
    ),
  );
  app.get("/api/leads/:id", (c) => leads.find(c.req.param("id"), c.get("who")));
  sessionRoutes(app, parts);
  pinRoutes(app, parts);
  stationRoutes(app, parts);
  eventRoutes(app, parts);
  staffRoutes(app, parts);
  dayRoutes(app, parts);
  outboxLists(app, parts);
  outboxRoutes(app, parts);
  leadRoutes(app, parts);
  consentRoutes(app, parts);
  deviceRoutes(app, parts);

  linkRoutes(app, parts);
  sandboxRoutes(app, parts);
  for (const path of ["/readyz", "/metrics"]) app.use(path, bounded(mayWatch));
  healthRoutes(app, parts);
  app.all("/api/*", () => problem(404, "not-found", "No such address"));
  pageRoutes(app, parts);
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
