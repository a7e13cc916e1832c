import type { JsonObject } from "#lead/json.ts";
import type { Station } from "#lead/station.ts";
import { parseExact } from "#lead/wire.ts";
import { created, inDoubt } from "./answer.ts";
import type { Clock } from "./clock.ts";
import type { Ask } from "./crm.ts";
import type { Gate } from "./gate.ts";
import { addTo } from "./knownPerson.ts";
import { look, type Seen, type Wanted } from "./look.ts";
import {
  afterAttempt,
  afterError,
  afterLook,
  afterReading,
  isGhost,
  isOurResend,
  isWalkIn,
  unrecognized,
  type Reading,
  type Sight,
} from "./machine.ts";
import { lookAmongNewest } from "./newest.ts";
import type { Outcome } from "./outcome.ts";
import { contactsOf, textsIn, type Contact } from "./people.ts";
import { readBack } from "./readBack.ts";
import type { Recognition } from "./recognition.ts";
import type { Change, Entry } from "../store/outbox.ts";

/** What a station says about people whom the CRM may know. */
export type Rules = Pick<Station, "updateKnownPeople" | "whenUnrecognized" | "referenceAttribute">;

interface Settings {
  readonly gate: Pick<Gate, "ask" | "enter" | "send">;
  readonly station: (id: string) => Rules | undefined;
  readonly recognition: Pick<Recognition, "works" | "doubt" | "met">;
  readonly clock: Clock;
  /** How far the CRM's clock is ahead of ours, in ms; undefined while no answer has told. */
  readonly crmAheadMs: () => number | undefined;
  /** Commits that an entry is about to be sent; answers it as it then is, or undefined when it is not to be sent. */
  readonly mark: (entry: Entry) => Promise<Entry | undefined>;
}

/** What has become of an entry, as it was left. */
export interface Done {
  readonly entry: Entry;
  readonly change: Change;
}

const mostUnclear = 5;
/** Our clock may have been set back by as much since an entry was accepted. */
const resetMs = 2 * 60 * 60_000;
const nobodyAsked = { kind: "absent", lookalike: false, others: true, more: false } as const;

