import { Hono, type Context } from "hono";
import { isVisited } from "#lead/allowed.ts";
import { parseStation } from "#lead/parseStation.ts";
import type { Station } from "#lead/station.ts";
import { fromForeignSite, readJson } from "./guard.ts";
import { secureHeaders } from "./headers.ts";
import type { leadsDesk } from "./leads.ts";
import { problem } from "./problem.ts";
import type { Sessions, Who } from "./sessions.ts";
import type { Stations } from "./store/stations.ts";

export interface Parts {
  readonly config: { readonly mode: "sandbox" | "lofty"; readonly version: string };
  readonly leads: ReturnType<typeof leadsDesk>;
  readonly stations: Stations;
  readonly sessions: Sessions;
  /** Our own origins, for a browser that names one. */
  readonly origins: (request: Request) => readonly string[];
  readonly files: (path: string) => Response | undefined;
  readonly ready: () => Promise<{ readonly ok: boolean; readonly facts: object }>;
  readonly secure: boolean;
  readonly log: (event: string, facts: object) => void;
}

/** The proxy: a function from a request to a response. It offers verbs, it forwards nothing. */
export function proxyApp(parts: Parts): Hono {
  const { leads, stations, sessions } = parts;
  const app = new Hono();
  const who = (c: Context) => sessions.who(c.req.header("cookie"));
  const staffOnly = async (c: Context, work: () => Response | Promise<Response>) => {
    const { role } = await who(c);
    if (role === "staff") return work();
    return role === "kiosk" ? problem(403, "staff-only", "Staff only") : problem(401, "not-signed-in", "Sign in first");
  };
  const withBody = async (c: Context, work: (body: unknown) => Response | Promise<Response>) => {
    const read = await readJson(c.req.raw);
    return read instanceof Response ? read : work(read.body);
  };

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
  app.onError((error, c) => {
    parts.log("failed", { path: c.req.routePath, error: error.name, code: (error as { code?: string }).code });
    return problem(503, "store-unavailable", "It could not be saved: try again", {}, { "retry-after": "5" });
  });

  app.get("/api/config", (c) => c.json(parts.config));
  app.post("/api/leads", async (c) =>
    withBody(c, async (body) => leads.create(c.req.header("idempotency-key"), body, await who(c))),
  );
  app.get("/api/leads/:id", async (c) => leads.find(c.req.param("id"), await who(c)));

  app.get("/api/stations", async (c) => {
    const asker = await who(c);
    if (asker.role === "stranger") return problem(401, "not-signed-in", "Sign in first");
    const seen = stations.all().filter(({ id }) => asker.role === "staff" || asker.station === id);
    return c.json({ stations: seen.map((station) => viewFor(asker, station)) });
  });
  app.get("/api/stations/:id", async (c) => {
    const asker = await who(c);
    const station = stations.find(c.req.param("id"));
    const open =
      station?.profile === "embed" ||
      asker.role === "staff" ||
      (asker.role === "kiosk" && asker.station === station?.id);
    if (!station)
      return asker.role === "stranger"
        ? problem(401, "not-signed-in", "Sign in first")
        : problem(404, "not-found", "No such station");
    return open
      ? c.json(viewFor(asker, station))
      : problem(asker.role === "stranger" ? 401 : 403, "not-signed-in", "Sign in first");
  });
  app.put("/api/stations/:id", (c) =>
    staffOnly(c, () =>
      withBody(c, async (body) => {
        const parsed = parseStation(body);
        if ("issues" in parsed)
          return problem(422, "station-wrong", "The station cannot work like this", { issues: parsed.issues });
        if (parsed.station.id !== c.req.param("id"))
          return problem(422, "station-wrong", "The id is another station's", {
            issues: [{ path: "id", code: "not-an-option" }],
          });
        await stations.save(parsed.station);
        return c.json(parsed.station);
      }),
    ),
  );

  app.post("/api/session", (c) =>
    withBody(c, async (body) => {
      const { passcode, station } = (body ?? {}) as { passcode?: unknown; station?: unknown };
      if (typeof passcode !== "string" || passcode.length > 200)
        return problem(401, "wrong-passcode", "That passcode isn't right");
      const kiosk = typeof station === "string" ? stations.find(station) : undefined;
      if (station !== undefined && kiosk?.profile !== "kiosk")
        return problem(422, "station-wrong", "Not a kiosk station");
      const cookie = await sessions.open(passcode, kiosk?.id);
      return cookie === undefined
        ? problem(401, "wrong-passcode", "That passcode isn't right")
        : new Response(null, { status: 204, headers: { "set-cookie": cookie } });
    }),
  );
  app.delete("/api/session", async (c) => {
    await sessions.close(c.req.header("cookie"));
    return new Response(null, { status: 204, headers: { "set-cookie": sessions.cleared } });
  });

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

/** Presets reach staff only, and never by way of a visitors' session. */
function viewFor(who: Who, station: Station): object {
  if (who.role === "staff" && !isVisited(station)) return station;
  const { presets, ...seen } = station;
  return who.role === "staff" ? { ...seen, presets } : seen;
}
