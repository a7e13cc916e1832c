import { type JsonObject, textsIn } from "#lead/json.ts";
import type { Station } from "#lead/station/station.ts";
import { parseExact } from "#lead/wire.ts";
import { created, inDoubt } from "../crm/answer.ts";
import type { Clock } from "../platform/clock.ts";
import type { Ask } from "../crm/crm.ts";
import type { Gate } from "../crm/gate.ts";
import { afterUnreadable } from "./afterUnreadable.ts";
import { barred, isUndoable, untilFinal, type OptedOut } from "./barred.ts";
import { addTo } from "./knownPerson.ts";
import { look, type Seen, type Wanted } from "./look.ts";
import {
  afterAttempt,
  afterError,
  afterLook,
  afterReading,
  isLastLook,
  isOurResend,
  mayPost,
  unrecognized,
  type Reading,
  type Sight,
} from "./machine.ts";
import { lookAmongNewest } from "./lookAmongNewest.ts";
import type { Outcome } from "../crm/outcome.ts";
import { contactsOf, type Contact } from "./people.ts";
import { readBack } from "./readBack.ts";
import type { Recognition } from "./recognition.ts";
import { isWalkIn } from "./walkIn.ts";
import { imported } from "../store/arrivals.ts";
import type { Change, Entry } from "../store/outbox.ts";
import { isReadable } from "../store/driver/unreadable.ts";

/** The station's rules for people whom the CRM may know. */
export type Rules = Pick<Station, "updateKnownPeople" | "whenUnrecognized" | "referenceAttribute">;

export interface WorkSettings extends OptedOut {
  readonly gate: Pick<Gate, "ask" | "enter" | "send">;
  readonly station: (id: string) => Rules | undefined;
  readonly recognition: Pick<Recognition, "works" | "doubt" | "met">;
  readonly clock: Clock;
  /** How far the CRM's clock is ahead of ours, in ms; undefined until the first response. */
  readonly crmAheadMs: () => number | undefined;
  /** Stores that the entry is about to be sent, as it is sent. Returns it, or undefined when it must not be sent. */
  readonly mark: (entry: Entry, also?: Pick<Change, "lead">) => Promise<Entry | undefined>;
}

/** The entry as last stored, and the change to apply. */
export type Done = { readonly entry: Entry; readonly change: Change };

const mostUnclear = 5;
/** Our clock may have been set back by this much since we accepted the entry. */
const resetMs = 2 * 60 * 60_000;
const nobodyAsked = { kind: "absent", lookalike: false, others: true, more: false } as const;

