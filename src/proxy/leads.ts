import { isVisited } from "#lead/allowed.ts";
import { codeOf, issuesOf, type Issue } from "#lead/issue.ts";
import { judge } from "#lead/judge.ts";
import { stamp } from "#lead/stamp.ts";
import type { Station } from "#lead/station.ts";
import { submissionSchema, type Receipt } from "#lead/submission.ts";
import { toWire } from "#lead/wire.ts";
import { fingerprint } from "./fingerprint.ts";
import { withFooter } from "./footer.ts";
import { problem } from "./problem.ts";
import { reachOf } from "./reach.ts";
import type { Relay } from "./relay.ts";
import type { Who } from "./sessions.ts";
import type { Arrival, Entry, Outbox } from "./store/outbox.ts";
import type { Stations } from "./store/stations.ts";

interface Settings {
  readonly outbox: Outbox;
  readonly stations: Stations;
  readonly relay: Relay;
  readonly now: () => number;
  readonly timeScale: number;
  readonly log: (event: string, facts: object) => void;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const answerWithinMs = 2_000;

/** Takes leads: judged, stamped and on disk before anyone is told that they are saved. */
export function leadsDesk({ outbox, stations, relay, now, timeScale, log }: Settings) {
  const accept = async (key: string, body: unknown, station: Station): Promise<Entry | Response> => {
    const verdict = read(body, station, new Date(now()));
    if ("issues" in verdict) return wrong(verdict.issues);
    const { lead, submission } = verdict;
    const { consent, language } = submission;
    const stamped = withFooter(stamp(lead, station, { consent, language }), key, consent);
    const arrival: Arrival = {
      id: key,
      station: station.id,
      fingerprint: fingerprint(body),
      lead: toWire(stamped),
      consent: consent ? JSON.stringify(consent) : null,
      capturedAt: Date.parse(submission.capturedAt),
      acceptedAt: now(),
    };
    return outbox.accept(arrival, reachOf(stamped));
  };
  return {
    create: async (key: string | undefined, body: unknown, who: Who): Promise<Response> => {
      if (key === undefined || !uuid.test(key)) return problem(400, "key-missing", "Send an Idempotency-Key: a UUID");
      const id = key.toLowerCase();
      const known = await outbox.find(id);
      if (known) return again(known, body);
      const station = stationOf(body, stations);
      if (!station) return wrong([{ path: "station", code: "not-an-option" }]);
      const denied = mayCreate(who, station);
      if (denied) return denied;
      const entry = await accept(id, body, station);
      if (entry instanceof Response) return entry;
      if (entry.fingerprint !== fingerprint(body)) return again(entry, body);
      log("accepted", { id, station: station.id });
      const settled = relay.settled(id, answerWithinMs / timeScale);
      relay.wake();
      await settled;
      const today = (await outbox.find(id)) ?? entry;
      return Response.json(receipt(today), { status: today.leadId === null ? 202 : 201 });
    },
    find: async (id: string, who: Who): Promise<Response> => {
      const entry = await outbox.find(id.toLowerCase());
      const station = entry && stations.find(entry.station);
      if (!entry || (station && mayCreate(who, station))) return problem(404, "not-found", "No such submission");
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

/** Staff stations take staff; a kiosk takes staff or its own session; a page's form takes anyone. */
function mayCreate(who: Who, { id, profile }: Station): Response | undefined {
  if (profile === "embed" || who.role === "staff") return undefined;
  if (who.role === "stranger") return problem(401, "not-signed-in", "Sign in first");
  return profile === "kiosk" && who.station === id
    ? undefined
    : problem(403, "foreign-station", "This session belongs to another station");
}

function read(body: unknown, station: Station, now: Date) {
  const parsed = submissionSchema.safeParse(body, { error: codeOf });
  const envelope = parsed.success ? [] : issuesOf(parsed.error);
  const draft = (body as { lead?: unknown }).lead;
  const verdict = judge(draft, station, () => now);
  const missing: readonly Issue[] =
    isVisited(station) && parsed.success && !parsed.data.consent ? [{ path: "consent", code: "required" }] : [];
  const inLead = "issues" in verdict ? verdict.issues : [];
  const issues = [...envelope, ...missing, ...inLead];
  return issues.length > 0 || !parsed.success || !("lead" in verdict)
    ? { issues }
    : { lead: verdict.lead, submission: parsed.data };
}

const wrong = (issues: readonly Issue[]): Response =>
  problem(422, "lead-wrong", "The lead has answers that cannot be kept", {
    issues: issues.map((issue) => ({ ...issue, message: describe(issue) })),
  });

function describe({ path, code, limit, length }: Issue): string {
  const size = limit === undefined ? "" : ` (${length} of at most ${limit})`;
  return `${path}: ${code}${size}`;
}

/** What is told of a submission: nothing personal. */
const receipt = ({ id, status, leadId, attempts, dueAt, reason }: Entry): Receipt => ({
  id,
  status,
  ...(leadId === null ? {} : { leadId }),
  attempts,
  ...(dueAt === null ? {} : { nextAttemptAt: new Date(dueAt).toISOString() }),
  ...(reason === null ? {} : { reason }),
});
