import type { Hono } from "hono";
import * as z from "zod/mini";
import { parseStation } from "#lead/parseStation.ts";
import { isVisited } from "#lead/allowed.ts";
import { forVisitors } from "#lead/forVisitors.ts";
import { isObject } from "#lead/json.ts";
import type { Station } from "#lead/station.ts";
import { broughtEvent } from "#lead/submission.ts";
import { visitorsForm } from "#lead/visitorsForm.ts";
import { staffOnly, withBody, withJson, type Asked } from "./asked.ts";
import { mayUse } from "../intake/mayUse.ts";
import { problem } from "../problem.ts";
import type { Who } from "../guard/sessions.ts";
import type { StaffQueries } from "../store/staffQueries.ts";
import type { Stations } from "../store/stations.ts";
import { sinceOf } from "./sinceOf.ts";

const groupsBody = z.strictObject({
  count: z.int().check(z.minimum(-20), z.maximum(20)),
  event: z.optional(broughtEvent),
});

/** The stations, as much of each as who asks may see, and what staff do at one. */
export function stationRoutes(app: Hono<Asked>, { stations, staff }: { stations: Stations; staff: StaffQueries }) {
  app.get("/api/stations", (c) => {
    const asker = c.get("who");
    if (asker.role === "stranger") return problem(401, "not-signed-in", "Sign in first");
    const seen = stations.all().filter(({ id }) => asker.role === "staff" || asker.station === id || asker.link === id);
    return c.json({ stations: seen.map((station) => viewFor(asker, station, stations.versionOf)) });
  });
  app.get("/api/stations/:id", (c) => {
    const asker = c.get("who");
    const station = stations.find(c.req.param("id"));
    // Staff who look at the form that a link opens see what visitors see.
    const isForm = c.req.query("form") === "visitors";
    if (station) return mayUse(asker, station) ?? c.json(viewFor(asker, station, stations.versionOf, isForm));
    return asker.role === "stranger"
      ? problem(401, "not-signed-in", "Sign in first")
      : problem(404, "not-found", "No such station");
  });
  app.get("/api/stations/:id/left-out", staffOnly, (c) => c.json({ leftOut: stations.leftOut(c.req.param("id")) }));
  app.put("/api/stations/:id", staffOnly, (c) =>
    withJson(c, async (body) => {
      const { version: _version, ...given } = isObject(body) ? body : {};
      const parsed = parseStation(isObject(body) ? given : body);
      const wrong = (issues: readonly object[]) =>
        problem(422, "station-wrong", "The station cannot work like this", { issues });
      if ("issues" in parsed) return wrong(parsed.issues);
      if (parsed.station.id !== c.req.param("id")) return wrong([{ path: "id", code: "not-an-option" }]);
      const station = await stations.save(parsed.station);
      return c.json({ ...station, version: stations.versionOf(station) });
    }),
  );
  app.post("/api/stations/:id/groups", staffOnly, (c) =>
    withBody(c, groupsBody, async ({ count, event }) => {
      const station = stations.find(c.req.param("id"))?.id;
      const since = sinceOf(c.req.query("since"));
      if (station === undefined) return problem(404, "not-found", "No such station");
      if (since === undefined) return problem(422, "request-wrong", "since: an ISO 8601 time");
      await staff.addParties({ station, count, since, event: event && JSON.stringify(event) });
      return c.json({ groups: (await staff.today(station, since)).groups });
    }),
  );
}

/** A station as it may be seen, with the version by which its leads are judged. */
function viewFor(who: Who, station: Station, versionOf: Stations["versionOf"], isForm = false): object {
  const version = versionOf(station);
  const isStaff = who.role === "staff";
  if (isStaff && !isForm) return { ...station, version };
  const opensForm = isForm || who.link === station.id || !isVisited(station);
  return opensForm
    ? { ...forVisitors(visitorsForm(station)), version: `${version}-form` }
    : { ...forVisitors(station), version };
}