/** Returns the work for a due entry, by its status. */
export function workFor({ gate, station, recognition, clock, crmAheadMs, optedOut, withdrawnAt, mark }: WorkSettings) {
  const wantedIn = (entry: Entry): Wanted => ({
    id: entry.id,
    lead: parseExact(entry.lead) as JsonObject,
    attribute: station(entry.station)?.referenceAttribute,
  });
  const updatesKnown = (entry: Entry) => station(entry.station)?.updateKnownPeople ?? true;
  /** When we first sent an entry whose response was lost, by the CRM's clock. A record from before is not ours. */
  const sentAt = new Map<string, number>();
  const byCrm = (at: number): number => at + (crmAheadMs() ?? NaN);
  /**
   * Returns the earliest time, by the CRM's clock, at which we can have sent the entry. Returns -Infinity when unknown:
   * if our clock was ahead, the entry seems newer than it is, and the newest people would wrongly prove that it is
   * absent.
   */
  const earliestSend = ({ id, acceptedAt }: Entry): number => {
    const earliest = sentAt.get(id) ?? byCrm(acceptedAt) - resetMs;
    return earliest <= byCrm(clock.now()) ? earliest : -Infinity;
  };

  /** Looks for what may have arrived: by its contacts, then, if that is unclear, among the newest people. */
  const lookEverywhere = async (
    ask: Ask,
    entry: Entry,
    wanted: Wanted,
    contacts: readonly Contact[],
  ): Promise<Seen> => {
    const canAsk = contacts.length > 0 && recognition.works() !== false;
    const seen: Seen = canAsk ? await look(ask, wanted, contacts) : { ...nobodyAsked };
    if (seen.kind !== "absent" || !(seen.others || seen.more)) return seen;
    if (seen.others && contacts.length > 0) recognition.doubt();
    // We did not read all notes of the person to add to.
    else if (seen.known !== undefined) return seen;
    const among = await lookAmongNewest(ask, wanted, contacts, earliestSend(entry));
    if (among.kind !== "absent") return among;
    return { ...seen, lookalike: seen.lookalike || among.lookalike, others: false, more: among.more };
  };
  /** Marks a delivered lead whose person could not be looked up. */
  const labelled = (entry: Entry, { emails }: JsonObject, isRecognized: boolean, change: Change): Change =>
    change.status === "delivered" && change.reason === null && !isRecognized && updatesKnown(entry) && emails
      ? { ...change, reason: "unrecognized" }
      : change;

  /** What a look shows about an entry that may have arrived. */
  const sightOf = (entry: Entry, seen: Seen): Sight => {
    if (seen.kind === "failed") return { kind: "failed", hopeless: seen.failure.kind === "refused" };
    if (seen.kind === "found") return seen;
    if (seen.others || seen.more) return { kind: "failed", hopeless: false };
    // We add to a known person and do not create, so no duplicate is possible.
    return { kind: "absent", lookalike: seen.lookalike && !(updatesKnown(entry) && seen.known !== undefined) };
  };

  /** Sends a lead after it checked that the person is not there. Marks it before the request. */
  const send = async (stored: Entry): Promise<Done | undefined> => {
    const ways = await optedOut(stored);
    const withdrawn = ways.length > 0 ? await withdrawnAt(stored) : undefined;
    if (isUndoable(withdrawn, clock)) return { entry: stored, change: untilFinal(withdrawn, clock) };
    const entry = barred(stored, ways);
    const wanted = wantedIn(entry);
    const rank = isWalkIn(entry, clock) ? "walk-in" : entry.walkIn === imported ? "import" : "create";
    const ask = gate.ask(rank);
    const contacts = contactsOf(wanted.lead);
    const done = (outcome: Outcome, as = entry): Done => ({
      entry: as,
      change: afterAttempt(entry, outcome, clock),
    });
    const [updates, emails] = [updatesKnown(entry), contacts.filter((contact) => contact.by === "email")];
    const asks = updates && recognition.works() !== false;
    const seen =
      entry.resends > 0
        ? await lookEverywhere(ask, entry, wanted, contacts)
        : await look(ask, wanted, asks ? emails : []);
    if (seen.kind === "found") return done({ kind: seen.added ? "added" : "delivered", leadId: seen.leadId });
    // Nothing was sent yet. A credential without the right to look up still delivers.
    const lost = seen.kind === "failed" && seen.failure.kind === "unknown" && seen.failure;
    const isUnclear = lost ? lost.reason === "no-list" : seen.kind === "absent" && seen.others;
    if (lost && !isUnclear && !isOurResend(entry)) return done({ ...lost, kind: "unsent" });
    if (seen.kind === "failed" && !lost && seen.failure.kind !== "refused") return done(seen.failure);
    // The lead may have arrived, and the look-up no longer shows what allowed the resend.
    const sight = sightOf(entry, seen);
    if (isOurResend(entry) && (sight.kind !== "absent" || sight.lookalike))
      // It was not sent since: these are its first looks, however often it failed.
      return { entry, change: afterLook({ ...entry, looks: 0 }, sight, clock) };
    // The CRM returned no list or other people (it ignored the filter): retry a few times.
    if (isUnclear) recognition.doubt();
    if (isUnclear && entry.looks < mostUnclear) return done({ kind: "unsent", reason: "look-up-unclear" });
    const isRecognized = asks && seen.kind === "absent" && !seen.others;
    const mayCreate = (entry.resends > 0 && !isOurResend(entry)) || station(entry.station)?.whenUnrecognized !== "park";
    if (updates && emails.length > 0 && !isRecognized && !mayCreate) return { entry, change: unrecognized() };
    const known = seen.kind === "absent" && updates ? seen.known : undefined;
    const sent = (await gate.enter(rank)) ? await mark(entry, entry === stored ? {} : { lead: entry.lead }) : undefined;
    if (sent === undefined) return undefined;
    const sending = async (): Promise<Outcome> =>
      known
        ? inDoubt(await addTo(ask, known.leadId, wanted.lead, entry.id, known.notes))
        : created(await gate.send("POST", "/v1.0/leads", entry.lead));
    // After this point the lead may have arrived, whatever fails.
    const at = byCrm(clock.now());
    const { change } = done(await sending().catch((): Outcome => ({ kind: "unknown", reason: "failed" })), sent);
    if (change.status === "unknown") sentAt.set(entry.id, sentAt.get(entry.id) ?? at);
    else sentAt.delete(entry.id);
    return { entry: sent, change: labelled(entry, wanted.lead, isRecognized, change) };
  };

  /** Looks for a lead that may have arrived. */
  const lookFor = async (entry: Entry): Promise<Done> => {
    const wanted = wantedIn(entry);
    const contacts = contactsOf(wanted.lead);
    const done = (sight: Sight): Done => {
      const change = afterLook(entry, sight, clock);
      if (change.status !== "unknown" && change.status !== "accepted") sentAt.delete(entry.id);
      return { entry, change: labelled(entry, wanted.lead, recognition.works() !== false, change) };
    };
    return done(sightOf(entry, await lookEverywhere(gate.ask("look-up"), entry, wanted, contacts)));
  };

  /** Reads back a delivered lead; looks for the record that it was merged into. */
  const reread = async (entry: Entry): Promise<Done> => {
    const wanted = wantedIn(entry);
    const ask = gate.ask("read-back");
    const done = (reading: Reading): Done => ({ entry, change: afterReading(entry, reading, clock) });
    const wasKnown = entry.reason === "known-person";
    const leadId = entry.leadId ?? "";
    const about = { leadId, wasKnown, unrecognized: entry.reason === "unrecognized", mayPost: mayPost(entry) };
    const reading = await readBack(ask, { ...wanted, ...about });
    const [email] = textsIn(wanted.lead["emails"]);
    if (reading.kind === "read" && email !== undefined) recognition.met({ leadId, email });
    if (reading.kind !== "gone" || !isLastLook(entry)) return done(reading);
    const seen = await lookEverywhere(ask, entry, wanted, contactsOf(wanted.lead));
    if (seen.kind === "failed") return done({ kind: "failed", hopeless: seen.failure.kind === "refused" });
    const survivor = seen.kind === "found" ? seen.leadId : seen.known?.leadId;
    if (survivor !== undefined) return done({ kind: "survivor", leadId: survivor });
    return done(
      seen.kind === "absent" && (seen.others || seen.more) ? { kind: "failed", hopeless: false } : { kind: "nowhere" },
    );
  };

  const ifReadable =
    <Result>(work: (entry: Entry) => Promise<Result>) =>
    async (entry: Entry): Promise<Result | Done> =>
      isReadable(entry) ? work(entry) : { entry, change: afterUnreadable(entry) };
  const failed = (entry: Entry): Done => ({ entry, change: afterError(entry, clock) });
  return { accepted: ifReadable(send), unknown: ifReadable(lookFor), delivered: ifReadable(reread), failed };
}
