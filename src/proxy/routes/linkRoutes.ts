import type { Hono } from "hono";
import { staffOnly, type Asked } from "./asked.ts";
import { endOf, type FormLinks } from "../guard/formLinks.ts";
import { problem } from "../problem.ts";
import type { Sessions } from "../guard/sessions.ts";
import type { Stations } from "../store/stations.ts";

interface Parts {
  readonly stations: Stations;
  readonly sessions: Sessions;
  readonly links: FormLinks;
  readonly origins: (request: Request) => readonly string[];
  readonly now: () => number;
}

/** A link that lets a device without the passcode fill in one station's form, and what opening it does. */
export function linkRoutes(app: Hono<Asked>, { stations, sessions, links, origins, now }: Parts) {
  app.post("/api/stations/:id/link", staffOnly, async (c) => {
    const station = stations.find(c.req.param("id"));
    if (!station) return problem(404, "not-found", "No such station");
    const until = endOf(station, now());
    const url = `${origins(c.req.raw)[0] ?? ""}/link/${await links.token(station.id, until)}`;
    return c.json({ url, validUntil: new Date(until).toISOString() });
  });
  app.get("/link/:token", async (c) => {
    const link = await links.read(c.req.param("token"));
    const station = link && stations.find(link.station);
    if (!station) return problem(404, "not-found", "This link is no longer valid");
    const location = `/embed/${station.id}`;
    // Staff need no session to see their own link; who only asks for the headers (HEAD) opens none.
    const isOpened = c.get("who").role === "staff" || c.req.method !== "GET";
    const cookie = isOpened ? {} : { "set-cookie": await sessions.grant(station.id, link.until) };
    return new Response(null, { status: 303, headers: { location, ...cookie } });
  });
}
