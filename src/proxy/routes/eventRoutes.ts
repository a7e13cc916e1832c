import type { Hono } from "hono";
import * as z from "zod/mini";
import { broughtEvent } from "#lead/submission/submission.ts";
import { problem } from "../http/problem.ts";
import type { Events } from "../store/events.ts";
import type { Stations } from "../store/stations.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";

const day = z.iso.date();

/** The office's events: created on one device, offered on the others. */
export function eventRoutes(app: Hono<Asked>, { stations, events }: { stations: Stations; events: Events }) {
  app.get("/api/events", staffOnly, async (c) => {
    const named = day.safeParse(c.req.query("day"));
    const since = day.safeParse(c.req.query("since") ?? named.data);
    if (!named.success || !since.success) return problem(422, "request-wrong", "day, since: such as 2026-11-22");
    return c.json({ events: await events.between(since.data, named.data) });
  });
  app.post("/api/stations/:id/events", staffOnly, (c) =>
    withBody(c, broughtEvent, async (event) => {
      const station = stations.find(c.req.param("id"));
      if (!station) return problem(404, "not-found", "No such station");
      await events.add(station.id, event);
      return c.body(null, 204);
    }),
  );
}
