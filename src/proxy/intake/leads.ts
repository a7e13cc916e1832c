import { isVisited } from "#lead/allowed.ts";
import { toWire } from "#lead/wire.ts";
import { asKept } from "./asKept.ts";
import { eventOf } from "./eventOf.ts";
import { fingerprint } from "./fingerprint.ts";
import { mayUse } from "./mayUse.ts";
import { within } from "../http/within.ts";
import { linesInto, type Sender } from "./lines.ts";
import { problem, tooMany } from "../problem.ts";
import { reachOf } from "../staff/reach.ts";
import { heldBy, receipt, visitorsReceipt } from "./receipt.ts";
import { rulesFor, type Rules } from "./rulesFor.ts";
import type { Credential } from "../delivery/credential.ts";
import type { Relay } from "../delivery/relay.ts";
import type { Who } from "../guard/sessions.ts";
import type { Arrival } from "../store/arrivals.ts";
import type { Events } from "../store/events.ts";
import type { Entry, Outbox } from "../store/outbox.ts";
import type { Stations } from "../store/stations.ts";
import { versionUnknown } from "./versionUnknown.ts";
import { wrongLead } from "./wrongLead.ts";

interface Settings {
  readonly outbox: Outbox;
  readonly stations: Stations;
  readonly events: Events;
  readonly relay: Relay;
  /** Nothing is sent now. */
  readonly paused: () => unknown;
  readonly credential: Credential;
  readonly now: () => number;
  /** Calls back after some milliseconds; answers how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** When the app was built, in milliseconds since 1970. */
  readonly builtAt: number;
  readonly log: (event: string, facts: object) => void;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const answerWithinMs = 2_000;
/** A lead that is not on disk by then is refused: whoever sent it tries again. */
const storedWithinMs = 12_000;
/** Whoever comes after these would wait in vain: the CRM takes a few at a time. */
const mostWaiting = 16;

/** Takes leads: judged, stamped and on disk before anyone is told that they are saved. */
export function leadsDesk(settings: Settings) {
  const { outbox, stations, events, relay, paused, credential, now, after, builtAt, log } = settings;
  // One and the same function: the station's rule is kept with it (judge.ts).
  const today = () => new Date(now());
  let waiting = 0;
  const lines = linesInto(outbox);
  const staffReceipt = (entry: Entry) => receipt(heldBy(entry, credential));
  const accept = async (key: string, body: unknown, rules: Rules, { who, sentAt }: Sender, lane: string) => {
    const arrivedAt = now();
    const kept = await asKept(key, body, rules, { sentAt, arrivedAt, builtAt }, today, (submission, station) =>
      eventOf(submission, station, who, events),
    );
    if ("issues" in kept) return wrongLead(kept.issues);
    const { lead, consent, capturedAt, submission, event } = kept;
    const arrival: Arrival = {
      id: key,
      station: rules.id,
      fingerprint: fingerprint(body),
      lead: toWire(lead),
      consent: consent ? JSON.stringify(consent) : null,
      event: event ? JSON.stringify(event) : null,
      capturedAt,
      deviceCapturedAt: Date.parse(submission.capturedAt),
      acceptedAt: arrivedAt,
      lane,
      walkIn: rules.isVisitors ? 0 : 1,
      ...(rules.station ? {} : { parked: versionUnknown }),
    };
    return within(storedWithinMs, { now, after }, (signal) => outbox.accept(arrival, reachOf(lead), signal));
  };
  return {
    create: async (key: string | undefined, body: unknown, sender: Sender): Promise<Response> => {
      if (key === undefined || !uuid.test(key)) return problem(400, "key-missing", "Send an Idempotency-Key: a UUID");
      const id = key.toLowerCase();
      const rules = await rulesFor(body, sender.who, stations);
      if (rules instanceof Response) return rules;
      const again = (entry: Entry) =>
        entry.fingerprint !== fingerprint(body)
          ? problem(422, "key-reused", "This key was used for another lead")
          : rules.isVisitors
            ? visitorsReceipt(entry)
            : Response.json(staffReceipt(entry));
      const { lane, most } = lines.of(rules, sender);
      const accepted = await lines.within(lane, most, () => accept(id, body, rules, sender, lane));
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
      log("accepted", { id, station: rules.id });
      if (rules.isVisitors) {
        relay.wake();
        return visitorsReceipt(entry);
      }
      const settled = paused() || waiting >= mostWaiting ? undefined : relay.settled(id, answerWithinMs);
      relay.wake();
      if (settled === undefined) return Response.json(staffReceipt(entry), { status: 202 });
      waiting += 1;
      await settled.finally(() => (waiting -= 1));
      const then = (await outbox.find(id)) ?? entry;
      return Response.json(staffReceipt(then), { status: then.leadId === null ? 202 : 201 });
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
