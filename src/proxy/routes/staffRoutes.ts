import type { Hono } from "hono";
import * as z from "zod/mini";
import type { RecognitionAnswer } from "#lead/staffAnswers.ts";
import type { Vocabulary } from "#lead/vocabulary.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";
import { problem } from "../problem.ts";
import { emailReach, phoneReach } from "../staff/reach.ts";
import type { StaffQueries } from "../store/staffQueries.ts";
import type { Stations } from "../store/stations.ts";
import { sinceOf } from "./sinceOf.ts";

interface Parts {
  readonly stations: Stations;
  readonly staff: StaffQueries;
  readonly vocabulary: () => Promise<Vocabulary | undefined>;
  /** Whether look-ups by email work; undefined while that is not known. */
  readonly recognizes: () => boolean | undefined;
}

const list = z._default(z.array(z.string().check(z.maxLength(320))).check(z.maxLength(20)), []);
const duplicatesBody = z.strictObject({ emails: list, phones: list });

/** What staff's forms and pages look up. */
export function staffRoutes(app: Hono<Asked>, { stations, staff, vocabulary, recognizes }: Parts) {
  app.get("/api/vocabulary", staffOnly, async (c) => {
    const lists = await vocabulary();
    return lists ? c.json(lists) : problem(503, "crm-unavailable", "Lofty's lists cannot be had now");
  });
  app.get("/api/recognition", staffOnly, (c) => c.json({ works: recognizes() ?? null } satisfies RecognitionAnswer));
  app.post("/api/duplicates", staffOnly, (c) =>
    withBody(c, duplicatesBody, async ({ emails, phones }) => {
      const asked = new Map(emails.map((email) => [emailReach(email).value, email]));
      const ways = [...emails.map(emailReach), ...phones.flatMap((phone) => phoneReach(phone) ?? [])];
      for (const phone of phones) asked.set(phoneReach(phone)?.value ?? "", phone);
      const matches = await staff.matches(ways);
      return c.json({ matches: matches.map((match) => ({ ...match, value: asked.get(match.value) ?? match.value })) });
    }),
  );
  app.get("/api/today", staffOnly, async (c) => {
    const station = c.req.query("station");
    const since = sinceOf(c.req.query("since"));
    if (station !== undefined && !stations.find(station)) return problem(404, "not-found", "No such station");
    if (since === undefined) return problem(422, "request-wrong", "since: an ISO 8601 time");
    return c.json(await staff.today(station, since));
  });
}
