import type { Hono } from "hono";
import * as z from "zod/mini";
import type { JsonObject } from "#lead/json.ts";
import { toWire } from "#lead/wire.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";
import type { Clock } from "../delivery/clock.ts";
import type { Credential } from "../delivery/credential.ts";
import type { Pause } from "../delivery/gate.ts";
import { correctable, corrected } from "../intake/corrected.ts";
import { canFix, fixed, inCrm, sendAgain } from "../delivery/machine.ts";
import { outboxFile } from "../staff/outboxFile.ts";
import { outboxView } from "../staff/outboxView.ts";
import { problem } from "../problem.ts";
import { reachOf } from "../staff/reach.ts";
import { heldBy } from "../intake/receipt.ts";
import type { Relay } from "../delivery/relay.ts";
import type { Change, Entry, Outbox } from "../store/outbox.ts";
import type { Stations } from "../store/stations.ts";
import { versionUnknown } from "../intake/versionUnknown.ts";
import { wrongLead } from "../intake/wrongLead.ts";

interface Parts {
  readonly outbox: Outbox;
  readonly stations: Stations;
  readonly relay: Relay;
  readonly clock: Clock;
  /** Nothing is sent before this time, and why. */
  readonly paused: () => Pause | undefined;
  readonly credential: Credential;
  /** The CRM's own page about a lead, or the one to search on. */
  readonly crmPage: (leadId: string | null) => string;
  readonly log: (event: string, facts: object) => void;
}

const digits = z.string().check(z.regex(/^[1-9]\d{0,18}$/));
const action = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("in-crm"), leadId: z.optional(digits) }),
  z.strictObject({ action: z.literal("send-again") }),
  z.strictObject({ action: z.literal("fix"), lead: z.record(z.string(), z.unknown()) }),
]);

/** One lead, what a person does about it, and the file of all that are not in the CRM. */
export function outboxRoutes(app: Hono<Asked>, parts: Parts) {
  const { outbox, stations, relay, clock, paused, credential, crmPage, log } = parts;
  const viewOf = (entry: Entry) => outboxView(heldBy(entry, credential), paused(), crmPage);
  const record = async (entry: Entry, change: Change, did: string) => {
    if (!(await outbox.change(entry.id, entry, change, clock.now())))
      return problem(409, "not-parked", "Someone else has seen to it");
    log("lead", { id: entry.id, status: change.status, by: "staff", did });
    relay.wake();
    return Response.json(viewOf((await outbox.find(entry.id)) ?? entry));
  };
  const fix = async (entry: Entry, draft: JsonObject, isSeen = true) => {
    const station = stations.find(entry.station);
    if (!station || !canFix(entry)) return problem(409, "not-correctable", "Lofty may have it as it was sent");
    const verdict = corrected(entry, draft, station, new Date(clock.now()), isSeen);
    if ("issues" in verdict) return wrongLead(verdict.issues);
    const answer = await record(entry, fixed(toWire(verdict.lead), clock), "fix");
    await outbox.addReach(entry, reachOf(verdict.lead));
    return answer;
  };

  app.get("/api/outbox/export", staffOnly, async (c) => {
    const format = c.req.query("format") === "json" ? "json" : "csv";
    return outboxFile(await outbox.list("waiting"), format, new Date(clock.now()));
  });
  app.get("/api/outbox/:id", staffOnly, async (c) => {
    const entry = await outbox.find(c.req.param("id").toLowerCase());
    return entry ? c.json(viewOf(entry)) : problem(404, "not-found", "No such submission");
  });
  app.post("/api/outbox/:id", staffOnly, (c) =>
    withBody(c, action, async (todo) => {
      const entry = await outbox.find(c.req.param("id").toLowerCase());
      if (!entry) return problem(404, "not-found", "No such submission");
      if (entry.status !== "parked") return problem(409, "not-parked", "It needs nobody now");
      if (todo.action === "fix") return fix(entry, todo.lead as JsonObject);
      // Nobody has judged it: it goes only as staff correct it.
      if (entry.reason === versionUnknown && todo.action === "send-again") return fix(entry, correctable(entry), false);
      return record(entry, todo.action === "in-crm" ? inCrm(todo.leadId) : sendAgain(clock), todo.action);
    }),
  );
}
