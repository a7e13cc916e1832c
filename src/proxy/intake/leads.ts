import { isVisited } from "#lead/station/allowed.ts";
import type { JsonObject } from "#lead/json.ts";
import { refusedWays } from "#lead/submission/ways.ts";
import { asStored } from "./asStored.ts";
import { columnsOf, openedLater } from "./columnsOf.ts";
import { eventOf } from "./eventOf.ts";
import { fingerprint } from "./fingerprint.ts";
import { mayUse } from "./mayUse.ts";
import { cannotOpen, isClosed } from "./parkedOnArrival.ts";
import { within } from "../http/within.ts";
import { linesInto, type Sender } from "./lines.ts";
import { problem, tooMany } from "../http/problem.ts";
import { reachOf } from "../store/reach.ts";
import { heldBy, receipt, visitorsReceipt } from "./receipt.ts";
import { readBody, type Given } from "./readBody.ts";
import { releaseIn } from "./release.ts";
import { rulesFor, type Rules } from "./rulesFor.ts";
import type { Credential } from "../crm/credential.ts";
import type { Who } from "../guard/who.ts";
import { imported, type Arrival } from "../store/arrivals.ts";
import type { KioskKeys } from "../store/keys/kioskKeys.ts";
import type { OptOuts } from "../store/optOuts.ts";
import type { Events } from "../store/events.ts";
import type { Entry, Outbox } from "../store/outbox.ts";
import type { Stations } from "../store/stations.ts";
import { unreadableText } from "../store/driver/unreadable.ts";
import { looksLikeSpam, spamLike, type SpamGuard } from "./looksLikeSpam.ts";
import { wrongLead } from "./wrongLead.ts";

