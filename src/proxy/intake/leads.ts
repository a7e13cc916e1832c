import { stamp } from "#lead/stamp.ts";
import type { Station } from "#lead/station.ts";
import { toWire } from "#lead/wire.ts";
import { timesHere } from "./deviceClock.ts";
import { eventOf } from "./eventOf.ts";
import { fingerprint } from "./fingerprint.ts";
import { withFooter } from "./footer.ts";
import { judgeSubmission } from "./judgeSubmission.ts";
import { mayUse } from "./mayUse.ts";
import { problem } from "../problem.ts";
import { reachOf } from "../staff/reach.ts";
import { receipt } from "./receipt.ts";
import type { Relay } from "../delivery/relay.ts";
import type { Who } from "../guard/sessions.ts";
import type { Arrival } from "../store/arrivals.ts";
import type { Events } from "../store/events.ts";
import type { Entry, Outbox } from "../store/outbox.ts";
import type { Stations } from "../store/stations.ts";
import { wrongLead } from "./wrongLead.ts";

interface Settings {
  readonly outbox: Outbox;
  readonly stations: Stations;
  readonly events: Events;
  readonly relay: Relay;
  /** Nothing is sent now. */
  readonly paused: () => unknown;
  readonly now: () => number;
  /** When the app was built, in milliseconds since 1970. */
  readonly builtAt: number;
  readonly log: (event: string, facts: object) => void;
}

/** Who sends, and the device's time when it did (header Foyer-Sent-At). */
interface Sender {
  readonly who: Who;
  readonly sentAt: string | undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const answerWithinMs = 2_000;
/** Whoever comes after these would wait in vain: the CRM takes a few at a time. */
const mostWaiting = 16;

/** Takes leads: judged, stamped and on disk before anyone is told that they are saved. */
export function leadsDesk({ outbox, stations, events, relay, paused, now, builtAt, log }: Settings) {
  // One and the same function: the station's rule is kept with it (judge.ts).
  const today = () => new Date(now());
  let waiting = 0;
  const accept = async (key: string, body: unknown, station: Station, { who, sentAt }: Sender) => {
    const verdict = judgeSubmission(body, station, today);
    if ("issues" in verdict) return wrongLead(verdict.issues);
    const { lead, submission } = verdict;
    const { language } = submission;
    const { consent, capturedAt } = timesHere(submission, { sentAt, arrivedAt: now(), builtAt });
    // By the device's own clock: that is the day its screen went by.
    const event = await eventOf(submission, station, who, events);
    const filled = stamp(lead, station, { consent, language, event });
    const stamped = withFooter(filled, key, consent, station.referenceAttribute);
    const arrival: Arrival = {
      id: key,
      station: station.id,
      fingerprint: fingerprint(body),
      lead: toWire(stamped),
      consent: consent ? JSON.stringify(consent) : null,
      event: event ? JSON.stringify(event) : null,
      capturedAt,
      deviceCapturedAt: Date.parse(submission.capturedAt),
      acceptedAt: now(),
    };
    return outbox.accept(arrival, reachOf(stamped));
  };
  return {
    create: async (key: string | undefined, body: unknown, who: Who, sentAt?: string): Promise<Response> => {
      if (key === undefined || !uuid.test(key)) return problem(400, "key-missing", "Send an Idempotency-Key: a UUID");
      const id = key.toLowerCase();
      const station = stationOf(body, stations);
      if (!station) return wrongLead([{ path: "station", code: "not-an-option" }]);
      const denied = mayUse(who, station);
      if (denied) return denied;
      const accepted = await accept(id, body, station, { who, sentAt });
      if (accepted instanceof Response) {
        const known = await outbox.find(id);
        return known ? again(known, body) : accepted;
      }
      const { entry, isNew } = accepted;
      if (!isNew) return again(entry, body);
      log("accepted", { id, station: station.id });
      const settled = paused() || waiting >= mostWaiting ? undefined : relay.settled(id, answerWithinMs);
      relay.wake();
      if (settled === undefined) return Response.json(receipt(entry), { status: 202 });
      waiting += 1;
      await settled.finally(() => (waiting -= 1));
      const then = (await outbox.find(id)) ?? entry;
      return Response.json(receipt(then), { status: then.leadId === null ? 202 : 201 });
    },
    find: async (id: string, who: Who): Promise<Response> => {
      const entry = await outbox.find(id.toLowerCase());
      const station = entry && stations.find(entry.station);
      if (!entry || (station && mayUse(who, station))) return problem(404, "not-found", "No such submission");
      return Response.json(receipt(entry));
    },
  };
}

/** The same key with the same body is the same lead, and gets the state now. */
const again = (entry: Entry, body: unknown): Response =>
  entry.fingerprint === fingerprint(body)
    ? Response.json(receipt(entry))
    : problem(422, "key-reused", "This key was used for another lead");

function stationOf(body: unknown, stations: Stations): Station | undefined {
  const id = (body as { station?: unknown } | null)?.station;
  return typeof id === "string" ? stations.find(id) : undefined;
}
