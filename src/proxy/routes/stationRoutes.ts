import type { Hono } from "hono";
import * as z from "zod/mini";
import { parseStation } from "#lead/station/parseStation.ts";
import { isVisited } from "#lead/station/allowed.ts";
import { isObject } from "#lead/json.ts";
import type { SealingKey } from "#lead/submission/sealed.ts";
import type { Station } from "#lead/station/station.ts";
import { broughtEvent } from "#lead/submission/submission.ts";
import { staffOnly, withBody, withJson, type Asked } from "./asked.ts";
import { linkedEvent } from "../intake/linkedEvent.ts";
import { mayUse } from "../intake/mayUse.ts";
import { keyFor, seenByVisitors } from "../intake/seenByVisitors.ts";
import { problem } from "../http/problem.ts";
import { oneAtATime } from "../platform/oneAtATime.ts";
import { mostOfStation } from "../guard/guard.ts";
import type { Who } from "../guard/who.ts";
import type { Events } from "../store/events.ts";
import type { StaffQueries } from "../store/staffQueries.ts";
import type { Stations } from "../store/stations.ts";
import { sinceOf } from "./sinceOf.ts";

const groupsBody = z.strictObject({
  id: z.optional(z.uuid()),
  count: z.int().check(z.minimum(-20), z.maximum(20)),
  event: z.optional(broughtEvent),
});

interface Parts {
  readonly stations: Stations;
  readonly events: Events;
  readonly staff: StaffQueries;
  readonly sealTo: () => SealingKey;
}

/** Routes for stations: each sender sees only what it may see. Also staff's actions at a station. */
export function stationRoutes(app: Hono<Asked>, { stations, events, staff, sealTo }: Parts) {
  const inTurn = oneAtATime();
  /** Returns the station as `who` may see it, with the version for validating its leads. */
  const viewFor = (who: Who, station: Station, isForm = false): object => {
    const version = stations.versionOf(station);
    if (who.role === "staff" && !isForm) return { ...station, version, ...keyFor(station, sealTo) };
    return seenByVisitors(station, version, isForm || who.link === station.id || !isVisited(station), sealTo);
  };

  /** The same with the event of the form link. */
  const linkedView = async (who: Who, station: Station, isForm = false) => {
    const event = who.role === "staff" && !isForm ? undefined : await linkedEvent(events, who, station.id);
    return event ? { ...viewFor(who, station, isForm), event } : viewFor(who, station, isForm);
  };

  app.get("/api/stations", async (c) => {
    const asker = c.get("who");
    if (asker.role === "stranger") return problem(401, "not-signed-in", "Sign in first");
    const seen = stations.all().filter(({ id }) => asker.role === "staff" || asker.station === id || asker.link === id);
    return c.json({ stations: await Promise.all(seen.map((station) => linkedView(asker, station))) });
  });
  app.get("/api/stations/:id", async (c) => {
    const asker = c.get("who");
    const id = c.req.param("id");
    // Its leads are still there, and staff read and correct them.
    const isOfLead = asker.role === "staff" && c.req.query("also") === "removed";
    const station = stations.find(id) ?? (isOfLead ? await stations.newest(id) : undefined);
    // Staff who open the form of a link see it as visitors do.
    const isForm = c.req.query("form") === "visitors";
    if (station) return mayUse(asker, station) ?? c.json(await linkedView(asker, station, isForm));
    return asker.role === "stranger"
      ? problem(401, "not-signed-in", "Sign in first")
      : problem(404, "not-found", "No such station");
  });
  app.get("/api/stations/:id/left-out", staffOnly, (c) => c.json({ leftOut: stations.leftOut(c.req.param("id")) }));
  app.put("/api/stations/:id", staffOnly, (c) =>
    withJson(
      c,
      async (body) => {
        const { version: _version, sealTo: _sealTo, ...given } = isObject(body) ? body : {};
        const parsed = parseStation(isObject(body) ? given : body);
        const wrong = (issues: readonly object[]) =>
          problem(422, "station-wrong", "The station cannot work like this", { issues });
        if ("issues" in parsed) return wrong(parsed.issues);
        if (parsed.station.id !== c.req.param("id")) return wrong([{ path: "id", code: "not-an-option" }]);
        const { id } = parsed.station;
        return inTurn(async () => {
          const current = stations.find(id);
          const isNew = c.req.header("if-none-match") === "*";
          const seen = c.req.header("if-match");
          // A station that was removed meanwhile has changed too.
          const isOther = seen !== undefined && (!current || seen !== stations.versionOf(current));
          const isStale = isNew ? current : isOther;
          // Another proxy may have saved it since this one read it.
          const save = isNew || seen !== undefined ? stations.saveIfSame : stations.save;
          const station = isStale ? undefined : await save(parsed.station);
          if (!station) return problem(409, "station-changed", "Somebody else saved this station first");
          return c.json({ ...station, version: stations.versionOf(station), ...keyFor(station, sealTo) });
        });
      },
      mostOfStation,
    ),
  );
  app.delete("/api/stations/:id", staffOnly, (c) =>
    inTurn(async () => {
      const id = c.req.param("id");
      if (!stations.find(id)) return problem(404, "not-found", "No such station");
      // Without a station, the next start would bring back the first ones.
      if (stations.all().length === 1) return problem(409, "last-station", "This is the only station");
      await stations.remove(id);
      return c.body(null, 204);
    }),
  );
  app.post("/api/stations/:id/groups", staffOnly, (c) =>
    withBody(c, groupsBody, async ({ id, count, event }) => {
      const station = stations.find(c.req.param("id"))?.id;
      const since = sinceOf(c.req.query("since"));
      if (station === undefined) return problem(404, "not-found", "No such station");
      if (since === undefined) return problem(422, "request-wrong", "since: an ISO 8601 time");
      await staff.addParties({ id, station, count, since, event: event && JSON.stringify(event) });
      return c.json({ groups: (await staff.today(station, since)).groups });
    }),
  );
}