/** What is done about an entry that is due, by its status. */
export function workFor({ gate, station, recognition, clock, crmAheadMs, mark }: Settings) {
  const wantedIn = (entry: Entry): Wanted => ({
    id: entry.id,
    lead: parseExact(entry.lead) as JsonObject,
    attribute: station(entry.station)?.referenceAttribute,
  });
  const updatesKnown = (entry: Entry) => station(entry.station)?.updateKnownPeople ?? true;
  /** When an entry was first sent whose answer was lost, by the CRM's clock: it cannot be there from before. */
  const sentAt = new Map<string, number>();
  const byCrm = (at: number): number => at + (crmAheadMs() ?? NaN);
  /**
   * The earliest time, by the CRM's clock, at which an entry can have been sent. Any time when that cannot be told: by
   * a clock that was ahead it seems to be younger than it is, and the newest people would prove that it is absent.
   */
  const earliestSend = ({ id, acceptedAt }: Entry): number => {
    const earliest = sentAt.get(id) ?? byCrm(acceptedAt) - resetMs;
    return earliest <= byCrm(clock.now()) ? earliest : -Infinity;
  };

  /** Looks for what may have arrived: by its contacts, and where that shows nothing, among the newest people. */
  const lookEverywhere = async (
    ask: Ask,
    entry: Entry,
    wanted: Wanted,
    contacts: readonly Contact[],
  ): Promise<Seen> => {
    const seen: Seen = recognition.works() === false ? { ...nobodyAsked } : await look(ask, wanted, contacts);
    if (seen.kind !== "absent" || !(seen.others || seen.more)) return seen;
    if (seen.others) recognition.doubt();
    // The notes of the person who would be added to were not all read.
    else if (seen.known !== undefined) return seen;
    const among = await lookAmongNewest(ask, wanted, contacts, earliestSend(entry));
    if (among.kind !== "absent") return among;
    return { ...seen, lookalike: seen.lookalike || among.lookalike, others: false, more: among.more };
  };
  /** Says on a lead that nobody could tell whether its person was known. */
  const labelled = (entry: Entry, { emails }: JsonObject, isRecognized: boolean, change: Change): Change =>
    change.status === "delivered" && change.reason === null && !isRecognized && updatesKnown(entry) && emails
      ? { ...change, reason: "unrecognized" }
      : change;

  /** What a look says of an entry that may have arrived. */
  const sightOf = (entry: Entry, seen: Seen): Sight => {
    if (seen.kind === "failed") return { kind: "failed", hopeless: seen.failure.kind === "refused" };
    if (seen.kind === "found") return seen;
    if (seen.others || seen.more) return { kind: "failed", hopeless: false };
    // A known person is added to, not created: that cannot make a second one.
    return { kind: "absent", lookalike: seen.lookalike && !(updatesKnown(entry) && seen.known !== undefined) };
  };

  /** Sends, once it is sure that the person is not there already; marked before the socket is opened. */
  const send = async (entry: Entry): Promise<Done | undefined> => {
    const wanted = wantedIn(entry);
    const rank = isWalkIn(entry, clock) ? "walk-in" : "create";
    const ask = gate.ask(rank);
    const contacts = contactsOf(wanted.lead);
    const done = (outcome: Outcome, as = entry): Done => ({
      entry: as,
      change: afterAttempt(entry, outcome, clock, contacts.length > 0),
    });
    const updates = updatesKnown(entry);
    const emails = contacts.filter((contact) => contact.by === "email");
    const asks = updates && recognition.works() !== false;
    const seen =
      entry.resends > 0
        ? await lookEverywhere(ask, entry, wanted, contacts)
        : await look(ask, wanted, asks ? emails : []);
    if (seen.kind === "found") return done({ kind: seen.added ? "added" : "delivered", leadId: seen.leadId });
    // Nothing was sent yet. A credential that may not look still delivers.
    const lost = seen.kind === "failed" && seen.failure.kind === "unknown" && seen.failure;
    const isUnclear = lost ? lost.reason === "no-list" : seen.kind === "absent" && seen.others;
    if (lost && !isUnclear && !isOurResend(entry)) return done({ ...lost, kind: "unsent" });
    if (seen.kind === "failed" && !lost && seen.failure.kind !== "refused") return done(seen.failure);
    // It may have arrived, and what allowed the resend no longer shows.
    const sight = sightOf(entry, seen);
    if (isOurResend(entry) && (sight.kind !== "absent" || sight.lookalike))
      return { entry, change: afterLook(entry, sight, clock) };
    // The CRM listed nobody or others instead (its filter was ignored): ask again, a few times.
    if (isUnclear) recognition.doubt();
    if (isUnclear && entry.misses < mostUnclear) return done({ kind: "unsent", reason: "look-up-unclear" });
    const isRecognized = asks && seen.kind === "absent" && !seen.others;
    const isByStaff = entry.resends > 0 && !isOurResend(entry);
    const mayCreate = isByStaff || station(entry.station)?.whenUnrecognized !== "park";
    if (updates && emails.length > 0 && !isRecognized && !mayCreate) return { entry, change: unrecognized() };

    const known = seen.kind === "absent" && updates ? seen.known : undefined;
    const sent = (await gate.enter(rank)) ? await mark(entry) : undefined;
    if (sent === undefined) return undefined;
    const sending = async (): Promise<Outcome> =>
      known
        ? inDoubt(await addTo(ask, known.leadId, wanted.lead, entry.id, known.notes))
        : created(await gate.send("POST", "/v1.0/leads", entry.lead));
    const at = byCrm(clock.now());
    // Whatever goes wrong from here on, the lead may have arrived.
    const { change } = done(await sending().catch((): Outcome => ({ kind: "unknown", reason: "failed" })), sent);
    if (change.status === "unknown") sentAt.set(entry.id, sentAt.get(entry.id) ?? at);
    else sentAt.delete(entry.id);
    return { entry: sent, change: labelled(entry, wanted.lead, isRecognized, change) };
  };

  /** Looks for what may have arrived. */
  const lookFor = async (entry: Entry): Promise<Done> => {
    const wanted = wantedIn(entry);
    const contacts = contactsOf(wanted.lead);
    const done = (sight: Sight): Done => {
      const change = afterLook(entry, sight, clock);
      if (change.status !== "unknown" && change.status !== "accepted") sentAt.delete(entry.id);
      return { entry, change: labelled(entry, wanted.lead, recognition.works() !== false, change) };
    };
    if (contacts.length === 0) return done({ kind: "failed", hopeless: true });
    return done(sightOf(entry, await lookEverywhere(gate.ask("look-up"), entry, wanted, contacts)));
  };

  /** Reads back what was delivered; a number that was merged away is looked for. */
  const reread = async (entry: Entry): Promise<Done> => {
    const wanted = wantedIn(entry);
    const ask = gate.ask("read-back");
    const done = (reading: Reading): Done => ({ entry, change: afterReading(entry, reading, clock) });
    const wasKnown = entry.reason === "known-person";
    const leadId = entry.leadId ?? "";
    const reading = await readBack(ask, { ...wanted, leadId, wasKnown, unrecognized: entry.reason === "unrecognized" });
    const [email] = textsIn(wanted.lead["emails"]);
    if (reading.kind === "read" && email !== undefined) recognition.met({ leadId, email });
    if (reading.kind !== "gone" || !isGhost(entry)) return done(reading);
    const seen = await lookEverywhere(ask, entry, wanted, contactsOf(wanted.lead));
    if (seen.kind === "failed") return done({ kind: "failed", hopeless: seen.failure.kind === "refused" });
    const survivor = seen.kind === "found" ? seen.leadId : seen.known?.leadId;
    if (survivor !== undefined) return done({ kind: "survivor", leadId: survivor });
    return done(
      seen.kind === "absent" && (seen.others || seen.more) ? { kind: "failed", hopeless: false } : { kind: "nowhere" },
    );
  };

  const failed = (entry: Entry): Done => ({ entry, change: afterError(entry, clock) });
  return { accepted: send, unknown: lookFor, delivered: reread, failed };
}
