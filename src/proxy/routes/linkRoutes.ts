import type { Context, Hono } from "hono";
import * as z from "zod/mini";
import type { LeadEvent } from "#lead/station/event.ts";
import type { Station } from "#lead/station/station.ts";
import { broughtEvent } from "#lead/submission/submission.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";
import { endOf, type FormLinks } from "../guard/formLinks.ts";
import { problem } from "../http/problem.ts";
import type { Sessions } from "../guard/sessions.ts";
import type { Events } from "../store/events.ts";
import type { Stations } from "../store/stations.ts";

interface Parts {
  readonly stations: Stations;
  readonly sessions: Sessions;
  readonly links: FormLinks;
  readonly events: Events;
  readonly origins: (request: Request) => readonly string[];
  readonly now: () => number;
}

const linkBody = z.strictObject({ event: z.optional(broughtEvent) });

/** Routes for form links. A link lets a device without the passcode fill in the form of one station. */
export function linkRoutes(app: Hono<Asked>, { stations, sessions, links, events, origins, now }: Parts) {
  const make = async (c: Context, station: Station, event?: LeadEvent) => {
    const until = endOf(event ? { event } : station, now());
    const token = await links.token({ station: station.id, until, ...(event && { event: event.id }) });
    const url = `${origins(c.req.raw)[0] ?? ""}/link/${token}`;
    return c.json({ url, validUntil: new Date(until).toISOString() });
  };
  app.post("/api/stations/:id/link", staffOnly, async (c) => {
    const station = stations.find(c.req.param("id"));
    if (!station) return problem(404, "not-found", "No such station");
    if (!c.req.header("content-type")?.startsWith("application/json")) return make(c, station);
    return withBody(c, linkBody, async ({ event }) => {
      // Visitors may name only an event that is known here (intake/eventOf.ts).
      if (event) await events.add(station.id, event);
      return make(c, station, event);
    });
  });
  app.get("/link/:token", async (c) => {
    const link = await links.read(c.req.param("token"));
    const station = link && stations.find(link.station);
    if (!station) return problem(404, "not-found", "This link is no longer valid");
    const location = `/embed/${station.id}`;
    // No cookie for staff, for a device that has it, or for HEAD.
    const { role, link: known, linkEvent } = c.get("who");
    const isKnown = known === station.id && linkEvent === link.event;
    const isOpened = role === "staff" || isKnown || c.req.method !== "GET";
    const cookie = isOpened ? {} : { "set-cookie": await sessions.grant(link) };
    return new Response(null, { status: 303, headers: { location, ...cookie } });
  });
}
