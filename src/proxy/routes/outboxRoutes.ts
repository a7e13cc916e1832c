import type { Hono } from "hono";
import * as z from "zod/mini";
import type { JsonObject } from "#lead/json.ts";
import { isUnjudged } from "#lead/submission/fixable.ts";
import { toWire } from "#lead/wire.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";
import type { Clock } from "../platform/clock.ts";
import type { Credential } from "../crm/credential.ts";
import type { Pause } from "../crm/gate.ts";
import { correctable, corrected } from "../intake/corrected.ts";
import { canFix, fixed, inCrm, sendAgain } from "../delivery/machine.ts";
import { outboxFile } from "../staff/outboxFile.ts";
import { outboxView } from "../staff/outboxView.ts";
import { problem } from "../http/problem.ts";
import { heldBy } from "../intake/receipt.ts";
import type { Release } from "../intake/release.ts";
import type { Relay } from "../delivery/relay.ts";
import type { Change, Entry, Outbox } from "../store/outbox.ts";
import { isReadable } from "../store/driver/unreadable.ts";
import type { Stations } from "../store/stations.ts";
import { spamLike } from "../intake/looksLikeSpam.ts";
import { isClosed } from "../intake/parkedOnArrival.ts";
import { wrongLead } from "../intake/wrongLead.ts";

interface Parts {
  readonly outbox: Outbox;
  /** `reopen` opens a sealed lead whose key has come back. */
  readonly leads: { readonly reopen: (entry: Entry) => Promise<Response | undefined>; readonly release: Release };
  readonly stations: Stations;
  readonly relay: Relay;
  readonly clock: Clock;
  /** Returns why nothing is sent, and until when. */
  readonly paused: () => Pause | undefined;
  readonly credential: Credential;
  /** Returns the CRM's page of a lead, or its search page for null. */
  readonly crmPage: (leadId: string | null) => string;
  readonly log: (event: string, facts: object) => void;
}

const digits = z.string().check(z.regex(/^[1-9]\d{0,18}$/));
const action = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("in-crm"), leadId: z.optional(digits) }),
  z.strictObject({ action: z.literal("send-again") }),
  z.strictObject({ action: z.literal("discard") }),
  z.strictObject({ action: z.literal("fix"), lead: z.record(z.string(), z.unknown()) }),
]);

/** Routes for one lead, the actions of staff on it, and the file of all leads that are not in the CRM. */
export function outboxRoutes(app: Hono<Asked>, parts: Parts) {
  const { outbox, leads, stations, relay, clock, paused, credential, crmPage, log } = parts;
  const viewOf = (entry: Entry) => outboxView(heldBy(entry, credential), paused(), crmPage);
  const record = async (entry: Entry, change: Change, did: string, draft?: JsonObject) => {
    if (!(await leads.release(entry, change, draft)))
      return problem(409, "not-parked", "Someone else has already handled it");
    log("lead", { id: entry.id, status: change.status, by: "staff", did });
    relay.wake();
    return Response.json(viewOf((await outbox.find(entry.id)) ?? entry));
  };
  const fix = async (entry: Entry, draft: JsonObject, isSeen = true) => {
    // A lead of a removed station is judged as that station was last.
    const station = stations.find(entry.station) ?? (await stations.newest(entry.station));
    if (!station || !canFix(entry)) return problem(409, "not-correctable", "Lofty may have it as it was sent");
    const verdict = corrected(entry, draft, station, new Date(clock.now()), isSeen);
    if ("issues" in verdict) return wrongLead(verdict.issues);
    return record(entry, fixed(toWire(verdict.lead), clock), "fix", draft);
  };

  const discard = async ({ id, reason }: Entry) => {
    if (reason !== spamLike || !(await outbox.discard(id, spamLike)))
      return problem(409, "not-spam", "It does not look like spam");
    log("lead", { id, status: "discarded", by: "staff", did: "discard" });
    return new Response(null, { status: 204 });
  };

  app.get("/api/outbox/export", staffOnly, async (c) => {
    const format = c.req.query("format") === "json" ? "json" : "csv";
    const reason = c.req.query("reason");
    const all = await outbox.list("waiting");
    const some = reason === undefined ? all : all.filter((one) => one.status === "parked" && one.reason === reason);
    return outboxFile(some, format, new Date(clock.now()));
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
      if (!isReadable(entry) && todo.action !== "in-crm")
        return problem(409, "unreadable", "Its answers cannot be read");
      if (todo.action === "discard") return discard(entry);
      if (todo.action === "fix") return fix(entry, todo.lead as JsonObject);
      if (isClosed(entry) && todo.action === "send-again")
        return (await leads.reopen(entry)) ?? Response.json(viewOf((await outbox.find(entry.id)) ?? entry));
      // This lead was not validated, so it is sent only after the checks of a correction.
      if (isUnjudged(entry.reason) && todo.action === "send-again") return fix(entry, correctable(entry), false);
      return record(entry, todo.action === "in-crm" ? inCrm(todo.leadId) : sendAgain(clock), todo.action);
    }),
  );
}
