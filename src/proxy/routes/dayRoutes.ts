import type { Context, Hono } from "hono";
import { mostHouses, type DayPeople } from "#lead/submission/staffAnswers.ts";
import { staffOnly, type Asked } from "./asked.ts";
import { problem } from "../http/problem.ts";
import { againstIn, answersIn, dayPerson } from "../staff/dayPerson.ts";
import type { OptOuts } from "../store/optOuts.ts";
import { reachOf } from "../store/reach.ts";
import type { StaffQueries, TakenAt } from "../store/staffQueries.ts";
import type { Stations } from "../store/stations.ts";
import { sinceOf } from "./sinceOf.ts";

export interface DayParts {
  readonly stations: Stations;
  readonly staff: StaffQueries;
  readonly optOuts: Pick<OptOuts, "find" | "withdrawals">;
}

/** More than come to most houses on one day. */
const mostPeople = 300;
/** Staff handle these first. */
const mostParked = 20;
/** In characters, as in deviceReport.ts. */
const longestHouse = 200;

/** Routes for the counts and the people of a day. */
export function dayRoutes(app: Hono<Asked>, { stations, staff, optOuts }: DayParts) {
  /** Runs `work` with the station and the start of the day in the address. */
  const onDay = async (
    c: Context<Asked>,
    work: (station: string | undefined, since: number) => Promise<object>,
  ): Promise<Response> => {
    const station = c.req.query("station");
    const since = sinceOf(c.req.query("since"));
    if (station !== undefined && !stations.find(station)) return problem(404, "not-found", "No such station");
    if (since === undefined) return problem(422, "request-wrong", "since: an ISO 8601 time");
    return c.json(await work(station, since));
  };
  const peopleAt = async (place: TakenAt, since: number): Promise<DayPeople> => {
    const most = place.isParked ? mostParked : mostPeople;
    const taken = await staff.taken(place, since, most + 1);
    const shown = taken.slice(0, most).flatMap((one) => {
      const answers = answersIn(one);
      return answers ? [{ one, answers }] : [];
    });
    const [found, withdrawals] = await Promise.all([
      optOuts.find(shown.map(({ one, answers }) => ({ id: one.id, reach: reachOf(answers) }))),
      optOuts.withdrawals(shown.map(({ one }) => one.id)),
    ]);
    const people = shown.map(({ one, answers }) => {
      const against = againstIn(found.get(one.id) ?? [], withdrawals.get(one.id));
      return dayPerson(one, answers, stations.find(one.station), against);
    });
    return { people, isWhole: taken.length <= most };
  };
  app.get("/api/today", staffOnly, (c) => onDay(c, staff.today));
  app.get("/api/people", staffOnly, (c) => {
    const houses = c.req.queries("house");
    const status = c.req.query("status");
    if (houses && (houses.length > mostHouses || houses.some(({ length }) => length > longestHouse)))
      return problem(422, "request-wrong", `house: ${mostHouses} keys at most`);
    if (status !== undefined && status !== "parked") return problem(422, "request-wrong", "status: parked");
    return onDay(c, (station, since) => peopleAt({ station, houses, isParked: status !== undefined }, since));
  });
}