interface Settings {
  readonly outbox: Outbox;
  readonly stations: Stations;
  readonly events: Events;
  readonly kioskKeys: Pick<KioskKeys, "find">;
  readonly optOuts: Pick<OptOuts, "refusals" | "released">;
  readonly spam: SpamGuard;
  /** `wake` sends what is due now; `settled` resolves when the lead's outcome is known, or after `withinMs`. */
  readonly relay: {
    readonly wake: () => void;
    readonly settled: (id: string, withinMs: number) => Promise<void>;
  };
  /** Returns a value while nothing is sent. */
  readonly paused: () => unknown;
  readonly credential: Credential;
  readonly now: () => number;
  /** Calls `run` after `ms`. Returns a cancel function. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** The build time of the app, in ms since 1970. */
  readonly builtAt: number;
  readonly log: (event: string, facts: object) => void;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const answerWithinMs = 2_000;
/** A lead that is not on disk by then is refused, and the client retries. */
const storedWithinMs = 12_000;
/** More than these would time out: the CRM takes a few at a time. */
const mostWaiting = 16;
const retryIn5s = { "retry-after": "5" };

/** The queue in which a submission waits, and whether it is probably spam. */
interface Line {
  readonly lane: string;
  readonly isSpam: boolean;
}

/** Accepts leads: validates them, adds the station's values, and stores them before it responds. */
export function leadsDesk(settings: Settings) {
  const { outbox, stations, events, kioskKeys, optOuts, spam, relay, paused, credential, now, after, builtAt, log } =
    settings;
  // One function object, because the schema of a station is cached with it (judge.ts).
  const clockNow = () => new Date(now());
  const release = releaseIn(settings);
  let waiting = 0;
  const lines = linesInto(outbox);
  const staffReceipt = (entry: Entry) => receipt(heldBy(entry, credential));
  const keep = (id: string, given: Given, rules: Rules, sentAt: string | undefined, arrivedAt: number) =>
    asStored(id, given, rules, { sentAt, arrivedAt, builtAt }, clockNow, (submission) =>
      eventOf(submission, rules, events),
    );
  const accept = async (key: string, given: Given, rules: Rules, { sentAt, isImport }: Sender, line: Line) => {
    const { lane, isSpam } = line;
    const arrivedAt = now();
    const kept = await keep(key, given, rules, sentAt, arrivedAt);
    if (!kept.lead) return wrongLead(kept.issues);
    const { lead, capturedAt, submission } = kept;
    const parked = kept.parked ?? (isSpam ? spamLike : undefined);
    const arrival: Arrival = {
      id: key,
      station: rules.id,
      ...columnsOf(kept, given.body),
      capturedAt,
      deviceCapturedAt: Date.parse(submission.capturedAt),
      acceptedAt: arrivedAt,
      lane,
      walkIn: rules.isVisitors ? 0 : isImport ? imported : 1,
      ...(parked === undefined ? {} : { parked }),
    };
    const reach = reachOf(lead);
    // Presets are not the person's choice. A visitor's parked lead may name anybody: it was not validated, or a program
    // sent it. Its refusals count once it is released (release.ts). Without a consent a visitor refuses nothing.
    const { lead: typed = {} } = given.body as { readonly lead?: JsonObject };
    const mayRefuse = !rules.isVisitors || (parked === undefined && kept.consent !== undefined);
    const refused = mayRefuse ? refusedWays(typed, kept.consent) : [];
    const refusals = optOuts.refusals({ ...arrival, reach }, refused, arrivedAt);
    return within(storedWithinMs, { now, after }, (signal) => outbox.accept(arrival, reach, signal, refusals));
  };
  /** Stores a submission that can be opened only now. Returns false if it is invalid or was changed meanwhile. */
  const open = async (entry: Entry, given: Given, rules: Rules, sentAt: string | undefined, arrivedAt: number) => {
    const kept = await keep(entry.id, given, rules, sentAt, arrivedAt);
    if (!kept.lead) return false;
    const change = openedLater(kept, given.body, now());
    if (!(await release(entry, change))) return false;
    log("opened", { id: entry.id, status: change.status });
    relay.wake();
    return true;
  };
  return {
    release,
    create: async (key: string | undefined, body: unknown, sender: Sender): Promise<Response> => {
      if (key === undefined || !uuid.test(key)) return problem(400, "key-missing", "Send an Idempotency-Key: a UUID");
      const id = key.toLowerCase();
      const found = await rulesFor(body, sender.who, stations);
      if (found instanceof Response) return found;
      const given = await readBody(body, found, kioskKeys);
      if (given instanceof Response) return given;
      const isSealed = given.kind !== "plain";
      const isVisitors = found.isVisitors || isSealed;
      const rules = { ...found, isVisitors };
      const again = async (entry: Entry) => {
        if (!isSameBody(entry, given)) return problem(422, "key-reused", "This key was used for another lead");
        if (isClosed(entry) && given.kind !== "closed") await open(entry, given, rules, sender.sentAt, now());
        return isVisitors ? visitorsReceipt(entry) : Response.json(staffReceipt(entry));
      };
      const isSpam = isVisitors && looksLikeSpam(given.body, spam);
      const { lane, bounds } = lines.of(rules, sender, { isSealed, isSpam });
      const accepted = await lines
        .within(bounds, () => accept(id, given, rules, sender, { lane, isSpam }))
        .catch((error: unknown) => {
          if (given.kind !== "closed") throw error;
          log("failed", { path: "/api/leads", error: (error as Error).name });
          return "neither opened nor stored" as const;
        });
      if (accepted === "neither opened nor stored")
        return problem(503, "key-unknown", "The lead could neither be opened nor saved: try again", {}, retryIn5s);
      if (accepted === undefined) {
        const known = await outbox.find(id);
        return known ? again(known) : tooMany(lines.fullMs);
      }
      if (accepted instanceof Response) {
        const known = await outbox.find(id);
        return known ? again(known) : accepted;
      }
      const { entry, isNew } = accepted;
      if (!isNew) return again(entry);
      log("accepted", { id, station: rules.id, ...(entry.reason === null ? {} : { parked: entry.reason }) });
      if (isVisitors) {
        relay.wake();
        return visitorsReceipt(entry);
      }
      const settled =
        sender.isImport || paused() || waiting >= mostWaiting ? undefined : relay.settled(id, answerWithinMs);
      relay.wake();
      if (settled === undefined) return Response.json(staffReceipt(entry), { status: 202 });
      waiting += 1;
      await settled.finally(() => (waiting -= 1));
      const then = (await outbox.find(id)) ?? entry;
      return Response.json(staffReceipt(then), { status: then.leadId === null ? 202 : 201 });
    },
    /** Opens a parked submission whose key has come back. Returns a refusal when it still cannot be opened. */
    reopen: async (entry: Entry): Promise<Response | undefined> => {
      const { sentAt, ...body } = JSON.parse(entry.lead) as Record<string, unknown>;
      const found = await rulesFor(body, { role: "staff" }, stations);
      if (found instanceof Response) return found;
      const rules = { ...found, isVisitors: true };
      const given = await readBody(body, rules, kioskKeys);
      if (given instanceof Response) return given;
      if (given.kind !== "opened")
        return problem(409, "cannot-open", "The lead's key is missing, or the lead is damaged");
      const from = typeof sentAt === "string" ? sentAt : undefined;
      return (await open(entry, given, rules, from, entry.acceptedAt))
        ? undefined
        : problem(409, "not-parked", "The lead was already handled");
    },
    find: async (id: string, who: Who): Promise<Response> => {
      const entry = await outbox.find(id.toLowerCase());
      const station = entry && stations.find(entry.station);
      if (!entry || (station && mayUse(who, station))) return problem(404, "not-found", "No such submission");
      const isVisitors = who.role !== "staff" || (station !== undefined && isVisited(station));
      return isVisitors ? visitorsReceipt(entry) : Response.json(staffReceipt(entry));
    },
  };
}

/**
 * A forgotten lead has no fingerprint any more, and one that cannot be read or opened cannot be compared: they count as
 * the same.
 */
const isSameBody = ({ fingerprint: stored, reason }: Entry, { kind, body }: Given): boolean =>
  ["", unreadableText].includes(stored) || kind === "closed" || reason === cannotOpen || stored === fingerprint(body);
